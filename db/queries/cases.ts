import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { CaseCondition, CaseOutcome, CaseState, LookedAt } from '@/lib/cases/model';
import { cases } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { subjectTitleOf } from './subjects';
import { anyOf } from './within';

/** An answer that may open a case. `releasedAt`: a member let it count that was held back. */
export type LookedAtRow = LookedAt & {
  placementId: string;
  id: string;
  lineageId: string;
  changedAt: Date;
};

/** Where a reading of `listChanged` stopped. */
export type ChangedCursor = { changedAt: Date; placementId: string; id: string };

/**
 * Answers that were written since an instant, with what they are now, in the order of their last change. Those that are
 * held back are left out, and those that say nothing.
 *
 * @param after null: from the first
 */
export async function listChanged(
  scope: Scope,
  since: Date,
  after: ChangedCursor | null,
  limit: number,
): Promise<LookedAtRow[]> {
  const later =
    after === null
      ? sql``
      : sql`AND (changed_at, placement_id, id)
          > (${after.changedAt.toISOString()}::timestamptz, ${after.placementId}::uuid, ${after.id}::uuid)`;
  return looked(
    scope,
    sql`changed_at > ${since.toISOString()}::timestamptz ${later}
      ORDER BY changed_at, placement_id, id LIMIT ${limit}`,
  );
}

/** One answer as the rules look at it; null where it is gone, held back or says nothing. */
export async function findLookedAt(
  scope: Scope,
  placementId: string,
  responseId: string,
): Promise<LookedAtRow | null> {
  const found = await looked(scope, sql`placement_id = ${placementId} AND id = ${responseId}`);
  return found[0] ?? null;
}

async function looked(scope: Scope, which: SQL): Promise<LookedAtRow[]> {
  const found = await scope.run((tx) =>
    rows<Omit<LookedAtRow, 'changedAt'> & { changedMs: number }>(
      tx,
      sql`SELECT placement_id AS "placementId", id, lineage_id AS "lineageId", metric, score,
            to_json(words) AS words, comment, (extract(epoch FROM changed_at) * 1000)::float8 AS "changedMs"
          FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND suspect IS NULL
            AND (score IS NOT NULL OR comment IS NOT NULL OR words IS NOT NULL) AND ${which}`,
    ),
  );
  return found.map(({ changedMs, ...row }) => ({ ...row, changedAt: new Date(changedMs) }));
}

export type NewCase = {
  id: string;
  ruleId: string;
  lineageId: string;
  placementId: string;
  responseId: string;
  assigneeUserId: string | null;
  openedAt: Date;
  dueAt: Date;
};

/** Opens cases; returns the ids of those that were not there: one answer opens one case by one rule. */
export async function insertCases(scope: TxScope, added: readonly NewCase[]): Promise<Set<string>> {
  if (added.length === 0) return new Set();
  const made = await scope.run((tx) =>
    tx
      .insert(cases)
      .values(added.map((one) => ({ workspaceId: scope.workspaceId, ...one })))
      .onConflictDoNothing()
      .returning({ id: cases.id }),
  );
  return new Set(made.map(({ id }) => id));
}

/** A case without its words. */
export type CaseRow = NewCase & {
  state: CaseState;
  firstResponseAt: Date | null;
  closedAt: Date | null;
  outcome: CaseOutcome | null;
  reopened: number;
};

/** Locks a case until the transaction ends; null where this workspace has none of that id. */
export async function lockCase(scope: TxScope, id: string): Promise<CaseRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select()
      .from(cases)
      .where(and(eq(cases.workspaceId, scope.workspaceId), eq(cases.id, id)))
      .for('update'),
  );
  return (found[0] as CaseRow | undefined) ?? null;
}

export async function updateCase(
  scope: TxScope,
  id: string,
  change: Partial<
    Pick<
      CaseRow,
      'state' | 'assigneeUserId' | 'dueAt' | 'firstResponseAt' | 'closedAt' | 'outcome' | 'reopened'
    >
  >,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await scope.run((tx) =>
    tx
      .update(cases)
      .set(change)
      .where(and(eq(cases.workspaceId, scope.workspaceId), eq(cases.id, id))),
  );
}

