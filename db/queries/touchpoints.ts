import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { MomentPolarity, MomentReason } from '@/lib/journey/model';
import { touchpoints } from '../schema';
import type { Scope, TxScope } from '../scope';

export type TouchpointRow = {
  id: string;
  journeyId: string;
  stageId: string;
  lineageId: string;
  title: string;
  channel: string;
  ownerTeamId: string | null;
  momentPolarity: MomentPolarity | null;
  momentReason: MomentReason | null;
  expectedEmotion: number | null;
  position: number;
  retiredAt: Date | null;
};

const columns = {
  id: touchpoints.id,
  journeyId: touchpoints.journeyId,
  stageId: touchpoints.stageId,
  lineageId: touchpoints.lineageId,
  title: touchpoints.title,
  channel: touchpoints.channel,
  ownerTeamId: touchpoints.ownerTeamId,
  momentPolarity: touchpoints.momentPolarity,
  momentReason: touchpoints.momentReason,
  expectedEmotion: touchpoints.expectedEmotion,
  position: touchpoints.position,
  retiredAt: touchpoints.retiredAt,
};

/** One touchpoint, retired or not; null where this workspace has none of that id. */
export async function findTouchpoint(scope: Scope, id: string): Promise<TouchpointRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(touchpoints)
      .where(and(eq(touchpoints.workspaceId, scope.workspaceId), eq(touchpoints.id, id))),
  );
  return (found[0] as TouchpointRow | undefined) ?? null;
}

/** The ids of the touchpoints that a stage shows, in their order. */
export async function listTouchpointIds(scope: Scope, stageId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: touchpoints.id })
      .from(touchpoints)
      .where(
        and(
          eq(touchpoints.workspaceId, scope.workspaceId),
          eq(touchpoints.stageId, stageId),
          isNull(touchpoints.retiredAt),
        ),
      )
      .orderBy(asc(touchpoints.position), asc(touchpoints.id)),
  );
  return found.map((row) => row.id);
}

export async function insertTouchpoints(
  scope: TxScope,
  list: readonly Omit<TouchpointRow, 'retiredAt'>[],
): Promise<void> {
  if (list.length === 0) return;
  await scope.run((tx) =>
    tx.insert(touchpoints).values(list.map((one) => ({ workspaceId: scope.workspaceId, ...one }))),
  );
}

export async function updateTouchpoint(
  scope: TxScope,
  id: string,
  change: Partial<Omit<TouchpointRow, 'id' | 'journeyId' | 'lineageId'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(touchpoints)
      .set(change)
      .where(and(eq(touchpoints.workspaceId, scope.workspaceId), eq(touchpoints.id, id))),
  );
}

/** Puts these touchpoints into the stage, in the order given. */
export async function placeTouchpoints(
  scope: TxScope,
  stageId: string,
  ids: readonly string[],
): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`
      UPDATE touchpoints t SET stage_id = ${stageId}, position = o.place - 1
      FROM jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) WITH ORDINALITY AS o (id, place)
      WHERE t.workspace_id = ${scope.workspaceId} AND t.id = o.id::uuid`),
  );
}
