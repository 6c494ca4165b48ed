/**
 * What a version is called in a sentence.
 *
 * @example versionName({ number: 3, name: '' }) // 'version 3'
 * @example versionName({ number: 3, name: 'Before the relaunch' }) // 'version 3, Before the relaunch'
 */
export function versionName({ number, name }: { number: number; name: string }): string {
  return name === '' ? `version ${number}` : `version ${number}, ${name}`;
}
