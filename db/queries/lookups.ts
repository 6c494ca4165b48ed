import { sql } from 'drizzle-orm';
import type { Orm } from '../client';
import { rows } from '../scope';

/**
 * What may be asked before a scope exists. Each goes through a function of the database that is given the hash of a key
 * and returns ids, nothing else.
 */
type Found = { workspaceId: string; id: string };

const found = sql.raw('workspace_id AS "workspaceId", id');

/** The placement of a public key, open or closed; null where no workspace has it. */
export async function findPlacementOfKey(orm: Orm, keyHash: Uint8Array): Promise<Found | null> {
  return (await rows<Found>(orm, sql`SELECT ${found} FROM placement_of_key(${hex(keyHash)})`))[0] ?? null;
}

/** The invitation of a token's hash; null where there is none. */
export async function findInvitationOfToken(orm: Orm, tokenHash: Uint8Array): Promise<Found | null> {
  return (
    (await rows<Found>(orm, sql`SELECT ${found} FROM invitation_of_token(${hex(tokenHash)})`))[0] ?? null
  );
}

/** The invite (to join a workspace) of a token's hash; null where there is none. */
export async function findInviteOfToken(orm: Orm, tokenHash: Uint8Array): Promise<Found | null> {
  return (await rows<Found>(orm, sql`SELECT ${found} FROM invite_of_token(${hex(tokenHash)})`))[0] ?? null;
}

/** The share of a token's hash that works now; null where there is none, it was revoked or has expired. */
export async function findShareOfToken(orm: Orm, tokenHash: Uint8Array): Promise<Found | null> {
  return (await rows<Found>(orm, sql`SELECT ${found} FROM share_of_token(${hex(tokenHash)})`))[0] ?? null;
}

/** The unrevoked API key of a hash; null where there is none. */
export async function findApiKeyOfHash(orm: Orm, keyHash: Uint8Array): Promise<Found | null> {
  return (await rows<Found>(orm, sql`SELECT ${found} FROM api_key_of_hash(${hex(keyHash)})`))[0] ?? null;
}

/** The workspace of a widget's site key; null where there is none. */
export async function findWorkspaceOfSiteKey(orm: Orm, keyHash: Uint8Array): Promise<string | null> {
  const result = await rows<{ id: string }>(
    orm,
    sql`SELECT workspace_id AS id FROM workspace_of_site_key(${hex(keyHash)})`,
  );
  return result[0]?.id ?? null;
}

/** A leased job; complete it only with the same token. */
export type ClaimedJob = Found & { leaseToken: string };

/** Claims due jobs of any workspace; others leave them alone until the lease ends, by the database's clock. */
export function claimJobs(orm: Orm, most: number, leaseSeconds: number): Promise<ClaimedJob[]> {
  return rows<ClaimedJob>(
    orm,
    sql`SELECT ${found}, lease_token AS "leaseToken" FROM claim_jobs(${most}, ${leaseSeconds})`,
  );
}

const hex = (bytes: Uint8Array) => sql`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`;
