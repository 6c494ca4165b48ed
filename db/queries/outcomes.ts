import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { OutcomeKind, ScoredGroup, Series, StoredEconomics } from '@/lib/outcomes/model';
import { contacts, outcomes, workspaces } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { matching, type Within } from './within';

/** An outcome as it is stored. `person` is `contact:ID`, or `key:` and the key that the person answers under. */
export type OutcomeRow = {
  person: string;
  contactId: string | null;
  kind: OutcomeKind;
  /** YYYY-MM-DD */
  day: string;
  amount: number | null;
};

/** The contacts of some addresses, by address; who is no contact is missing. */
export async function findContactIds(
  scope: Scope,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map();
  const found = await scope.run((tx) =>
    tx
      .select({ email: contacts.email, id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.workspaceId, scope.workspaceId), inArray(contacts.email, [...emails]))),
  );
  return new Map(found.map(({ email, id }) => [email, id]));
}

/**
 * Writes outcomes; one that is there already of the same person, kind and day gets the new amount. No two of the list
 * may be of the same person, kind and day.
 *
 * @returns how many were new, and how many of the others changed
 */
export async function upsertOutcomes(
  scope: TxScope,
  written: readonly OutcomeRow[],
): Promise<{ added: number; changed: number }> {
  const result = { added: 0, changed: 0 };
  await scope.run(async (tx) => {
    for (let at = 0; at < written.length; at += 500) {
      const touched = await tx
        .insert(outcomes)
        .values(written.slice(at, at + 500).map((one) => ({ workspaceId: scope.workspaceId, ...one })))
        .onConflictDoUpdate({
          target: [outcomes.workspaceId, outcomes.person, outcomes.kind, outcomes.day],
          set: { amount: sql`excluded.amount`, changedAt: sql`now()` },
          setWhere: sql`${outcomes.amount} IS DISTINCT FROM excluded.amount`,
        })
        // xmax is 0 exactly for a row that this statement made.
        .returning({ fresh: sql<boolean>`(xmax = 0)` });
      for (const { fresh } of touched) result[fresh ? 'added' : 'changed'] += 1;
    }
  });
  return result;
}

/** Removes all outcomes of a person; how many they were. */
export async function deleteOutcomesOf(scope: TxScope, person: string): Promise<number> {
  const gone = await scope.run((tx) =>
    tx
      .delete(outcomes)
      .where(and(eq(outcomes.workspaceId, scope.workspaceId), eq(outcomes.person, person)))
      .returning({ kind: outcomes.kind }),
  );
  return gone.length;
}

/** What is on file of one kind. */
export type KindOnFile = { kind: OutcomeKind; rows: number; people: number; first: string; last: string };

/** What is on file, by kind. */
export async function listKindsOnFile(scope: Scope): Promise<KindOnFile[]> {
  return scope.run((tx) =>
    rows<KindOnFile>(
      tx,
      sql`
        SELECT kind, count(*)::int AS rows, count(DISTINCT person)::int AS people,
          min(day)::text AS first, max(day)::text AS last
        FROM outcomes WHERE workspace_id = ${scope.workspaceId} GROUP BY kind ORDER BY kind`,
    ),
  );
}

/** People with an outcome on file who answered a question about one subject; `lineageId` null: about any. */
export type SeriesOnFile = Series & { lineageId: string | null; people: number };

/** How many people with an outcome on file answered which question, about each subject and in all; the most first. */
export async function listSeriesOnFile(scope: Scope): Promise<SeriesOnFile[]> {
  return scope.run((tx) =>
    rows<SeriesOnFile>(
      tx,
      sql`
        SELECT r.metric, r.wording, r.lineage_id AS "lineageId", count(DISTINCT p.person)::int AS people
        FROM (SELECT DISTINCT person FROM outcomes WHERE workspace_id = ${scope.workspaceId}) p
        JOIN (
          SELECT ${PERSON} AS person, metric, wording, lineage_id FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND score IS NOT NULL
            AND (contact_id IS NOT NULL OR respondent_key IS NOT NULL)
        ) r ON r.person = p.person
        GROUP BY GROUPING SETS ((r.metric, r.wording), (r.metric, r.wording, r.lineage_id))
        ORDER BY people DESC, r.metric, r.wording, r.lineage_id NULLS FIRST`,
    ),
  );
}

/** Which answers outcomes are joined with, and which outcome. */
export type OutcomeQuestion = {
  series: Series;
  /** Of one subject; null: of all. */
  lineageId: string | null;
  kind: 'churned' | 'renewed';
  /** Days of the answers, and what else a filter asks of them. */
  within: Within;
};

/**
 * Everybody with an outcome on file who answered, by their first answer within the days that came before they left:
 * how many had which score on which day, and after how many days the outcome came, null where it had not come by
 * `through`. What came before the answer, or on its day, is not told.
 */
