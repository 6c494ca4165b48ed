import { sql } from 'drizzle-orm';
import { addDay, COUNTS, type DaySpan, dayNumber, dayOfNumber } from '@/lib/scoring/day-slices';
import { readWeeks } from '@/lib/scoring/week-pack';
import type { Scope } from '../scope';
import { askedOf, countAnswers, type Each, isFacet, seriesOf } from './answer-counts';
import { anyOf, matching, receivedWithin, type Within } from './within';

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

const POINTS = sql.raw(Array.from({ length: COUNTS }, (_, point) => `t.p${point}`).join(', '));

/**
 * The counts of a period, cut into `slices` parts of nearly equal length, and of the period it is compared with. Slice i
 * holds the days d with ⌊(d − from) · slices / length⌋ = i; a slice without any answer is left out. Read from the tallies
 * where the filter asks for one facet at most, else from the answers themselves; both count the same.
 */
export async function listTallySlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & Spans & { slices: number },
): Promise<TallySlice[]> {
  const sums = await sumDays(scope, lineageIds, within, null, spansOf(within));
  // Named one by one: two years of weeks are thousands of lines, and spreading is ten times slower.
  return sums.flatMap(({ lineageId, metric, wording, cells }) =>
    cells.map(({ place, counts }) => ({ lineageId, metric, wording, slice: place - 1, counts })),
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
  if (personas.length === 0 || metrics.length === 0) return [];
  const each = { facet: 'persona', values: personas } as const;
  const sums = await sumDays(scope, lineageIds, { ...within, persona: null }, each, spansOf(within));
  return sums
    .filter(({ metric }) => metrics.includes(metric))
    .flatMap(({ value, cells, ...series }) =>
      cells.map(({ place, counts }) => ({
        ...series,
        ...{ persona: value, slice: place - 1, counts },
      })),
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
  only: Omit<Within, 'from' | 'to'>,
): Promise<(TallySlice & { span: number })[]> {
  const places = spans.flatMap(({ previousFrom, from, to }, span): DaySpan[] => [
    { from: dayNumber(previousFrom), to: dayNumber(from) - 1, slice: 2 * span, slices: 1 },
    { from: dayNumber(from), to: dayNumber(to), slice: 2 * span + 1, slices: 1 },
  ]);
  const sums = await sumDays(scope, lineageIds, only, null, places);
  return sums.flatMap(({ value, cells, ...series }) =>
    cells.map(({ place, counts }) => ({
      ...series,
      ...{ span: Math.floor(place / 2), slice: (place % 2) - 1, counts },
    })),
  );
}

/** The period in the places from 1 on, the one that it is compared with in place 0. */
function spansOf({ from, to, previousFrom, previousTo, slices }: Spans & { slices: number }): DaySpan[] {
  const period = { from: dayNumber(from), to: dayNumber(to), slice: 1, slices };
  if (previousFrom === null || previousTo === null) return [period];
  return [period, { from: dayNumber(previousFrom), to: dayNumber(previousTo), slice: 0, slices: 1 }];
}

type Series = { lineageId: string; value: string; metric: string; wording: string };
/** The counts of a series in each slice that has any, by the slice's place. */
type Sums = Series & { cells: { place: number; counts: number[] }[] };

/**
 * Sums the counts of some spans of days: from packed weeks and the tallies of all other days, or from the answers, where
 * the filter asks for more than one facet. `each` gives every value of a facet by itself, in `value`.
 */
async function sumDays(
  scope: Scope,
  lineageIds: readonly string[],
  only: Omit<Within, 'from' | 'to'>,
  each: Each | null,
  spans: readonly DaySpan[],
): Promise<Sums[]> {
  if (lineageIds.length === 0 || spans.length === 0) return [];
  const days = {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
  const slices = Math.max(...spans.map(({ slice, slices }) => slice + slices));
  const found = new Map<string, Series & { sums: Uint32Array }>();
  const sumsOf = (lineageId: string, series: string, value: string): Uint32Array => {
    const own = each ? value : '';
    const key = `${lineageId} ${series} ${own}`;
    const known = found.get(key);
    if (known) return known.sums;
    const sums = new Uint32Array(slices * COUNTS);
    found.set(key, { lineageId, value: own, ...seriesOf(series), sums });
    return sums;
  };
  const facet = facetOf(only, each);
  if (facet) {
    for (const row of await listTallies(scope, lineageIds, facet, days)) {
      if (row.series !== null) {
        const sums = sumsOf(row.lineageId, row.series, row.value);
        for (const [day = 0, ...counts] of JSON.parse(row.counted) as number[][])
          addDay(sums, spans, day, counts);
      } else {
        let known: { series: string; sums: Uint32Array } | null = null;
        readWeeks(Buffer.from(row.counted, 'base64'), ({ series, monday, counts }) => {
          if (known?.series !== series) known = { series, sums: sumsOf(row.lineageId, series, row.value) };
          for (let day = 0; day < 7; day += 1) addDay(known.sums, spans, monday + day, counts, day * COUNTS);
        });
      }
    }
  } else {
    const within = { ...only, from: dayOfNumber(days.from), to: dayOfNumber(days.to) };
    for (const { lineageId, day, series, value, counts } of await countAnswers(
      scope,
      lineageIds,
      within,
      each,
    ))
      addDay(sumsOf(lineageId, series, value), spans, dayNumber(day), counts);
  }
  return [...found.values()].map(({ sums, ...series }) => ({ ...series, cells: cellsOf(sums) }));
}

function cellsOf(sums: Uint32Array): Sums['cells'] {
  const cells = [];
  for (let start = 0; start < sums.length; start += COUNTS) {
    const counts: number[] = [];
    let n = 0;
    for (let at = start; at < start + COUNTS; at += 1) {
      const count = sums[at] as number;
      n += count;
      counts.push(count);
    }
    if (n > 0) cells.push({ place: start / COUNTS, counts });
  }
  return cells;
}

/** The one facet that tallies have to be read by, '' where it is none; null: they do not tell what is asked for. */
function facetOf(
  only: Omit<Within, 'from' | 'to'>,
  each: Each | null,
): { name: string; values: readonly string[] } | null {
  const asked = Object.entries(askedOf(only)).map(([name, values]) => ({ name, values }));
  const facets = asked.filter(({ values }) => values.length > 0);
  if (each) facets.push({ name: each.facet, values: each.values });
  const [first = { name: '', values: [''] }] = facets;
  return facets.length > 1 || (first.name !== '' && !isFacet(first.name)) ? null : first;
}

/** Of a series: its days, as JSON lists of the day's number and its counts. Without one: packed weeks, as base64. */
type Tallied = { lineageId: string; value: string; series: string | null; counted: string };

/** Everything that is tallied of some days, numbered from 1 January 1970: of packed weeks, and of the days behind them. */
function listTallies(
  scope: Scope,
  lineageIds: readonly string[],
  facet: { name: string; values: readonly string[] },
  days: { from: number; to: number },
): Promise<Tallied[]> {
  const own = sql`t.workspace_id = ${scope.workspaceId} AND t.lineage_id = m.id AND t.facet = ${facet.name}
        AND t.value = ${anyOf(facet.values)}`;
  const [from, to] = [sql`date '1970-01-01' + ${days.from}::int`, sql`date '1970-01-01' + ${days.to}::int`];
  // Subject by subject: joined freely, an old guess at how many weeks there are would have all of them looked through.
  return scope.read<Tallied>(sql`
    WITH marks AS (
      SELECT l.id, coalesce(m.until, '-infinity'::date) AS until
      FROM unnest(${sql.param([...lineageIds])}::uuid[]) l(id)
      LEFT JOIN week_marks m ON m.workspace_id = ${scope.workspaceId} AND m.lineage_id = l.id
    )
    SELECT m.id AS "lineageId", p.value, NULL AS series, p.counted
    FROM marks m
    CROSS JOIN LATERAL (
      SELECT t.value, encode(string_agg(t.counts, ''), 'base64') AS counted FROM week_packs t
      WHERE ${own} AND t.week > ${from} - 7 AND t.week <= ${to} AND t.week < m.until
      GROUP BY t.value) p
    UNION ALL
    SELECT m.id, d.value, d.series, d.counted
    FROM marks m
    CROSS JOIN LATERAL (
      SELECT t.value, t.metric || ' ' || t.wording AS series,
        '[' || string_agg('[' || concat_ws(',', t.day - date '1970-01-01', ${POINTS}) || ']', ',') || ']' AS counted
      FROM tallies t
      WHERE ${own} AND t.day >= greatest(m.until, ${from}) AND t.day <= ${to}
      GROUP BY t.value, t.metric, t.wording) d`);
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
