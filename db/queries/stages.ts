import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { stages } from '../schema';
import type { Scope, TxScope } from '../scope';

export type StageRow = {
  id: string;
  journeyId: string;
  title: string;
  goal: string;
  ownerTeamId: string | null;
  position: number;
  retiredAt: Date | null;
};

const columns = {
  id: stages.id,
  journeyId: stages.journeyId,
  title: stages.title,
  goal: stages.goal,
  ownerTeamId: stages.ownerTeamId,
  position: stages.position,
  retiredAt: stages.retiredAt,
};

/** One stage, retired or not; null where this workspace has none of that id. */
export async function findStage(scope: Scope, id: string): Promise<StageRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(stages)
      .where(and(eq(stages.workspaceId, scope.workspaceId), eq(stages.id, id))),
  );
  return found[0] ?? null;
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

export async function insertStages(
  scope: TxScope,
  list: readonly Omit<StageRow, 'retiredAt'>[],
): Promise<void> {
  if (list.length === 0) return;
  await scope.run((tx) =>
    tx.insert(stages).values(list.map((stage) => ({ workspaceId: scope.workspaceId, ...stage }))),
  );
}

export async function updateStage(
  scope: TxScope,
  id: string,
  change: Partial<Pick<StageRow, 'title' | 'goal' | 'ownerTeamId' | 'retiredAt'>>,
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
