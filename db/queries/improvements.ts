import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Improvement, ImprovementMove } from '@/lib/improvements/model';
import {
  improvementAnswers,
  improvementMoves,
  improvementStatements,
  improvementSubjects,
  improvements,
} from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { listOf } from './within';

/** As much of an improvement as stands in its own row. */
export type ImprovementRow = Omit<Improvement, 'lineageIds' | 'statementIds' | 'answers' | 'createdAt'>;

/** Improvements that are not retired, the newest first: of the workspace, or of one journey or one lineage. */
export function listImprovements(
  scope: Scope,
  only: { journeyId?: string; lineageIds?: readonly string[] } = {},
): Promise<Improvement[]> {
  const ofJourney = only.journeyId === undefined ? sql`` : sql`AND i.journey_id = ${only.journeyId}::uuid`;
  const ofLineages =
    only.lineageIds === undefined
      ? sql``
      : sql`AND EXISTS (SELECT 1 FROM improvement_subjects s
          WHERE s.workspace_id = i.workspace_id AND s.improvement_id = i.id
            AND s.lineage_id = ANY(${`{${only.lineageIds.join(',')}}`}::uuid[]))`;
  return read(scope, sql`i.retired_at IS NULL ${ofJourney} ${ofLineages}`);
}

/** One improvement, retired or not; null where this workspace has none of that id. */
export async function findImprovement(scope: Scope, id: string): Promise<Improvement | null> {
  return (await read(scope, sql`i.id = ${id}::uuid`))[0] ?? null;
}

/** What an improvement was moved to, the oldest first. */
export async function listMoves(scope: Scope, improvementId: string): Promise<ImprovementMove[]> {
  const found = await scope.run((tx) =>
    rows<Omit<ImprovementMove, 'at'> & { at: Date | string }>(
      tx,
      sql`SELECT m.state, m.reason, m.moved_at AS at, coalesce(u.name, u.email) AS by
          FROM improvement_moves m
          LEFT JOIN members b ON b.workspace_id = m.workspace_id AND b.user_id = m.moved_by
          LEFT JOIN users u ON u.id = b.user_id
          WHERE m.workspace_id = ${scope.workspaceId} AND m.improvement_id = ${improvementId}::uuid
          ORDER BY m.moved_at, m.id`,
    ),
  );
  return found.map((one) => ({ ...one, at: new Date(one.at) }));
}

/** How many pieces of evidence each of these statements has; held-back answers and retired statements carry none. */
export async function listStatementEvidence(
  scope: Scope,
  statementIds: readonly string[],
): Promise<{ id: string; evidence: number }[]> {
  if (statementIds.length === 0) return [];
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT s.id, (
            SELECT count(*)::int FROM evidence e
            LEFT JOIN responses held ON held.workspace_id = e.workspace_id
              AND held.placement_id = e.placement_id AND held.id = e.response_id
            WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id AND held.suspect IS NULL
          ) AS evidence
          FROM statements s
          WHERE s.workspace_id = ${scope.workspaceId} AND s.retired_at IS NULL
            AND s.id = ANY(${`{${statementIds.join(',')}}`}::uuid[])`,
    ),
  );
}

/** Our own answers that an improvement rests on, the newest first; held-back ones are left out. */
export function listLinkedAnswers(scope: Scope, improvementId: string): Promise<LinkedAnswer[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT r.placement_id AS "placementId", r.id AS "responseId", r.metric, r.score, r.comment,
            r.day::text AS day
          FROM improvement_answers a
          JOIN responses r ON r.workspace_id = a.workspace_id AND r.placement_id = a.placement_id
            AND r.id = a.response_id
          WHERE a.workspace_id = ${scope.workspaceId} AND a.improvement_id = ${improvementId}::uuid
            AND r.suspect IS NULL
          ORDER BY r.received_at DESC, r.id`,
    ),
  );
}

/** What is asked of the answers that an improvement may rest on. */
export type AnswersAsked = {
  /** Words that have to be in the comment. */
  q: string;
  /** null: about anything. */
  themeId: string | null;
  /** Whether answers without a comment are shown too; they have no words and no theme. */
  wordless: boolean;
};

