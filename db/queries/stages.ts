import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { MetricId } from '@/lib/scoring/metrics';
import { stages, stageTeams } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** A stage as it is stored; its contributing teams are rows of their own. */
export type StageRow = {
  id: string;
  journeyId: string;
  title: string;
  goal: string;
  successCriterion: string;
  targetMetric: MetricId | null;
  targetValue: number | null;
  ownerTeamId: string | null;
  position: number;
  retiredAt: Date | null;
};

const { workspaceId: _, ...columns } = getTableColumns(stages);

/** What a new stage has to say of itself; the rest starts empty. */
export type NewStage = Pick<StageRow, 'id' | 'journeyId' | 'title' | 'position'> &
  Partial<Omit<StageRow, 'retiredAt'>>;

/** One stage, retired or not; null where this workspace has none of that id. */
export async function findStage(scope: Scope, id: string): Promise<StageRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(stages)
      .where(and(eq(stages.workspaceId, scope.workspaceId), eq(stages.id, id))),
  );
  return (found[0] as StageRow | undefined) ?? null;
}

/** The ids of the stages that a journey shows, in their order. */
export async function listStageIds(scope: Scope, journeyId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: stages.id })
      .from(stages)
      .where(
        and(
          eq(stages.workspaceId, scope.workspaceId),
          eq(stages.journeyId, journeyId),
          isNull(stages.retiredAt),
        ),
      )
      .orderBy(asc(stages.position), asc(stages.id)),
  );
  return found.map((row) => row.id);
}

export async function insertStages(scope: TxScope, list: readonly NewStage[]): Promise<void> {
  if (list.length === 0) return;
  await scope.run((tx) =>
    tx.insert(stages).values(list.map((stage) => ({ workspaceId: scope.workspaceId, ...stage }))),
  );
}

export async function updateStage(
  scope: TxScope,
  id: string,
  change: Partial<Omit<StageRow, 'id' | 'journeyId' | 'position'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(stages)
      .set(change)
      .where(and(eq(stages.workspaceId, scope.workspaceId), eq(stages.id, id))),
  );
}

/** Numbers the stages in the order given. */
export async function placeStages(scope: TxScope, ids: readonly string[]): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`
      UPDATE stages s SET position = o.place - 1
      FROM jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) WITH ORDINALITY AS o (id, place)
      WHERE s.workspace_id = ${scope.workspaceId} AND s.id = o.id::uuid`),
  );
}

/** The teams that contribute to a stage besides its owner. */
export async function listStageContributors(scope: Scope, stageId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ teamId: stageTeams.teamId })
      .from(stageTeams)
      .where(and(eq(stageTeams.workspaceId, scope.workspaceId), eq(stageTeams.stageId, stageId)))
      .orderBy(asc(stageTeams.teamId)),
  );
  return found.map((row) => row.teamId);
}

/** Makes these, and no others, the contributing teams of a stage. */
export async function replaceStageContributors(
  scope: TxScope,
  stageId: string,
  teamIds: readonly string[],
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (tx) => {
    await tx
      .delete(stageTeams)
      .where(and(eq(stageTeams.workspaceId, workspaceId), eq(stageTeams.stageId, stageId)));
    if (teamIds.length > 0) {
      await tx.insert(stageTeams).values(teamIds.map((teamId) => ({ workspaceId, stageId, teamId })));
    }
  });
}

/** The stages that are shown of every journey that is not retired, by title of the journey and order of the stages. */
export function listStagePlaces(
  scope: Scope,
): Promise<{ journeyId: string; journey: string; stages: { id: string; title: string }[] }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT j.id AS "journeyId", j.title AS journey,
            json_agg(json_build_object('id', s.id, 'title', s.title) ORDER BY s.position, s.id) AS stages
          FROM journeys j JOIN stages s ON s.workspace_id = j.workspace_id AND s.journey_id = j.id
          WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL AND s.retired_at IS NULL
          GROUP BY j.workspace_id, j.id, j.title ORDER BY j.title, j.id`,
    ),
  );
}
