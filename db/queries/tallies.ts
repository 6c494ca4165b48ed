import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../scope';
import { askedOf, countAnswers, type DayCounts, type Each, isFacet } from './answer-counts';
import { anyOf, dayWithin, matching, receivedWithin, type Within } from './within';

/** The days of the period and of the one that it is compared with, if any. */
export type Spans = { from: string; to: string; previousFrom: string | null; previousTo: string | null };

/** Counts of one subject, metric and wording in one slice of the period; −1 is the whole period it is compared with. */
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
 * The counts of a period, cut into `slices` parts of nearly equal length, and of the period it is compared with. Slice i
 * holds the days d with ⌊(d − from) · slices / length⌋ = i. Read from the tallies where the filter asks for one facet at
 * most, else from the answers themselves; both count the same.
 */
export async function listTallySlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & Spans & { slices: number },
): Promise<TallySlice[]> {
  if (lineageIds.length === 0) return [];
  const all = { ...within, ...spanOf(within) };
  const counts = talliesOf(scope, lineageIds, all);
  if (counts === null) {
    const days = slicesOfDays(await countAnswers(scope, lineageIds, all, null), within);
    return summed(days, ({ lineageId, metric, wording, slice }) => ({ lineageId, metric, wording, slice }));
  }
  // One row for each subject, metric and wording: two years of weeks would else be thousands of rows to take apart.
  const found = await scope.read<Omit<TallySlice, 'slice' | 'counts'> & { counted: string }>(sql`
    SELECT lineage_id AS "lineageId", metric, wording, '[' || string_agg(counted, ',') || ']' AS counted
    FROM (
      SELECT lineage_id, metric, wording, '[' || concat_ws(',', slice, ${SUMS}) || ']' AS counted
      FROM (${sliced(counts, within)}) sliced
      GROUP BY lineage_id, metric, wording, slice) each
    GROUP BY lineage_id, metric, wording`);
  return found.flatMap(({ counted, ...series }) =>
    (JSON.parse(counted) as number[][]).map(([slice = 0, ...counts]) => ({ ...series, slice, counts })),
  );
}

/** As `listTallySlices`, for each of these personas by itself and of these metrics only; `within.persona` says nothing. */
export async function listPersonaSlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & Spans & { slices: number },
  only: { personas: readonly string[]; metrics: readonly string[] },
): Promise<(TallySlice & { persona: string })[]> {
  const { personas, metrics } = only;
  if (lineageIds.length === 0 || personas.length === 0 || metrics.length === 0) return [];
  const each = { facet: 'persona', values: personas } as const;
  const all = { ...within, ...spanOf(within), persona: null };
  const counts = talliesOf(scope, lineageIds, all, each);
  if (counts === null) {
    const days = slicesOfDays(await countAnswers(scope, lineageIds, all, each), within);
    return summed(
      days.filter(({ metric }) => metrics.includes(metric)),
      ({ lineageId, metric, wording, slice, value }) => ({
        persona: value,
        lineageId,
        metric,
        wording,
        slice,
      }),
    );
  }
  return scope.read<TallySlice & { persona: string }>(sql`
        SELECT value AS persona, lineage_id AS "lineageId", metric, wording, slice,
          json_build_array(${SUMS}) AS counts
        FROM (${sliced(counts, within)}) sliced
        WHERE metric = ${anyOf(metrics)}
        GROUP BY value, lineage_id, metric, wording, slice`);
}

/**
 * The counts of several spans in one reading: those from a span's `from` to its `to` are slice 0, those from its
 * `previousFrom` to the day before `from` are slice −1. `span` is its place in the list; spans may overlap.
 */
export async function listTallySpans(
  scope: Scope,
  lineageIds: readonly string[],
  spans: readonly { previousFrom: string; from: string; to: string }[],
  only: Omit<Within, 'from' | 'to'>,
): Promise<(TallySlice & { span: number })[]> {
  const from = spans.map((one) => one.previousFrom).sort()[0];
  const to = spans
    .map((one) => one.to)
    .sort()
    .at(-1);
  if (lineageIds.length === 0 || from === undefined || to === undefined) return [];
  const counts = talliesOf(scope, lineageIds, { ...only, from, to });
  if (counts === null) {
    const days = await countAnswers(scope, lineageIds, { ...only, from, to }, null);
    const placed = spans.flatMap((one, span) =>
      days
        .filter(({ day }) => one.previousFrom <= day && day <= one.to)
        .map((counted) => ({ ...counted, span, slice: counted.day < one.from ? -1 : 0 })),
    );
    return summed(placed, ({ span, lineageId, metric, wording, slice }) => ({
      ...{ span, lineageId, metric, wording, slice },
    }));
  }
  const listed = spans.map(
    (one, place) => sql`(${place}::int, ${one.previousFrom}::date, ${one.from}::date, ${one.to}::date)`,
  );
  return scope.read<TallySlice & { span: number }>(sql`
        SELECT s.span, lineage_id AS "lineageId", metric, wording,
          CASE WHEN day < s.starts THEN -1 ELSE 0 END AS slice, json_build_array(${SUMS}) AS counts
        FROM (${counts}) counts
        JOIN (VALUES ${sql.join(listed, sql`, `)}) s(span, previous, starts, ends)
          ON day BETWEEN s.previous AND s.ends
        GROUP BY s.span, lineage_id, metric, wording, day < s.starts`);
}

