import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../db/client';
import { demoState, forgetDemo, holdsForeignWorkspace, holdsLonePeople } from '../db/seed/demo-mark';
import { DEMO_EMAIL } from '../db/seed/seed-demo';
import { dataDirectory, env } from '../lib/env';

export const NOT_THE_DEMOS =
  'This database holds workspaces or people that the demo did not make, so the demo leaves it alone. ' +
  'Use npm start for it, or give the demo a database of its own: MILEPOST_DATA_DIR=.milepost-demo npm run demo.';

/**
 * Takes away what the demo made, or has the next seeding take it away.
 * Throws, and removes nothing, where the database holds a workspace that the demo did not make.
 */
export async function resetDemo(): Promise<void> {
  const { DATABASE_URL } = env();
  const data = join(dataDirectory(), 'db');
  if (!DATABASE_URL && !existsSync(data)) return;
  console.log('→ Removing the old demo');
  const handle = await open(DATABASE_URL ? { url: DATABASE_URL } : { directory: dataDirectory() });
  try {
    const { kind } = await demoState(handle, DEMO_EMAIL);
    if (kind === 'foreign' || (await holdsForeignWorkspace(handle))) throw new Error(NOT_THE_DEMOS);
    if (kind === 'empty') return;
    if (DATABASE_URL || (await holdsLonePeople(handle, DEMO_EMAIL))) return await forgetDemo(handle);
  } finally {
    await handle.close();
  }
  rmSync(data, { recursive: true, force: true });
}
