import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '@/lib/identity/model';
import { invites, users } from '../schema';
import type { Scope, TxScope } from '../scope';

/** An address that was asked to join and has not answered yet. */
export type Invite = { id: string; email: string; role: Role; expiresAt: Date; inviterId: string | null };

const columns = {
  id: invites.id,
  email: invites.email,
  role: invites.role,
  expiresAt: invites.expiresAt,
  inviterId: invites.inviterId,
};

/** That an invite can still be accepted. */
const acceptable = (scope: Scope, now: Date) =>
  and(eq(invites.workspaceId, scope.workspaceId), isNull(invites.acceptedAt), gt(invites.expiresAt, now));

/** The invites that can still be accepted, the oldest first. */
export async function listInvites(scope: Scope, now: Date): Promise<Invite[]> {
  const found = await scope.run((tx) =>
    tx.select(columns).from(invites).where(acceptable(scope, now)).orderBy(asc(invites.createdAt)),
  );
  return found as Invite[];
}

/** One invite that can still be accepted; null where it was used, expired, was withdrawn or never was. */
export async function findInvite(scope: Scope, id: string, now: Date): Promise<Invite | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(invites)
      .where(and(acceptable(scope, now), eq(invites.id, id))),
  );
  return (found[0] as Invite | undefined) ?? null;
}

/** Writes an invite; an earlier one to the same address no longer counts. */
export async function insertInvite(
  scope: TxScope,
  invite: Invite & { tokenHash: Uint8Array },
): Promise<void> {
  await scope.run(async (tx) => {
    await tx
      .delete(invites)
      .where(
        and(
          eq(invites.workspaceId, scope.workspaceId),
          eq(invites.email, invite.email),
          isNull(invites.acceptedAt),
        ),
      );
    await tx.insert(invites).values({ workspaceId: scope.workspaceId, ...invite });
  });
}

/**
 * Uses up an invite of the person's own address and returns its role: to exactly one of any number of callers, and only
 * before it expires; else null.
 */
export async function takeInvite(
  scope: TxScope,
  id: string,
  userId: string,
  now: Date,
): Promise<Role | null> {
  const taken = await scope.run(async (tx) => {
    const person = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    if (!person[0]) return [];
    return tx
      .update(invites)
      .set({ acceptedAt: now })
      .where(and(acceptable(scope, now), eq(invites.id, id), eq(invites.email, person[0].email)))
      .returning({ role: invites.role });
  });
  return (taken[0]?.role as Role | undefined) ?? null;
}

/** Ends the invites of a member that can still be accepted, and returns how many. */
export async function deleteInvitesOf(scope: TxScope, inviterId: string, now: Date): Promise<number> {
  const gone = await scope.run((tx) =>
    tx
      .delete(invites)
      .where(and(acceptable(scope, now), eq(invites.inviterId, inviterId)))
      .returning({ id: invites.id }),
  );
  return gone.length;
}

/** Withdraws an invite; false where there is none that is open. */
export async function deleteInvite(scope: TxScope, id: string): Promise<boolean> {
  const gone = await scope.run((tx) =>
    tx
      .delete(invites)
      .where(and(eq(invites.workspaceId, scope.workspaceId), eq(invites.id, id), isNull(invites.acceptedAt)))
      .returning({ id: invites.id }),
  );
  return gone.length === 1;
}
