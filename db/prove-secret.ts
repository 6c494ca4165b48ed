import { sql } from 'drizzle-orm';
import type { Handle } from './client';
import { installation } from './schema';
import { rows } from './scope';

/** Whether the database remembers which secret it was made with; not so before its first start. */
export async function remembersSecret(handle: Handle): Promise<boolean> {
  const found = await rows<{ there: boolean }>(
    handle.orm,
    sql`SELECT EXISTS (SELECT FROM installation) AS there`,
  );
  return found[0]?.there ?? false;
}

/** Whether this is the fingerprint of the secret that the database was made with; one that has none takes this one. */
export async function isSecretOf(handle: Handle, fingerprint: Uint8Array): Promise<boolean> {
  // Two processes may start at once: the first one's secret stays.
  await handle.orm.insert(installation).values({ secretFingerprint: fingerprint }).onConflictDoNothing();
  const found = await rows<{ same: boolean }>(
    handle.orm,
    sql`SELECT secret_fingerprint = decode(${Buffer.from(fingerprint).toString('hex')}, 'hex') AS same FROM installation`,
  );
  return found[0]?.same ?? false;
}

/** Lets the database forget its secret: the next start takes the one it is given. */
export async function forgetSecret(handle: Handle): Promise<void> {
  await handle.orm.delete(installation);
}