/** Adds the counts of what has the same key. */
function summed<T extends { counts: readonly number[] }, K extends object>(
  counted: readonly T[],
  keyOf: (one: T) => K,
): (K & { counts: number[] })[] {
  const sums = new Map<string, K & { counts: number[] }>();
  for (const one of counted) {
    const key = keyOf(one);
    const text = JSON.stringify(key);
    const sum = sums.get(text);
    if (sum) sum.counts = sum.counts.map((count, point) => count + (one.counts[point] ?? 0));
    else sums.set(text, { ...key, counts: [...one.counts] });
  }
  return [...sums.values()];
}

/** The days that a period and the one it is compared with span together. */
function spanOf({ from, to, previousFrom, previousTo }: Spans): { from: string; to: string } {
  return {
    from: previousFrom !== null && previousFrom < from ? previousFrom : from,
    to: previousTo !== null && previousTo > to ? previousTo : to,
  };
}

/** Counts per day, each with the slice that it falls into; −1 for the period that is compared with. */
function sliced(
  counts: SQL,
  { previousFrom, previousTo, from, to, slices }: Spans & { slices: number },
): SQL {
  const slice = sql`(day - ${from}::date) * ${slices}::int / (${to}::date - ${from}::date + 1)`;
  const inPeriod = sql`day BETWEEN ${from}::date AND ${to}::date`;
  if (previousFrom === null || previousTo === null)
    return sql`SELECT *, ${slices === 1 ? sql`0` : slice} AS slice FROM (${counts}) counts`;
  const inCompared = sql`day BETWEEN ${previousFrom}::date AND ${previousTo}::date`;
  if (previousTo < from || previousFrom > to) {
    return sql`
      SELECT *, CASE WHEN ${inPeriod} THEN ${slice} ELSE -1 END AS slice FROM (${counts}) counts
      WHERE ${inPeriod} OR ${inCompared}`;
  }
  // The two overlap: a day may count on both sides.
  return sql`
    SELECT *, ${slice} AS slice FROM (${counts}) counts WHERE ${inPeriod}
    UNION ALL
    SELECT *, -1 FROM (${counts}) counts WHERE ${inCompared}`;
}

/** As `sliced`, for answers that were counted day by day. */
function slicesOfDays<T extends DayCounts>(
  days: readonly T[],
  { previousFrom, previousTo, from, to, slices }: Spans & { slices: number },
): (T & { slice: number })[] {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const [first, length] = [at(from), at(to) - at(from) + 1];
  return days.flatMap((one) => {
    const inPeriod = from <= one.day && one.day <= to;
    const compared =
      previousFrom !== null && previousTo !== null && previousFrom <= one.day && one.day <= previousTo;
    return [
      ...(inPeriod ? [{ ...one, slice: Math.floor(((at(one.day) - first) * slices) / length) }] : []),
      ...(compared ? [{ ...one, slice: -1 }] : []),
    ];
  });
}

/**
 * The tallies of a filter that asks for one facet at most, as `lineage_id, day, metric, wording, value, p0 … p10`; null for
 * one that asks for more. `each` gives one line for each value of a facet, in `value`.
 */
function talliesOf(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  each: Each | null = null,
): SQL | null {
  const asked = askedOf(within);
  const facets = Object.entries(asked).filter(([, values]) => values.length > 0);
  if (each) facets.push([each.facet, each.values]);
  if (facets.length > 1 || facets.some(([name]) => !isFacet(name))) return null;
  const [one] = facets;
  const facet = one ? sql`facet = ${one[0]} AND value = ${anyOf(one[1])}` : sql`facet = '' AND value = ''`;
  return sql`SELECT lineage_id, day, metric, wording, value, ${sql.raw(POINTS.join(', '))} FROM tallies
    WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${anyOf(lineageIds, 'uuid')} AND ${facet}
      AND ${dayWithin(within)}`;
}

/** What was chosen of the words question in a period, "none" included; whoever skipped it is not counted. */
export async function listWordChoices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
): Promise<WordChoice[]> {
  if (lineageIds.length === 0) return [];
  return scope.read<WordChoice>(sql`
        SELECT lineage_id AS "lineageId", to_json(words) AS words, count(*)::int AS people
        FROM responses
        WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${anyOf(lineageIds, 'uuid')}
          AND ${receivedWithin(within)} AND ${matching(scope, within)} AND words IS NOT NULL
        GROUP BY lineage_id, words`);
}
