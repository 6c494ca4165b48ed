import { type SQL, sql } from 'drizzle-orm';
import type { WayAnswer } from '@/lib/insights/model/people';
import { METRIC_IDS, METRICS } from '@/lib/scoring/metrics';
import { rows, type Scope } from '../scope';
import { anyOf, matching, receivedFrom, type Within } from './within';

/**
 * What is read here follows people through their answers. Everything is one pass over the answers with windows by person:
 * joined by person, a plan without statistics of such keys may take each answer with every other one.
 */

/** One question somewhere: answers of equal metric and wording about these subjects. */
export type Question = { lineageIds: readonly string[]; metric: string; wording: string };

/** Subjects that count as one place of the journey; places are numbered in the order of the map. */
export type Place = { place: number; lineageIds: readonly string[] };

/** Answers of people. `oneIn` n: only of every n-th person by a hash of who they are, with all that each answered. */
export type OfPeople = Within & { oneIn?: number };

/** One person who answered the outcome: its score, and what was answered to the other questions before it. */
export type OutcomeRow = { score: number; answers: [question: number, score: number][] };

/**
 * The newest answer of each person to one question, each with that person's latest answers to others that came with it or
 * at most `windowDays` before. At most `most` people, the newest first chosen; `people` counts all of them. A filter
 * holds for all answers alike; its period is of the outcome.
 */
export async function listOutcomeRows(
  scope: Scope,
  outcome: Question,
  questions: readonly Question[],
  within: Within,
  { windowDays, most }: { windowDays: number; most: number },
): Promise<{ people: number; rows: OutcomeRow[] }> {
  if (questions.length === 0) return { people: 0, rows: [] };
  return scope.run(async (tx) => {
    // Whose answers count is found first: to follow everybody takes several times as long.
    const newest = await rows<{ person: string; people: number }>(
      tx,
      sql`
        SELECT person, count(*) OVER ()::int AS people FROM (${answersTo(scope, [outcome], within)}) g
        WHERE question IS NOT NULL
        GROUP BY person ORDER BY max(received_at) DESC, person LIMIT ${most}`,
    );
    const found = await rows<OutcomeRow>(
      tx,
      sql`
        WITH dated AS (
          SELECT person, question, score, received_at, g.id,
            max(received_at) FILTER (WHERE question = 0 AND day >= ${within.from}::date)
              OVER (PARTITION BY person) AS until
          FROM (${answersTo(scope, [outcome, ...questions], within, windowDays)}) g
          WHERE question IS NOT NULL AND person = ${anyOf(newest.map(({ person }) => person))}
        ),
        latest AS (
          SELECT *, row_number() OVER (PARTITION BY person, question ORDER BY received_at DESC, id) AS back
          FROM dated
          WHERE received_at <= until AND received_at > until - make_interval(days => ${windowDays}::int)
        )
        SELECT min(score) FILTER (WHERE question = 0) AS score,
          coalesce(
            json_agg(json_build_array(question - 1, score) ORDER BY question) FILTER (WHERE question > 0),
            '[]') AS answers
        FROM latest WHERE back = 1
        GROUP BY person ORDER BY person`,
    );
    return { people: newest[0]?.people ?? 0, rows: found };
  });
}

/** Somebody who answered at two or more places. */
export type PersonRow = {
  /** 'contact:' with the contact's id, or 'key:' with the respondent's key. */
  person: string;
  /** null where the person is no contact. */
  name: string | null;
  email: string | null;
  places: number;
  answers: number;
  /** Answers in the lowest group of their scale. */
  low: number;
  lastMs: number;
};

/**
 * People who answered at two or more places, the ones with most low answers first, then the newest. `search` is part of a
 * contact's name or address, or of a key.
 */
