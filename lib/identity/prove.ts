import { database } from '@/db/client';
import { findKeyWrites } from '@/db/queries/api-keys';
import {
  findApiKeyOfHash,
  findInvitationOfToken,
  findInviteOfToken,
  findPlacementOfKey,
  findShareOfToken,
  findWorkspaceOfSiteKey,
} from '@/db/queries/lookups';
import { findRole } from '@/db/queries/members';
import { makeScope, type Scope } from '@/db/scope';
import { hashOf, newId } from '../id';
import { shared } from '../registry';

/**
 * The only place that makes a scope. Each function turns one kind of proof into the right to one workspace, or null
 * where the proof is not good; only `lib/gates` calls them.
 */

/** A person signed in, for a workspace that they belong to now. */
export async function proveMember(userId: string, workspaceId: string): Promise<Scope | null> {
  const asked = makeScope(database(), workspaceId, { kind: 'clock' });
  const role = await findRole(asked, userId);
  return role ? makeScope(database(), workspaceId, { kind: 'member', userId, role }) : null;
}

/** A person signed in who founds a new workspace: the scope of one that does not exist yet. */
export function proveFounder(userId: string): Scope {
  return makeScope(database(), newId(), { kind: 'member', userId, role: 'owner' });
}

/** The bearer of an API key. */
export async function proveKey(key: string): Promise<Scope | null> {
  if (!/^mp_[0-9A-Za-z]{20,80}$/.test(key)) return null;
  const hash = hashOf(key);
  const found = await remembered('api-keys', Buffer.from(hash).toString('hex'), () =>
    findApiKeyOfHash(database().orm, hash),
  );
  if (!found) return null;
  const reader = makeScope(database(), found.workspaceId, { kind: 'key', keyId: found.id, writes: false });
  // Whether it still works is asked each time.
  const writes = await findKeyWrites(reader, found.id);
  if (writes === null) return null;
  return writes ? makeScope(database(), found.workspaceId, { kind: 'key', keyId: found.id, writes }) : reader;
}

/** Somebody who knows a placement's public key: it identifies and never authorizes more than answering there. */
export async function provePlacement(key: string): Promise<{ scope: Scope; placementId: string } | null> {
  if (!/^[0-9A-Za-z]{8,64}$/.test(key)) return null;
  const found = await remembered('placement-keys', key, () =>
    findPlacementOfKey(database().orm, hashOf(key)),
  );
  if (!found) return null;
  return {
    scope: makeScope(database(), found.workspaceId, { kind: 'respondent' }),
    placementId: found.id,
  };
}

/** Somebody who holds the token of one invitation. */
export async function proveInvitation(token: string): Promise<{ scope: Scope; invitationId: string } | null> {
  if (!/^[0-9A-Za-z_-]{16,64}$/.test(token)) return null;
  const found = await findInvitationOfToken(database().orm, hashOf(token));
  if (!found) return null;
  return {
    scope: makeScope(database(), found.workspaceId, { kind: 'respondent' }),
    invitationId: found.id,
  };
}

/** A site that carries the workspace's widget. */
export async function proveSiteKey(key: string): Promise<Scope | null> {
  if (!/^[0-9A-Za-z]{8,64}$/.test(key)) return null;
  const workspaceId = await findWorkspaceOfSiteKey(database().orm, hashOf(key));
  return workspaceId ? makeScope(database(), workspaceId, { kind: 'respondent' }) : null;
}

/** A person signed in who holds the token of an invite: acts as a viewer until the invite's role is written. */
export async function proveInvite(
  token: string,
  userId: string,
): Promise<{ scope: Scope; inviteId: string } | null> {
  if (!/^[0-9A-Za-z_-]{16,64}$/.test(token)) return null;
  const found = await findInviteOfToken(database().orm, hashOf(token));
  if (!found) return null;
  return {
    scope: makeScope(database(), found.workspaceId, { kind: 'member', userId, role: 'viewer' }),
    inviteId: found.id,
  };
}

/** Whoever holds the token of a share that works now: may look at its map, and nothing else. */
export async function proveShare(token: string): Promise<{ scope: Scope; shareId: string } | null> {
  if (!/^[0-9A-Za-z]{24}$/.test(token)) return null;
  const found = await findShareOfToken(database().orm, hashOf(token));
  if (!found) return null;
  return { scope: makeScope(database(), found.workspaceId, { kind: 'guest' }), shareId: found.id };
}

/** A job that was claimed in this workspace. */
export function proveClock(workspaceId: string): Scope {
  return makeScope(database(), workspaceId, { kind: 'clock' });
}

type Owned = { workspaceId: string; id: string };

/** What a key was found to be. A key never changes what it belongs to, so it may be remembered; the cap only bounds memory. */
async function remembered(
  kind: 'api-keys' | 'placement-keys',
  key: string,
  find: () => Promise<Owned | null>,
): Promise<Owned | null> {
  const known = shared(kind, () => new Map<string, Owned>());
  const before = known.get(key);
  if (before) return before;
  const found = await find();
  if (found) {
    if (known.size >= 10_000) known.clear();
    known.set(key, found);
  }
  return found;
}
