import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { MomentPolarity, MomentReason } from '@/lib/journey/model';
import type {
  Decision,
  ImportanceSource,
  Information,
  TouchpointKind,
  Visibility,
} from '@/lib/journey/model/touchpoint';
import { touchpoints, touchpointTeams } from '../schema';
import type { Scope, TxScope } from '../scope';

/** A touchpoint as it is stored; its contributing teams are rows of their own. */
export type TouchpointRow = {
  id: string;
  journeyId: string;
  stageId: string;
  lineageId: string;
  title: string;
  channels: string[];
  kind: TouchpointKind;
  visibility: Visibility;
  trigger: string;
  delayMinutes: number | null;
  durationMinutes: number | null;
  motivation: string;
  promise: string;
  toldNext: string;
  contactRole: string;
  importanceCustomer: number | null;
  importanceBusiness: number | null;
  importanceSource: ImportanceSource | null;
  importanceReason: string;
  decision: Decision | null;
  decisionReason: string;
  information: Information[];
  playbook: string;
  reviewCadenceDays: number | null;
  subJourneyId: string | null;
  splitFromId: string | null;
  splitAt: Date | null;
  ownerUserId: string | null;
  ownerTeamId: string | null;
  momentPolarity: MomentPolarity | null;
  momentReason: MomentReason | null;
  expectedEmotion: number | null;
  position: number;
  retiredAt: Date | null;
};

const { workspaceId: _, createdAt: __, ...columns } = getTableColumns(touchpoints);

/** What a new touchpoint has to say of itself; the rest starts empty. */
export type NewTouchpoint = Pick<
  TouchpointRow,
  'id' | 'journeyId' | 'stageId' | 'lineageId' | 'title' | 'channels' | 'position'
> &
  Partial<Omit<TouchpointRow, 'retiredAt'>>;

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

export async function insertTouchpoints(scope: TxScope, list: readonly NewTouchpoint[]): Promise<void> {
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

/** The teams that contribute to a touchpoint besides its owner. */
export async function listContributors(scope: Scope, touchpointId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    tx
      .select({ teamId: touchpointTeams.teamId })
      .from(touchpointTeams)
      .where(
        and(
          eq(touchpointTeams.workspaceId, scope.workspaceId),
          eq(touchpointTeams.touchpointId, touchpointId),
        ),
      )
      .orderBy(asc(touchpointTeams.teamId)),
  );
  return found.map((row) => row.teamId);
}

/** Makes these, and no others, the contributing teams of a touchpoint. */
export async function replaceContributors(
  scope: TxScope,
  touchpointId: string,
  teamIds: readonly string[],
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (tx) => {
    await tx
      .delete(touchpointTeams)
      .where(
        and(eq(touchpointTeams.workspaceId, workspaceId), eq(touchpointTeams.touchpointId, touchpointId)),
      );
    if (teamIds.length > 0) {
      await tx
        .insert(touchpointTeams)
        .values(teamIds.map((teamId) => ({ workspaceId, touchpointId, teamId })));
    }
  });
}
