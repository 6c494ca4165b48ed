import { type SQL, sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';

/** Which answers are meant: days inclusive, in the workspace's zone. */
export type Within = {
  from: string;
  to: string;
  /** Empty: every source. */
  sources: readonly string[];
  /** A persona's id; null: everybody. */
  persona: string | null;
};

/** Counts of one subject, metric and wording in one slice of the period; −1 is the whole period before it. */
export type TallySlice = {
  lineageId: string;
  metric: string;
  wording: string;
  slice: number;
  /** Eleven counts, the scale's lowest point first; those beyond the scale are 0. */
  counts: number[];
};

/** How many people chose exactly these words. */
export type WordChoice = { lineageId: string; words: string[]; people: number };

const POINTS = Array.from({ length: 11 }, (_, point) => `p${point}`);
const SUMS = sql.raw(POINTS.map((point) => `sum(${point})::int`).join(', '));

/**
 * The counts of a period, cut into `slices` parts of nearly equal length, and of the days from `previousFrom` to the
 * day before it. Slice i holds the days d with ⌊(d − from) · slices / length⌋ = i.
 */
export async function listTallySlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & { previousFrom: string; slices: number },
): Promise<TallySlice[]> {
  if (lineageIds.length === 0) return [];
  return scope.run((tx) =>
    rows<TallySlice>(
      tx,
      sql`
        SELECT lineage_id AS "lineageId", metric, wording, slice, json_build_array(${SUMS}) AS counts
        FROM (${sliced(scope, lineageIds, within, sql``)}) sliced
        GROUP BY lineage_id, metric, wording, slice`,
    ),
  );
}

/** As `listTallySlices`, for each of these personas by itself and of these metrics only; `within.persona` says nothing. */
export async function listPersonaSlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & { previousFrom: string; slices: number },
  only: { personas: readonly string[]; metrics: readonly string[] },
): Promise<(TallySlice & { persona: string })[]> {
  const { personas, metrics } = only;
  if (lineageIds.length === 0 || personas.length === 0 || metrics.length === 0) return [];
  const which = sql`AND segment IN (${listOf(personas)}) AND metric IN (${listOf(metrics)})`;
  return scope.run((tx) =>
    rows<TallySlice & { persona: string }>(
      tx,
      sql`
        SELECT segment AS persona, lineage_id AS "lineageId", metric, wording, slice,
          json_build_array(${SUMS}) AS counts
        FROM (${sliced(scope, lineageIds, { ...within, persona: null }, which)}) sliced
        GROUP BY segment, lineage_id, metric, wording, slice`,
    ),
  );
}

/**
 * The counts of several spans in one reading: those from a span's `from` to its `to` are slice 0, those from its
 * `previousFrom` to the day before `from` are slice −1. `span` is its place in the list; spans may overlap.
 */
export async function listTallySpans(
  scope: Scope,
  lineageIds: readonly string[],
  spans: readonly { previousFrom: string; from: string; to: string }[],
  only: Pick<Within, 'sources' | 'persona'>,
): Promise<(TallySlice & { span: number })[]> {
  const from = spans.map((one) => one.previousFrom).sort()[0];
  const to = spans
    .map((one) => one.to)
    .sort()
    .at(-1);
  if (lineageIds.length === 0 || from === undefined || to === undefined) return [];
  const listed = spans.map(
    (one, place) => sql`(${place}::int, ${one.previousFrom}::date, ${one.from}::date, ${one.to}::date)`,
  );
  return scope.run((tx) =>
    rows<TallySlice & { span: number }>(
      tx,
      sql`
        SELECT s.span, lineage_id AS "lineageId", metric, wording,
          CASE WHEN day < s.starts THEN -1 ELSE 0 END AS slice, json_build_array(${SUMS}) AS counts
        FROM tallies
        JOIN (VALUES ${sql.join(listed, sql`, `)}) s(span, previous, starts, ends)
          ON day BETWEEN s.previous AND s.ends
        WHERE workspace_id = ${scope.workspaceId} AND lineage_id IN (${listOf(lineageIds)})
          AND ${matching({ ...only, from, to })}
        GROUP BY s.span, lineage_id, metric, wording, day < s.starts`,
    ),
  );
}

/** The tallies of a period and of the days before it, each with the slice that it falls into. */
function sliced(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & { previousFrom: string; slices: number },
  which: SQL,
): SQL {
  const { previousFrom, from, to, slices } = within;
  return sql`
    SELECT *, CASE
      WHEN day < ${from}::date THEN -1
      ELSE (day - ${from}::date) * ${slices}::int / (${to}::date - ${from}::date + 1)
    END AS slice
    FROM tallies
    WHERE workspace_id = ${scope.workspaceId} AND lineage_id IN (${listOf(lineageIds)})
      AND ${matching({ ...within, from: previousFrom })} ${which}`;
}

/** What was chosen of the words question in a period, "none" included; whoever skipped it is not counted. */
export async function listWordChoices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
): Promise<WordChoice[]> {
  if (lineageIds.length === 0) return [];
  return scope.run((tx) =>
    rows<WordChoice>(
      tx,
      sql`
        SELECT lineage_id AS "lineageId", to_json(words) AS words, count(*)::int AS people
        FROM responses
        WHERE workspace_id = ${scope.workspaceId} AND lineage_id IN (${listOf(lineageIds)})
          AND ${receivedWithin(within)} AND ${matching(within)} AND words IS NOT NULL
        GROUP BY lineage_id, words`,
    ),
  );
}

/** The condition on day, source and segment, for tallies and for responses alike. */
export function matching({ from, to, sources, persona }: Within): SQL {
  const day = sql`day BETWEEN ${from}::date AND ${to}::date`;
  const source = sources.length > 0 ? sql` AND source IN (${listOf(sources)})` : sql``;
  const segment = persona === null ? sql`` : sql` AND segment = ${persona}`;
  return sql`${day}${source}${segment}`;
}

/** Lets the index on the instant of receipt find a day's responses: no zone is further than a day from UTC. */
export function receivedWithin({ from, to }: Pick<Within, 'from' | 'to'>): SQL {
  return sql`received_at >= ${from}::date - 2 AND received_at < ${to}::date + 3`;
}

export const listOf = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