export async function listScoredGroups(
  scope: Scope,
  question: OutcomeQuestion,
  through: string,
): Promise<ScoredGroup[]> {
  return scope.run((tx) =>
    rows<ScoredGroup>(
      tx,
      sql`
        SELECT f.day - DATE '1970-01-01' AS on, f.score::int AS score, came.after AS "cameAfter", count(*)::int AS n
        FROM (${firstAnswers(scope, question)}) f
        LEFT JOIN LATERAL (
          SELECT min(o.day) - f.day AS after FROM outcomes o
          WHERE o.workspace_id = ${scope.workspaceId} AND o.person = f.person AND o.kind = ${question.kind}
            AND o.day > f.day AND o.day <= ${through}::date
        ) came ON true
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ),
  );
}

/** What people of one score spent, or how often they called, within a number of days after their answer. */
export type AmountsOfScore = { score: number; n: number; sum: number; squares: number };

/**
 * Sums of an amount per person over the days after the first answer; who has none counts with 0. For money only people
 * of whom any is on file count: of the others nothing is known.
 */
export async function listAmountsByScore(
  scope: Scope,
  question: Omit<OutcomeQuestion, 'kind'>,
  kind: 'spent' | 'contacts',
  days: number,
): Promise<AmountsOfScore[]> {
  const known =
    kind === 'contacts'
      ? sql`true`
      : sql`EXISTS (SELECT 1 FROM outcomes k
          WHERE k.workspace_id = ${scope.workspaceId} AND k.person = f.person AND k.kind = 'spent')`;
  return scope.run((tx) =>
    rows<AmountsOfScore>(
      tx,
      sql`
        SELECT score::int AS score, count(*)::int AS n, sum(amount)::float8 AS sum,
          sum(amount * amount)::float8 AS squares
        FROM (
          SELECT f.person, f.score, coalesce(sum(o.amount), 0) AS amount
          FROM (${firstAnswers(scope, question)}) f
          LEFT JOIN outcomes o ON o.workspace_id = ${scope.workspaceId} AND o.person = f.person
            AND o.kind = ${kind} AND o.day > f.day AND o.day <= f.day + ${days}::int
          WHERE ${known}
          GROUP BY f.person, f.score
        ) each_person GROUP BY score ORDER BY score`,
    ),
  );
}

/** How many who chose a word with their first answer there are, and for how many the outcome came within the days. */
export type WordOutcome = { word: string; n: number; events: number };

/** By chosen word; a person who chose two counts with both; that none fitted is a word too. */
export async function listOutcomesByWord(
  scope: Scope,
  question: OutcomeQuestion,
  days: number,
): Promise<WordOutcome[]> {
  return scope.run((tx) =>
    rows<WordOutcome>(
      tx,
      sql`
        SELECT word, count(*)::int AS n, count(*) FILTER (WHERE came)::int AS events
        FROM (
          SELECT unnest(f.words) AS word, EXISTS (
            SELECT 1 FROM outcomes o
            WHERE o.workspace_id = ${scope.workspaceId} AND o.person = f.person AND o.kind = ${question.kind}
              AND o.day > f.day AND o.day <= f.day + ${days}::int
          ) AS came
          FROM (${firstAnswers(scope, question)}) f WHERE f.words IS NOT NULL
        ) chosen GROUP BY word ORDER BY word`,
    ),
  );
}

/** What the team assumes about the business; null: nothing yet. */
export async function findEconomics(scope: Scope): Promise<StoredEconomics | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ economics: workspaces.economics })
      .from(workspaces)
      .where(eq(workspaces.id, scope.workspaceId)),
  );
  return (found[0]?.economics as StoredEconomics | null | undefined) ?? null;
}

/** Replaces what the team assumes. */
export async function updateEconomics(scope: TxScope, economics: StoredEconomics): Promise<void> {
  await scope.run((tx) =>
    tx.update(workspaces).set({ economics }).where(eq(workspaces.id, scope.workspaceId)),
  );
}

/** The outcomes of one person, the oldest first. */
export async function listOutcomesOf(scope: Scope, person: string): Promise<Omit<OutcomeRow, 'contactId'>[]> {
  return (await scope.run((tx) =>
    tx
      .select({ person: outcomes.person, kind: outcomes.kind, day: outcomes.day, amount: outcomes.amount })
      .from(outcomes)
      .where(and(eq(outcomes.workspaceId, scope.workspaceId), eq(outcomes.person, person)))
      .orderBy(asc(outcomes.day), asc(outcomes.kind)),
  )) as Omit<OutcomeRow, 'contactId'>[];
}

const PERSON = sql`CASE WHEN contact_id IS NOT NULL THEN 'contact:' || contact_id ELSE 'key:' || respondent_key END`;

/** The first answer of each person with an outcome on file: person, score, words, day. */
function firstAnswers(scope: Scope, { series, lineageId, within }: Omit<OutcomeQuestion, 'kind'>): SQL {
  const subject = lineageId === null ? sql`` : sql` AND lineage_id = ${lineageId}`;
  return sql`
    SELECT DISTINCT ON (a.person) a.person, a.score, a.words, a.day
    FROM (
      SELECT ${PERSON} AS person, score, words, day, received_at, id FROM responses
      WHERE workspace_id = ${scope.workspaceId} AND metric = ${series.metric} AND wording = ${series.wording}
        AND score IS NOT NULL AND (contact_id IS NOT NULL OR respondent_key IS NOT NULL)${subject}
        AND ${matching(scope, within)}
    ) a
    JOIN (
      SELECT person, min(day) FILTER (WHERE kind = 'churned') AS left_on
      FROM outcomes WHERE workspace_id = ${scope.workspaceId} GROUP BY person
    ) p ON p.person = a.person AND (p.left_on IS NULL OR a.day < p.left_on)
    ORDER BY a.person, a.received_at, a.id`;
}
