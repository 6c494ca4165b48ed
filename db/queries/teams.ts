import { and, asc, eq, inArray } from 'drizzle-orm';
import { teams } from '../schema';
import type { Scope, TxScope } from '../scope';

export type TeamRow = { id: string; name: string };

const columns = { id: teams.id, name: teams.name };

/** Every team of the workspace, by name. */
export function listTeams(scope: Scope): Promise<TeamRow[]> {
  return scope.run((tx) =>
    tx.select(columns).from(teams).where(eq(teams.workspaceId, scope.workspaceId)).orderBy(asc(teams.name)),
  );
}

/** One team; null where this workspace has none of that id. */
export async function findTeam(scope: Scope, id: string): Promise<TeamRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(teams)
      .where(and(eq(teams.workspaceId, scope.workspaceId), eq(teams.id, id))),
  );
  return found[0] ?? null;
}

/** The team of a name; null where there is none. */
export async function findTeamOfName(scope: Scope, name: string): Promise<TeamRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(teams)
      .where(and(eq(teams.workspaceId, scope.workspaceId), eq(teams.name, name))),
  );
  return found[0] ?? null;
}

/** How many of these teams the workspace has. */
export async function countTeams(scope: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const found = await scope.run((tx) =>
    tx
      .select({ id: teams.id })
      .from(teams)
      .where(and(eq(teams.workspaceId, scope.workspaceId), inArray(teams.id, [...ids]))),
  );
  return found.length;
}

/** Adds a team; false where the name is taken. */
export async function insertTeam(scope: TxScope, team: TeamRow): Promise<boolean> {
  const added = await scope.run((tx) =>
    tx
      .insert(teams)
      .values({ workspaceId: scope.workspaceId, ...team })
      .onConflictDoNothing()
      .returning({ id: teams.id }),
  );
  return added.length === 1;
}

export async function updateTeam(scope: TxScope, id: string, name: string): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(teams)
      .set({ name })
      .where(and(eq(teams.workspaceId, scope.workspaceId), eq(teams.id, id))),
  );
}
