import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { EvidenceFields, EvidenceKind, Stance } from '@/lib/journey/model/statement';
import { evidence } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** A piece of evidence as it is stored; `placementId` and `responseId` name one of our own answers, or are null. */
export type EvidenceRow = EvidenceFields & {
  id: string;
  statementId: string;
  placementId: string | null;
  responseId: string | null;
};

const { workspaceId: _, createdAt: __, createdBy: ___, ...columns } = getTableColumns(evidence);

/**
 * Leaves out evidence that is one of our own answers while that answer is held back: it counts nowhere, so it carries no
 * statement either. `evidence` is how the statement calls its table.
 */
export const NOT_HELD = (evidence: string): string =>
  `(${evidence}.response_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM responses held WHERE held.workspace_id = ${evidence}.workspace_id
      AND held.placement_id = ${evidence}.placement_id AND held.id = ${evidence}.response_id
      AND held.suspect IS NOT NULL))`;

/** One piece of evidence; null where this workspace has none of that id. */
export async function findEvidence(scope: Scope, id: string): Promise<EvidenceRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(evidence)
      .where(and(eq(evidence.workspaceId, scope.workspaceId), eq(evidence.id, id))),
  );
  return (found[0] as EvidenceRow | undefined) ?? null;
}

/** What a statement rests on, as far as its weight depends on it. */
export async function listWeighed(
  scope: Scope,
  statementId: string,
): Promise<{ kind: EvidenceKind; stance: Stance; gatheredOn: string; expiresOn: string | null }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT kind, stance, gathered_on::text AS "gatheredOn", expires_on::text AS "expiresOn" FROM evidence
          WHERE workspace_id = ${scope.workspaceId} AND statement_id = ${statementId} AND ${sql.raw(NOT_HELD('evidence'))}`,
    ),
  );
}

/** The evidence that one of our own answers already is of the statement; null where it is none. */
export async function findAttached(
  scope: Scope,
  statementId: string,
  answer: { placementId: string; responseId: string },
): Promise<string | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(
        and(
          eq(evidence.workspaceId, scope.workspaceId),
          eq(evidence.statementId, statementId),
          eq(evidence.placementId, answer.placementId),
          eq(evidence.responseId, answer.responseId),
        ),
      ),
  );
  return found[0]?.id ?? null;
}

/** The day on which one of our own answers was first received; null where this workspace has no such answer. */
export async function findAnswerDay(
  scope: Scope,
  answer: { placementId: string; responseId: string },
): Promise<string | null> {
  const found = await scope.run((tx) =>
    rows<{ day: string }>(
      tx,
      sql`SELECT day::text AS day FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND placement_id = ${answer.placementId}
            AND id = ${answer.responseId} AND suspect IS NULL`,
    ),
  );
  return found[0]?.day ?? null;
}

/** Adds a piece of evidence; false where its id is taken. */
export async function insertEvidence(
  scope: TxScope,
  one: EvidenceRow & { createdBy: string | null },
): Promise<boolean> {
  const added = await scope.run((tx) =>
    tx
      .insert(evidence)
      .values({ workspaceId: scope.workspaceId, ...one })
      .onConflictDoNothing()
      .returning({ id: evidence.id }),
  );
  return added.length === 1;
}

export async function updateEvidence(
  scope: TxScope,
  id: string,
  change: Partial<EvidenceFields>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(evidence)
      .set(change)
      .where(and(eq(evidence.workspaceId, scope.workspaceId), eq(evidence.id, id))),
  );
}

export async function deleteEvidence(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(evidence).where(and(eq(evidence.workspaceId, scope.workspaceId), eq(evidence.id, id))),
  );
}
