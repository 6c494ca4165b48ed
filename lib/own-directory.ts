import { chmodSync, mkdirSync, statSync } from 'node:fs';

/**
 * Makes a directory, or takes an existing one, that only this process's user may enter.
 * Throws where it is a place for everybody, such as /tmp, which is not ours to close.
 */
export function ownDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { mode } = statSync(directory);
  if ((mode & 0o1000) !== 0) {
    throw new Error(
      `${directory} is shared by everybody on this machine: set MILEPOST_DATA_DIR to a directory in it.`,
    );
  }
  if ((mode & 0o777) !== 0o700) chmodSync(directory, 0o700);
}
