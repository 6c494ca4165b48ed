import { and, eq, sql } from 'drizzle-orm';
import { decisions } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type DecisionRow = {
  id: string;
  journeyId: string;
  /** null: the whole journey. */
  touchpointId: string | null;
  /** The map as it was when this was decided. */
  versionId: string | null;
  text: string;
  reason: string;
  decidedOn: string;
};

/** A decision as its log shows it. */
export type LoggedDecision = DecisionRow & {
  /** The touchpoint's name now, retired or not. */
  touchpointTitle: string | null;
  versionNumber: number | null;
  versionName: string | null;
  /** null: nobody who still belongs to the workspace. */
  by: string | null;
};

const { id, journeyId, touchpointId, versionId, text, reason, decidedOn } = decisions;

/** The decisions about a journey and its touchpoints, the newest first. */
export function listDecisions(scope: Scope, ofJourney: string): Promise<LoggedDecision[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT d.id, d.journey_id AS "journeyId", d.touchpoint_id AS "touchpointId", d.version_id AS "versionId",
          d.text, d.reason, d.decided_on::text AS "decidedOn", t.title AS "touchpointTitle",
          v.number AS "versionNumber", v.name AS "versionName", coalesce(u.name, u.email) AS by
        FROM decisions d
        LEFT JOIN touchpoints t ON t.workspace_id = d.workspace_id AND t.id = d.touchpoint_id
        LEFT JOIN journey_versions v ON v.workspace_id = d.workspace_id AND v.id = d.version_id
        LEFT JOIN members m ON m.workspace_id = d.workspace_id AND m.user_id = d.created_by
        LEFT JOIN users u ON u.id = m.user_id
        WHERE d.workspace_id = ${scope.workspaceId} AND d.journey_id = ${ofJourney}
        ORDER BY d.decided_on DESC, d.created_at DESC, d.id`,
    ),
  );
}

/** One decision; null where this workspace has none of that id. */
export async function findDecision(scope: Scope, decisionId: string): Promise<DecisionRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id, journeyId, touchpointId, versionId, text, reason, decidedOn })
      .from(decisions)
      .where(one(scope, decisionId)),
  );
  return found[0] ?? null;
}

export async function insertDecision(scope: TxScope, decision: DecisionRow): Promise<void> {
  const { workspaceId, actor } = scope;
  const createdBy = actor.kind === 'member' ? actor.userId : null;
  await scope.run((tx) => tx.insert(decisions).values({ workspaceId, ...decision, createdBy }));
}

export async function updateDecision(
  scope: TxScope,
  decisionId: string,
  change: Partial<Pick<DecisionRow, 'text' | 'reason' | 'decidedOn'>>,
): Promise<void> {
  await scope.run((tx) => tx.update(decisions).set(change).where(one(scope, decisionId)));
}

export async function deleteDecision(scope: TxScope, decisionId: string): Promise<void> {
  await scope.run((tx) => tx.delete(decisions).where(one(scope, decisionId)));
}

const one = (scope: Scope, decisionId: string) =>
  and(eq(decisions.workspaceId, scope.workspaceId), eq(decisions.id, decisionId));
