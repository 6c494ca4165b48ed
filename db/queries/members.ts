import { and, asc, eq } from 'drizzle-orm';
import { members, users } from '../schema';
import type { Scope, TxScope } from '../scope';

type Role = 'owner' | 'editor' | 'viewer';

export type Member = { userId: string; name: string | null; email: string; role: Role };

/** The person's role in this workspace; null where they are no member of it. */
export async function findRole(scope: Scope, userId: string): Promise<Role | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ role: members.role })
      .from(members)
      .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId))),
  );
  return (found[0]?.role as Role | undefined) ?? null;
}

/** Everybody who belongs to the workspace, the first joined first. */
export async function listMembers(scope: Scope): Promise<Member[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ userId: members.userId, name: users.name, email: users.email, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.workspaceId, scope.workspaceId))
      .orderBy(asc(members.joinedAt)),
  );
  return found as Member[];
}

/** Adds a member; a second time changes nothing. */
export async function insertMember(scope: TxScope, userId: string, role: Role): Promise<void> {
  await scope.run((tx) =>
    tx.insert(members).values({ workspaceId: scope.workspaceId, userId, role }).onConflictDoNothing(),
  );
}

/** Changes a member's role; false where there is no such member. */
export async function updateRole(scope: TxScope, userId: string, role: Role): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(members)
      .set({ role })
      .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId)))
      .returning({ userId: members.userId }),
  );
  return changed.length === 1;
}

/** Removes a member; false where there is no such member. */
export async function deleteMember(scope: TxScope, userId: string): Promise<boolean> {
  const gone = await scope.run((tx) =>
    tx
      .delete(members)
      .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId)))
      .returning({ userId: members.userId }),
  );
  return gone.length === 1;
}

/** The owners of the workspace, locked until the transaction ends, so that two of them cannot both be the last to go. */
export async function lockOwners(scope: TxScope): Promise<string[]> {
  const owners = await scope.run((tx) =>
    tx
      .select({ userId: members.userId })
      .from(members)
      .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.role, 'owner')))
      .orderBy(asc(members.userId))
      .for('update'),
  );
  return owners.map((owner) => owner.userId);
}
