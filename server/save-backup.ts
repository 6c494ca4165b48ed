import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handle } from '../db/client';
import { dataDirectory, env, secretFile } from '../lib/env';

/** Throws where the backup could not be written, or there is nothing to save; asked before a database is opened. */
export function refuseBackup(file: string): void {
  if (env().DATABASE_URL) throw new Error('Back up a PostgreSQL server with pg_dump, and keep AUTH_SECRET.');
  for (const target of [file, secretCopy(file)]) {
    if (existsSync(target))
      throw new Error(`${target} is already there: name another file, or move it away.`);
  }
  if (!existsSync(join(dataDirectory(), 'db'))) {
    throw new Error(`There is no database in ${dataDirectory()}: MILEPOST_DATA_DIR names where it is.`);
  }
}

/** Writes the embedded database into one file and its secret beside it; returns what to tell the person. */
export async function saveBackup(handle: Handle, file: string): Promise<string> {
  const data = join(dataDirectory(), 'db');
  const dump = await handle.backup();
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()), { mode: 0o600, flag: 'wx' });
  const kept = secretFile();
  const unpack = `stop Milepost, move ${data} away, and unpack ${file} into an empty ${data}`;
  if (kept === null) {
    return `Saved ${file}. It is of use only with the AUTH_SECRET of now, which is not in it: keep that too.\nTo restore: ${unpack}.`;
  }
  writeFileSync(secretCopy(file), readFileSync(kept), { mode: 0o600, flag: 'wx' });
  return `Saved ${file}, and the secret that belongs to it as ${secretCopy(file)}.\nTo restore: ${unpack}; then copy ${secretCopy(file)} to ${kept}.`;
}

const secretCopy = (file: string): string => `${file}.secret`;