export async function listPeople(
  scope: Scope,
  places: readonly Place[],
  within: Within,
  asked: { search: string; offset: number; limit: number },
): Promise<{ total: number; people: PersonRow[] }> {
  if (places.length === 0) return { total: 0, people: [] };
  // One bit a place: counting distinct ones would sort every answer by person.
  const width = sql.raw(String(1 + Math.max(...places.map(({ place }) => place))));
  const found = await scope.run(async (tx) => {
    // Everybody's line is made before the first fifteen are known. In less memory the answers would be sorted on disk.
    await tx.execute(sql`SELECT set_config('work_mem', '64MB', true)`);
    return rows<PersonRow & { total: number }>(
      tx,
      sql`
        SELECT ${PERSON} AS person, c.name, c.email, bit_count(at)::int AS places, answers, low,
          (extract(epoch FROM last) * 1000)::float8 AS "lastMs", count(*) OVER ()::int AS total
        FROM (
          SELECT contact_id, CASE WHEN contact_id IS NULL THEN respondent_key END COLLATE "C" AS respondent_key,
            bit_or(1::bit(${width}) << place) AS at, count(*)::int AS answers,
            count(*) FILTER (WHERE ${isLow})::int AS low, max(received_at) AS last
          FROM (${visits(scope, places, within)}) v
          GROUP BY 1, 2
        ) p
        LEFT JOIN contacts c ON c.workspace_id = ${scope.workspaceId} AND c.id = p.contact_id
        WHERE bit_count(at) > 1 ${searched(asked.search)}
        ORDER BY low DESC, last DESC, person LIMIT ${asked.limit} OFFSET ${asked.offset}`,
    );
  });
  return { total: found[0]?.total ?? 0, people: found.map(({ total: _, ...person }) => person) };
}

/** Everything one person answered about these subjects, the oldest first, at most `most`. */
export async function listWay(
  scope: Scope,
  person: string,
  lineageIds: readonly string[],
  within: Within,
  most: number,
): Promise<WayAnswer[]> {
  if (lineageIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<Omit<WayAnswer, 'receivedAt'> & { receivedMs: number }>(
      tx,
      sql`
        SELECT lineage_id AS "lineageId", placement_id AS "placementId", id AS "responseId", metric, wording, score,
          to_json(words) AS words, comment, source, (extract(epoch FROM received_at) * 1000)::float8 AS "receivedMs"
        FROM (${known(scope, lineageIds, within)}) k
        WHERE person = ${person}
        ORDER BY received_at, id LIMIT ${most}`,
    ),
  );
  return found.map(({ receivedMs, ...row }) => ({ ...row, receivedAt: new Date(receivedMs) }));
}

/** A contact's name and address; null where the person is no contact of this workspace. */
export async function findPersonContact(
  scope: Scope,
  person: string,
): Promise<{ name: string; email: string } | null> {
  const found = await scope.run((tx) =>
    rows<{ name: string; email: string }>(
      tx,
      sql`SELECT name, email FROM contacts
          WHERE workspace_id = ${scope.workspaceId} AND 'contact:' || id::text = ${person}`,
    ),
  );
  return found[0] ?? null;
}

/** How many people gave a score to one question, and then or later another score to a second one. */
export type CohortRow = { first: number; later: number; people: number };

/** The newest answer of each person to `later`, by that person's latest answer to `first` with it or before it. */
export function listCohort(
  scope: Scope,
  first: Question,
  later: Question,
  within: OfPeople,
): Promise<CohortRow[]> {
  return scope.run((tx) =>
    rows<CohortRow>(
      tx,
      sql`
        WITH dated AS (
          SELECT person, question, score, received_at, g.id,
            max(received_at) FILTER (WHERE question = 0) OVER (PARTITION BY person) AS until
          FROM (${answersTo(scope, [later, first], within)}) g
          WHERE question IS NOT NULL
        ),
        latest AS (
          SELECT *, row_number() OVER (PARTITION BY person, question ORDER BY received_at DESC, id) AS back
          FROM dated WHERE received_at <= until
        )
        SELECT first, later, count(*)::int AS people
        FROM (
          SELECT min(score) FILTER (WHERE question = 1) AS first, min(score) FILTER (WHERE question = 0) AS later
          FROM latest WHERE back = 1 GROUP BY person
        ) pairs
        WHERE first IS NOT NULL
        GROUP BY first, later ORDER BY first, later`,
    ),
  );
}

/** People whose next answer after one place was at another, and how long that usually took. */
export type StepRow = { from: number; to: number; people: number; medianSeconds: number };

