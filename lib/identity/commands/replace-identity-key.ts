import { z } from 'zod';
import { advanceIdentityKey } from '@/db/queries/workspaces';
import { command } from '@/lib/command';

/**
 * Makes a new key for signing who a person is. The one before stays good until the next replacement, so that a site can
 * change over without losing a signature; a key that got out is dead after two.
 */
export const replaceIdentityKey = command('identity.replaceKey', z.strictObject({}), async (tx) => {
  const version = await advanceIdentityKey(tx);
  return { id: tx.workspaceId, version };
});
