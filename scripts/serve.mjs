import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal, ROOT, runNode } from './steps.mjs';

/** Installs and builds what is missing, in a process of its own, so that the server starts with a fresh memory. */
export async function prepare(parts = []) {
  const code = await runNode('scripts/build.mjs', parts);
  if (code !== 0) throw new Refusal('Milepost could not be built.');
}

/**
 * Starts a built program in this very process, which keeps the arguments: a signal, a kill and the exit code then
 * belong to the server itself, and no server can outlive its command and hold the database.
 */
export async function serve(name, env) {
  process.chdir(ROOT);
  process.setSourceMapsEnabled(true);
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', NEXT_MANUAL_SIG_HANDLE: 'true' }, env);
  await import(pathToFileURL(join(ROOT, 'dist', `${name}.mjs`)).href);
}
