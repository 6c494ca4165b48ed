/**
 * What a version is called in a sentence; a safety copy's own name only says what it was kept for, so it is left out.
 *
 * @example versionName({ number: 3, name: '' }) // 'version 3'
 * @example versionName({ number: 3, name: 'Before the relaunch' }) // 'version 3, Before the relaunch'
 */
export function versionName(version: { number: number; name: string; kind?: string }): string {
  const { number, name, kind } = version;
  return name === '' || kind === 'safety' ? `version ${number}` : `version ${number}, ${name}`;
}
