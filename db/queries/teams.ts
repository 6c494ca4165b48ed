import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { teams } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

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

export type TeamUses = TeamRow & {
  /** Stages and touchpoints on maps that it owns. */
  stages: number;
  touchpoints: number;
  /** Stages and touchpoints on maps to which it contributes. */
  contributions: number;
  /** Whether anything names it, on a map or retired. */
  named: boolean;
};

/** Every team of the workspace, by name, with how much it has. */
export function listTeamUses(scope: Scope): Promise<TeamUses[]> {
  const shownStage = sql`s.retired_at IS NULL AND j.retired_at IS NULL`;
  const stages = sql`stages s JOIN journeys j ON j.workspace_id = s.workspace_id AND j.id = s.journey_id`;
  const touchpoints = sql`touchpoints t
    JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
    JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id`;
  return scope.run((tx) =>
    rows<TeamUses>(
      tx,
      sql`
        SELECT m.id, m.name, owned.stages, owned.touchpoints,
          helped.stages + helped.touchpoints AS contributions,
          owned.ever + helped.ever > 0 AS named
        FROM teams m
        CROSS JOIN LATERAL (
          SELECT
            (SELECT count(*)::int FROM ${stages}
             WHERE s.workspace_id = m.workspace_id AND s.owner_team_id = m.id AND ${shownStage}) AS stages,
            (SELECT count(*)::int FROM ${touchpoints}
             WHERE t.workspace_id = m.workspace_id AND t.owner_team_id = m.id
               AND t.retired_at IS NULL AND ${shownStage}) AS touchpoints,
            (SELECT count(*)::int FROM stages s
             WHERE s.workspace_id = m.workspace_id AND s.owner_team_id = m.id)
            + (SELECT count(*)::int FROM touchpoints t
               WHERE t.workspace_id = m.workspace_id AND t.owner_team_id = m.id) AS ever) owned
        CROSS JOIN LATERAL (
          SELECT
            (SELECT count(*)::int FROM stage_teams x JOIN ${stages} ON s.workspace_id = x.workspace_id AND s.id = x.stage_id
             WHERE x.workspace_id = m.workspace_id AND x.team_id = m.id AND ${shownStage}) AS stages,
            (SELECT count(*)::int FROM touchpoint_teams x
             JOIN ${touchpoints} ON t.workspace_id = x.workspace_id AND t.id = x.touchpoint_id
             WHERE x.workspace_id = m.workspace_id AND x.team_id = m.id
               AND t.retired_at IS NULL AND ${shownStage}) AS touchpoints,
            (SELECT count(*)::int FROM stage_teams x
             WHERE x.workspace_id = m.workspace_id AND x.team_id = m.id)
            + (SELECT count(*)::int FROM touchpoint_teams x
               WHERE x.workspace_id = m.workspace_id AND x.team_id = m.id) AS ever) helped
        WHERE m.workspace_id = ${scope.workspaceId}
        ORDER BY m.name`,
    ),
  );
}

/** The journeys in which a team owns something or contributes to it, retired parts included. */
export async function listJourneysOfTeam(scope: Scope, teamId: string): Promise<string[]> {
  const { workspaceId } = scope;
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`
        SELECT s.journey_id AS id FROM stages s
        WHERE s.workspace_id = ${workspaceId} AND (s.owner_team_id = ${teamId} OR EXISTS (
          SELECT FROM stage_teams x
          WHERE x.workspace_id = s.workspace_id AND x.stage_id = s.id AND x.team_id = ${teamId}))
        UNION
        SELECT t.journey_id FROM touchpoints t
        WHERE t.workspace_id = ${workspaceId} AND (t.owner_team_id = ${teamId} OR EXISTS (
          SELECT FROM touchpoint_teams x
          WHERE x.workspace_id = t.workspace_id AND x.touchpoint_id = t.id AND x.team_id = ${teamId}))
        ORDER BY 1`,
    ),
  );
  return found.map(({ id }) => id);
}

/** What a team handed over in one journey: ids of stages and touchpoints. */
export type HandedOver = {
  stages: string[];
  touchpoints: string[];
  contributions: string[];
};

/**
 * Gives everything that one team owns in a journey, retired parts included, to another, and lets the other contribute
 * where the one did. Where the other already owns or contributes, the one just leaves.
 */
export async function handOver(
  scope: TxScope,
  journeyId: string,
  fromId: string,
  toId: string,
): Promise<HandedOver> {
  const { workspaceId } = scope;
  return scope.run(async (tx) => {
    const ids = async (statement: ReturnType<typeof sql>) =>
      (await rows<{ id: string }>(tx, statement)).map(({ id }) => id).sort();
    const owned = (table: string) => {
      const name = sql.identifier(table);
      return ids(sql`
        UPDATE ${name} SET owner_team_id = ${toId}
        WHERE workspace_id = ${workspaceId} AND journey_id = ${journeyId} AND owner_team_id = ${fromId}
        RETURNING id`);
    };
    const helped = async (table: string, helpers: string, key: string) => {
      const [things, teamsOf, thing] = [sql.identifier(table), sql.identifier(helpers), sql.identifier(key)];
      const left = await ids(sql`
        DELETE FROM ${teamsOf} x USING ${things} o
        WHERE x.workspace_id = ${workspaceId} AND x.team_id = ${fromId}
          AND o.workspace_id = x.workspace_id AND o.id = x.${thing} AND o.journey_id = ${journeyId}
        RETURNING x.${thing} AS id`);
      await tx.execute(sql`
        INSERT INTO ${teamsOf} (workspace_id, ${thing}, team_id)
        SELECT o.workspace_id, o.id, ${toId}::uuid FROM ${things} o
        JOIN jsonb_array_elements_text(${JSON.stringify(left)}::text::jsonb) AS l (id) ON l.id::uuid = o.id
        WHERE o.workspace_id = ${workspaceId} AND o.owner_team_id IS DISTINCT FROM ${toId}::uuid
        ON CONFLICT DO NOTHING`);
      return left;
    };
    const stages = await owned('stages');
    const touchpoints = await owned('touchpoints');
    const contributions = [
      ...(await helped('stages', 'stage_teams', 'stage_id')),
      ...(await helped('touchpoints', 'touchpoint_teams', 'touchpoint_id')),
    ];
    return { stages, touchpoints, contributions };
  });
}
