import type { Translate } from '../../translate';

/**
 * What a version is called in a sentence; a safety copy's own name only says what it was kept for, so it is left out.
 *
 * @example versionName({ number: 3, name: '' }, ENGLISH) // 'version 3'
 * @example versionName({ number: 3, name: 'Before the relaunch' }, ENGLISH) // 'version 3, Before the relaunch'
 */
export function versionName(version: { number: number; name: string; kind?: string }, t: Translate): string {
  const { number, name, kind } = version;
  return name === '' || kind === 'safety'
    ? t('version {number}', { number })
    : t('version {number}, {name}', { number, name });
}