/** The newest answers about these subjects, and whether each is linked to the improvement; held-back ones are left out. */
export function searchAnswers(
  scope: Scope,
  improvementId: string,
  lineageIds: readonly string[],
  { q, themeId, wordless }: AnswersAsked,
  most: number,
): Promise<(LinkedAnswer & { linked: boolean })[]> {
  if (lineageIds.length === 0) return Promise.resolve([]);
  const conditions = q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`AND r.comment ILIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (!wordless || themeId !== null) conditions.push(sql`AND r.comment IS NOT NULL`);
  if (themeId !== null) {
    conditions.push(sql`AND EXISTS (
      SELECT 1 FROM voices v JOIN voice_themes o ON o.workspace_id = v.workspace_id AND o.voice_id = v.id
      WHERE v.workspace_id = ${scope.workspaceId} AND v.placement_id = r.placement_id AND v.response_id = r.id
        AND o.theme_id = ${themeId}::uuid AND coalesce(o.said, o.found))`);
  }
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT r.placement_id AS "placementId", r.id AS "responseId", r.metric, r.score, r.comment,
            r.day::text AS day, EXISTS (
              SELECT 1 FROM improvement_answers a
              WHERE a.workspace_id = ${scope.workspaceId} AND a.improvement_id = ${improvementId}::uuid
                AND a.placement_id = r.placement_id AND a.response_id = r.id) AS linked
          FROM responses r
          WHERE r.workspace_id = ${scope.workspaceId} AND r.lineage_id IN (${listOf(lineageIds)})
            AND r.suspect IS NULL AND r.score IS NOT NULL ${sql.join(conditions, sql` `)}
          ORDER BY r.received_at DESC, r.id LIMIT ${most}`,
    ),
  );
}

/** One of our own answers, to begin an improvement from; null where it is not there or held back. */
export async function findAnswer(
  scope: Scope,
  { placementId, responseId }: { placementId: string; responseId: string },
): Promise<LinkedAnswer | null> {
  const found = await scope.run((tx) =>
    rows<LinkedAnswer>(
      tx,
      sql`SELECT placement_id AS "placementId", id AS "responseId", metric, score, comment, day::text AS day
          FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND placement_id = ${placementId}::uuid
            AND id = ${responseId}::uuid AND suspect IS NULL`,
    ),
  );
  return found[0] ?? null;
}