/** A case as lists show it. */
export type CaseLine = CaseRow & {
  condition: CaseCondition;
  /** null where no map names it any more. */
  subjectTitle: string | null;
  /** null: nobody, or no member any more. */
  assignee: string | null;
  metric: string;
  score: number | null;
  words: string[] | null;
  comment: string | null;
  /** Whether the answer was erased, and all words with it. */
  erased: boolean;
  /** Whether the answer is held back at the moment. */
  held: boolean;
  contactId: string | null;
  contactName: string | null;
  contactEmail: string | null;
  respondentKey: string | null;
  /** The mail that asked; null where no mail did. */
  invitationId: string | null;
  language: string | null;
  source: string | null;
  receivedAt: Date | null;
  surveyId: string | null;
};

/** Which cases are meant; what is not given does not narrow. */
export type CaseFilter = {
  assigneeUserId?: string;
  closed?: boolean;
  /** Open cases whose due time is before this. */
  dueBefore?: Date;
  lineageIds?: readonly string[];
  openedSince?: Date;
};

/** One page of cases: open ones by their due time, closed ones the newest first. `total` counts all pages. */
export async function listCases(
  scope: Scope,
  filter: CaseFilter,
  asked: { offset: number; limit: number },
): Promise<{ cases: CaseLine[]; total: number }> {
  const where = matching(scope, filter);
  const order = filter.closed
    ? sql`c.closed_at DESC NULLS LAST, c.id`
    : sql`(c.closed_at IS NOT NULL), c.due_at, c.id`;
  return scope.run(async (tx) => {
    const found = await rows<Record<string, unknown>>(
      tx,
      sql`${SELECT} WHERE ${where} ORDER BY ${order} LIMIT ${asked.limit} OFFSET ${asked.offset}`,
    );
    const total = await rows<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM cases c WHERE ${where}`);
    return { cases: found.map(lineOf), total: total[0]?.n ?? 0 };
  });
}

/** One case with its answer; null where this workspace has none of that id. */
export async function findCase(scope: Scope, id: string): Promise<CaseLine | null> {
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`${SELECT} WHERE c.workspace_id = ${scope.workspaceId} AND c.id = ${id}`,
    ),
  );
  return found[0] ? lineOf(found[0]) : null;
}

/** Some cases with their answers, by their due time. */
export async function listCasesByIds(scope: Scope, ids: readonly string[]): Promise<CaseLine[]> {
  if (ids.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`${SELECT} WHERE c.workspace_id = ${scope.workspaceId} AND c.id = ${anyOf(ids, 'uuid')} ORDER BY c.due_at, c.id`,
    ),
  );
  return found.map(lineOf);
}

/** The times of all cases that are meant, for the figures. */
export async function listCaseTimes(
  scope: Scope,
  filter: CaseFilter,
): Promise<
  { lineageId: string; openedAt: Date; dueAt: Date; firstResponseAt: Date | null; closedAt: Date | null }[]
> {
  const found = await scope.run((tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`SELECT c.lineage_id AS "lineageId", ${ms('opened_at')}, ${ms('due_at')}, ${ms('first_response_at')},
            ${ms('closed_at')}
          FROM cases c WHERE ${matching(scope, filter)}`,
    ),
  );
  return found.map((row) => ({
    lineageId: row['lineageId'] as string,
    openedAt: dateOf(row['opened_at']) as Date,
    dueAt: dateOf(row['due_at']) as Date,
    firstResponseAt: dateOf(row['first_response_at']),
    closedAt: dateOf(row['closed_at']),
  }));
}

/** Open cases by lineage, with those past their due time; lineages without any are left out. */
export async function countOpenCases(
  scope: Scope,
  lineageIds: readonly string[],
  now: Date,
): Promise<Map<string, { open: number; overdue: number }>> {
  if (lineageIds.length === 0) return new Map();
  const found = await scope.run((tx) =>
    rows<{ id: string; open: number; overdue: number }>(
      tx,
      sql`SELECT lineage_id AS id, count(*)::int AS open,
            (count(*) FILTER (WHERE due_at <= ${now.toISOString()}::timestamptz))::int AS overdue
          FROM cases
          WHERE workspace_id = ${scope.workspaceId} AND closed_at IS NULL AND lineage_id = ${anyOf(lineageIds, 'uuid')}
          GROUP BY lineage_id`,
    ),
  );
  return new Map(found.map(({ id, open, overdue }) => [id, { open, overdue }]));
}

function matching(scope: Scope, filter: CaseFilter): SQL {
  const { assigneeUserId, closed, dueBefore, lineageIds, openedSince } = filter;
  const parts = [sql`c.workspace_id = ${scope.workspaceId}`];
  if (assigneeUserId !== undefined) parts.push(sql`c.assignee_user_id = ${assigneeUserId}`);
  if (closed !== undefined) parts.push(closed ? sql`c.closed_at IS NOT NULL` : sql`c.closed_at IS NULL`);
  if (dueBefore) {
    parts.push(sql`c.closed_at IS NULL AND c.due_at <= ${dueBefore.toISOString()}::timestamptz`);
  }
  if (lineageIds) parts.push(sql`c.lineage_id = ${anyOf(lineageIds, 'uuid')}`);
  if (openedSince) parts.push(sql`c.opened_at >= ${openedSince.toISOString()}::timestamptz`);
  return sql.join(parts, sql` AND `);
}

const ms = (column: string): SQL =>
  sql.raw(`(extract(epoch FROM c.${column}) * 1000)::float8 AS "${column}"`);

const SELECT = sql`
  SELECT c.id, c.rule_id AS "ruleId", c.lineage_id AS "lineageId", c.placement_id AS "placementId",
    c.response_id AS "responseId", c.assignee_user_id AS "assigneeUserId", c.state, c.outcome, c.reopened,
    ${ms('opened_at')}, ${ms('due_at')}, ${ms('first_response_at')}, ${ms('closed_at')},
    coalesce((SELECT x.before -> 'condition' FROM rule_changes x WHERE x.workspace_id = c.workspace_id
      AND x.rule_id = c.rule_id AND x.changed_at > c.opened_at ORDER BY x.changed_at LIMIT 1), q.condition) AS condition,
    ${subjectTitleOf(sql`c.workspace_id`, sql`c.lineage_id`)} AS "subjectTitle",
    coalesce(u.name, u.email) AS assignee, coalesce(r.metric, p.metric, '') AS metric, r.score,
    to_json(r.words) AS words, r.comment, r.id IS NULL AS erased, r.suspect IS NOT NULL AS held,
    k.id AS "contactId", k.name AS "contactName", k.email AS "contactEmail", r.respondent_key AS "respondentKey",
    r.invitation_id AS "invitationId",
    r.language, r.source, (extract(epoch FROM r.received_at) * 1000)::float8 AS received_at,
    p.survey_id AS "surveyId"
  FROM cases c
  JOIN case_rules q ON q.workspace_id = c.workspace_id AND q.id = c.rule_id
  LEFT JOIN placements p ON p.workspace_id = c.workspace_id AND p.id = c.placement_id
  LEFT JOIN responses r ON r.workspace_id = c.workspace_id AND r.placement_id = c.placement_id AND r.id = c.response_id
  LEFT JOIN contacts k ON k.workspace_id = r.workspace_id AND k.id = r.contact_id
  LEFT JOIN members m ON m.workspace_id = c.workspace_id AND m.user_id = c.assignee_user_id
  LEFT JOIN users u ON u.id = m.user_id`;

function lineOf(row: Record<string, unknown>): CaseLine {
  const { opened_at, due_at, first_response_at, closed_at, received_at, ...rest } = row;
  return {
    ...(rest as Omit<CaseLine, 'openedAt' | 'dueAt' | 'firstResponseAt' | 'closedAt' | 'receivedAt'>),
    openedAt: dateOf(opened_at) as Date,
    dueAt: dateOf(due_at) as Date,
    firstResponseAt: dateOf(first_response_at),
    closedAt: dateOf(closed_at),
    receivedAt: dateOf(received_at),
  };
}

const dateOf = (value: unknown): Date | null => (typeof value === 'number' ? new Date(value) : null);