/** Every step from one place to the next answer elsewhere. Answers of one instant have no order, and make no step. */
export function listSteps(scope: Scope, places: readonly Place[], within: OfPeople): Promise<StepRow[]> {
  if (places.length === 0) return Promise.resolve([]);
  return scope.run((tx) =>
    rows<StepRow>(
      tx,
      sql`
        SELECT before AS "from", place AS "to", count(DISTINCT person)::int AS people,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM received_at - since))::float8 AS "medianSeconds"
        FROM (
          SELECT person, place, received_at, lag(place) OVER earlier AS before, lag(received_at) OVER earlier AS since
          FROM (${visits(scope, places, within)}) v
          WINDOW earlier AS (PARTITION BY person ORDER BY received_at, place, id)
        ) steps
        WHERE before <> place AND received_at > since
        GROUP BY before, place ORDER BY before, place`,
    ),
  );
}

/** How many people came back to a place after they had answered elsewhere. */
export function listReturns(
  scope: Scope,
  places: readonly Place[],
  within: OfPeople,
): Promise<{ place: number; people: number }[]> {
  if (places.length === 0) return Promise.resolve([]);
  return scope.run((tx) =>
    rows<{ place: number; people: number }>(
      tx,
      sql`
        SELECT place, count(DISTINCT person)::int AS people
        FROM (
          SELECT person, place, row_number() OVER (PARTITION BY person, place ORDER BY received_at) AS time
          FROM (
            SELECT person, place, received_at, lag(place) OVER earlier AS before, lag(received_at) OVER earlier AS since
            FROM (${visits(scope, places, within)}) v
            WINDOW earlier AS (PARTITION BY person ORDER BY received_at, place, id)
          ) steps
          WHERE before IS NULL OR before <> place AND received_at > since
        ) stays
        WHERE time > 1 GROUP BY place ORDER BY place`,
    ),
  );
}

/** Who went on after a place, of those for whom the usual time to the next answer has passed. */
export type SilenceRow = {
  place: number;
  /** People for whom it has passed, or who went on. */
  people: number;
  wentOn: number;
  /** Median time to the next answer elsewhere; null where nobody went on. */
  medianSeconds: number | null;
};

/**
 * Per place, who answered anything elsewhere after their last answer there. `elsewhere` are further subjects whose
 * answers count as going on. Silence begins where the median gap of the place has passed by `until`.
 */
export function listSilence(
  scope: Scope,
  places: readonly Place[],
  elsewhere: readonly string[],
  within: OfPeople,
  until: Date,
): Promise<SilenceRow[]> {
  if (places.length === 0) return Promise.resolve([]);
  const all = elsewhere.length > 0 ? [...places, { place: -1, lineageIds: elsewhere }] : places;
  return scope.run((tx) =>
    rows<SilenceRow>(
      tx,
      sql`
        WITH last AS (
          SELECT place, received_at, next FROM (
            SELECT place, received_at,
              row_number() OVER (PARTITION BY person, place ORDER BY received_at DESC, id DESC) AS back,
              lead(received_at) OVER (PARTITION BY person ORDER BY received_at, place, id) AS next
            FROM (${visits(scope, all, within)}) v
          ) placed
          WHERE back = 1 AND place >= 0
        ),
        gaps AS MATERIALIZED (
          SELECT place, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM next - received_at))::float8 AS gap
          FROM last WHERE next IS NOT NULL GROUP BY place
        )
        SELECT l.place, count(*)::int AS people, count(next)::int AS "wentOn", gap AS "medianSeconds"
        FROM last l LEFT JOIN gaps g ON g.place = l.place
        WHERE next IS NOT NULL
          OR received_at + make_interval(secs => coalesce(gap, 0)) <= ${until.toISOString()}::timestamptz
        GROUP BY l.place, gap ORDER BY l.place`,
    ),
  );
}