/** The lineages that a journey a journey shows as a touchpoint of its own or as itself. */
export async function listLineagesOfJourney(scope: Scope, journeyId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT lineage_id AS id FROM journeys
          WHERE workspace_id = ${scope.workspaceId} AND id = ${journeyId}::uuid
          UNION SELECT lineage_id FROM touchpoints
          WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}::uuid`,
    ),
  );
  return found.map(({ id }) => id);
}

export async function insertImprovement(scope: TxScope, improvement: ImprovementRow): Promise<void> {
  const { workspaceId, actor } = scope;
  const createdBy = actor.kind === 'member' ? actor.userId : null;
  await scope.run((tx) => tx.insert(improvements).values({ workspaceId, ...improvement, createdBy }));
}

export async function updateImprovement(
  scope: TxScope,
  id: string,
  change: Partial<Omit<ImprovementRow, 'id' | 'journeyId'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await scope.run((tx) =>
    tx
      .update(improvements)
      .set(change)
      .where(and(eq(improvements.workspaceId, scope.workspaceId), eq(improvements.id, id))),
  );
}

/** Writes down that an improvement was moved, now, by who acts. */
export async function insertMove(
  scope: TxScope,
  move: { id: string; improvementId: string; state: string; reason: string },
): Promise<void> {
  const { workspaceId, actor } = scope;
  const movedBy = actor.kind === 'member' ? actor.userId : null;
  await scope.run((tx) => tx.insert(improvementMoves).values({ workspaceId, ...move, movedBy }));
}

/** Links that are there already stay. */
export async function insertLinks(
  scope: TxScope,
  improvementId: string,
  { lineageIds = [], statementIds = [], answers = [] }: Partial<Links>,
): Promise<void> {
  const own = { workspaceId: scope.workspaceId, improvementId };
  await scope.run(async (tx) => {
    if (lineageIds.length > 0)
      await tx
        .insert(improvementSubjects)
        .values(lineageIds.map((lineageId) => ({ ...own, lineageId })))
        .onConflictDoNothing();
    if (statementIds.length > 0)
      await tx
        .insert(improvementStatements)
        .values(statementIds.map((statementId) => ({ ...own, statementId })))
        .onConflictDoNothing();
    if (answers.length > 0)
      await tx
        .insert(improvementAnswers)
        .values(answers.map((answer) => ({ ...own, ...answer })))
        .onConflictDoNothing();
  });
}

/** Takes links away; those that are not there are no fault. */
export async function deleteLinks(
  scope: TxScope,
  improvementId: string,
  { lineageIds = [], statementIds = [], answers = [] }: Partial<Links>,
): Promise<void> {
  const own = (
    table: typeof improvementSubjects | typeof improvementStatements | typeof improvementAnswers,
  ) => and(eq(table.workspaceId, scope.workspaceId), eq(table.improvementId, improvementId));
  await scope.run(async (tx) => {
    for (const lineageId of lineageIds)
      await tx
        .delete(improvementSubjects)
        .where(and(own(improvementSubjects), eq(improvementSubjects.lineageId, lineageId)));
    for (const statementId of statementIds)
      await tx
        .delete(improvementStatements)
        .where(and(own(improvementStatements), eq(improvementStatements.statementId, statementId)));
    for (const { placementId, responseId } of answers)
      await tx
        .delete(improvementAnswers)
        .where(
          and(
            own(improvementAnswers),
            eq(improvementAnswers.placementId, placementId),
            eq(improvementAnswers.responseId, responseId),
          ),
        );
  });
}

/** A customer's answer as an improvement shows it; the comment is null where nothing was written. */
export type LinkedAnswer = {
  placementId: string;
  responseId: string;
  metric: string;
  score: number | null;
  comment: string | null;
  day: string;
};

export type Links = {
  lineageIds: readonly string[];
  statementIds: readonly string[];
  answers: readonly { placementId: string; responseId: string }[];
};

async function read(scope: Scope, which: SQL): Promise<Improvement[]> {
  const found = await scope.run((tx) =>
    rows<Improvement & { createdAt: Date | string; retiredAt: Date | string | null }>(
      tx,
      sql`SELECT i.id, i.journey_id AS "journeyId", i.title, i.problem, i.kind, i.hypothesis,
            i.success_criterion AS "successCriterion", i.outcome, i.metric,
            i.target_value::float8 AS "targetValue", i.target_bad_share::float8 AS "targetBadShare",
            i.effort::int AS effort, i.cost::float8 AS cost, i.reach::float8 AS reach,
            i.importance::float8 AS importance, i.satisfaction::float8 AS satisfaction,
            i.confidence::float8 AS confidence, i.owner_user_id AS "ownerUserId", i.state,
            i.override_reason AS "overrideReason", i.started_on::text AS "startedOn",
            i.effective_on::text AS "effectiveOn", i.done_on::text AS "doneOn", i.baseline,
            CASE jsonb_typeof(i.trial) WHEN 'array' THEN i.trial WHEN 'object' THEN jsonb_build_array(i.trial)
              ELSE '[]' END AS trials,
            i.marker_id AS "markerId", i.own_marker AS "ownMarker", i.created_at AS "createdAt", i.retired_at AS "retiredAt",
            coalesce((SELECT json_agg(s.lineage_id ORDER BY s.lineage_id) FROM improvement_subjects s
              WHERE s.workspace_id = i.workspace_id AND s.improvement_id = i.id), '[]') AS "lineageIds",
            coalesce((SELECT json_agg(s.statement_id ORDER BY s.statement_id) FROM improvement_statements s
              WHERE s.workspace_id = i.workspace_id AND s.improvement_id = i.id), '[]') AS "statementIds",
            coalesce((SELECT json_agg(json_build_object('placementId', a.placement_id, 'responseId', a.response_id)
                ORDER BY a.placement_id, a.response_id) FROM improvement_answers a
              WHERE a.workspace_id = i.workspace_id AND a.improvement_id = i.id), '[]') AS answers
          FROM improvements i
          WHERE i.workspace_id = ${scope.workspaceId} AND ${which}
          ORDER BY i.created_at DESC, i.id`,
    ),
  );
  return found.map((one) => ({
    ...one,
    createdAt: new Date(one.createdAt),
    retiredAt: one.retiredAt === null ? null : new Date(one.retiredAt),
  }));
}