/** Contacts who were sent a mail about a place in the period, and how many of them answered nothing since. */
export function listUnanswered(
  scope: Scope,
  places: readonly Place[],
  within: Pick<Within, 'from' | 'to'>,
  timeZone: string,
): Promise<{ place: number; people: number; silent: number }[]> {
  if (places.length === 0) return Promise.resolve([]);
  return scope.run((tx) =>
    rows<{ place: number; people: number; silent: number }>(
      tx,
      sql`
        SELECT place, count(*)::int AS people, count(*) FILTER (WHERE NOT answered)::int AS silent
        FROM (
          SELECT s.place, i.contact_id, bool_or(EXISTS (
            SELECT 1 FROM responses r
            WHERE r.workspace_id = i.workspace_id AND r.contact_id = i.contact_id AND r.received_at >= i.sent_at
              AND r.score IS NOT NULL AND r.lineage_id = ${anyOf(places.flatMap(lineagesOf), 'uuid')})) AS answered
          FROM invitations i
          JOIN placements p ON p.workspace_id = i.workspace_id AND p.id = i.placement_id
          JOIN (VALUES ${placeRows(places)}) s (lineage_id, place) ON s.lineage_id = p.lineage_id
          WHERE i.workspace_id = ${scope.workspaceId} AND i.contact_id IS NOT NULL
            AND (i.sent_at AT TIME ZONE ${timeZone})::date BETWEEN ${within.from}::date AND ${within.to}::date
          GROUP BY s.place, i.contact_id
        ) asked
        GROUP BY place ORDER BY place`,
    ),
  );
}

/** Who gave an answer, where known; NULL where nobody told. */
const PERSON = sql.raw("coalesce('contact:' || contact_id::text, 'key:' || respondent_key)");

/** Counted answers about some subjects of people who are known, as columns of `responses` with `person`. */
function known(scope: Scope, lineageIds: readonly string[], within: OfPeople, earlierDays = 0): SQL {
  const from = sql`${within.from}::date - ${earlierDays}::int`;
  const { oneIn = 1 } = within;
  const sampled =
    oneIn === 1
      ? sql``
      : sql`AND hashtextextended(coalesce(contact_id::text, respondent_key), 0) % ${oneIn}::int = 0`;
  return sql`
    SELECT *, ${PERSON} AS person FROM responses
    WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${anyOf(lineageIds, 'uuid')}
      AND (contact_id IS NOT NULL OR respondent_key IS NOT NULL) AND score IS NOT NULL
      AND ${receivedFrom(sql`received_at`, from, sql`${within.to}::date`)}
      AND ${matching(scope, { ...within, from: EARLIEST })} AND day >= ${from} ${sampled}`;
}

const EARLIEST = '1970-01-01';

/**
 * The same with the place that each is of. No join: behind a policy the planner expects hardly any rows, and would go
 * through the list of places again for every answer.
 */
function visits(scope: Scope, places: readonly Place[], within: OfPeople): SQL {
  const cases = places.flatMap(({ place, lineageIds }) =>
    lineageIds.map((id) => sql`WHEN ${id}::uuid THEN ${place}::int`),
  );
  return sql`
    SELECT k.*, CASE k.lineage_id ${sql.join(cases, sql` `)} END AS place
    FROM (${known(scope, places.flatMap(lineagesOf), within)}) k`;
}

/** The same with the number of the question that each answers; NULL: none of them. */
function answersTo(scope: Scope, questions: readonly Question[], within: OfPeople, earlierDays = 0): SQL {
  const cases = questions.flatMap(({ lineageIds, metric, wording }, place) =>
    lineageIds.map(
      (id) =>
        sql`WHEN lineage_id = ${id}::uuid AND metric = ${metric} AND wording = ${wording} THEN ${place}::int`,
    ),
  );
  return sql`
    SELECT k.*, CASE ${sql.join(cases, sql` `)} END AS question
    FROM (${known(scope, questions.flatMap(lineagesOf), within, earlierDays)}) k`;
}

const lineagesOf = ({ lineageIds }: { lineageIds: readonly string[] }): string[] => [...lineageIds];

function placeRows(places: readonly Place[]): SQL {
  return sql.join(
    places.flatMap(({ place, lineageIds }) => lineageIds.map((id) => sql`(${id}::uuid, ${place}::int)`)),
    sql`, `,
  );
}

/** Whether an answer is in the lowest group of its scale. One look at the metric: every answer is asked this. */
const isLow = sql`score <= CASE metric ${sql.join(
  METRIC_IDS.map((id) => sql`WHEN ${id} THEN ${METRICS[id].groups[0]?.upTo ?? 0}::int`),
  sql` `,
)} END`;

function searched(search: string): SQL {
  if (search === '') return sql``;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`AND (c.name ILIKE ${pattern} OR c.email ILIKE ${pattern} OR p.respondent_key ILIKE ${pattern})`;
}
