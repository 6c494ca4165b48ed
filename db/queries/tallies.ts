import { type SQL, sql } from 'drizzle-orm';
import { METRIC_IDS, METRICS } from '@/lib/scoring/metrics';
import { rows, type Scope } from '../scope';

/** Which answers are meant: days inclusive, in the workspace's zone. An empty list asks for nothing of its kind. */
export type Within = {
  from: string;
  to: string;
  sources: readonly string[];
  /** A persona's id; null: everybody. */
  persona: string | null;
  segments: readonly string[];
  channels: readonly string[];
  languages: readonly string[];
  devices: readonly string[];
  /** Published versions of surveys. */
  versions: readonly { surveyId: string; version: number }[];
  /** Ids of campaigns. */
  campaigns: readonly string[];
};

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

/** What a tally may be told apart by; a filter that asks for one of these alone, or for none, is read from tallies. */
const FACETS = {
  source: ({ sources }: Within) => sources,
  persona: ({ persona }: Within) => (persona === null ? [] : [persona]),
  segment: ({ segments }: Within) => segments,
  channel: ({ channels }: Within) => channels,
} as const;
type Facet = keyof typeof FACETS;

/**
 * The counts of a period, cut into `slices` parts of nearly equal length, and of the period it is compared with. Slice i
 * holds the days d with ⌊(d − from) · slices / length⌋ = i.
 */
export async function listTallySlices(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & Spans & { slices: number },
): Promise<TallySlice[]> {
  if (lineageIds.length === 0) return [];
  return scope.run((tx) =>
    rows<TallySlice>(
      tx,
      sql`
        SELECT lineage_id AS "lineageId", metric, wording, slice, json_build_array(${SUMS}) AS counts
        FROM (${sliced(scope, lineageIds, within)}) sliced
        GROUP BY lineage_id, metric, wording, slice`,
    ),
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
  return scope.run((tx) =>
    rows<TallySlice & { persona: string }>(
      tx,
      sql`
        SELECT value AS persona, lineage_id AS "lineageId", metric, wording, slice,
          json_build_array(${SUMS}) AS counts
        FROM (${sliced(scope, lineageIds, { ...within, persona: null }, { facet: 'persona', values: personas })}) sliced
        WHERE metric IN (${listOf(metrics)})
        GROUP BY value, lineage_id, metric, wording, slice`,
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
  only: Omit<Within, 'from' | 'to'>,
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
        FROM (${countsOf(scope, lineageIds, { ...only, from, to })}) counts
        JOIN (VALUES ${sql.join(listed, sql`, `)}) s(span, previous, starts, ends)
          ON day BETWEEN s.previous AND s.ends
        GROUP BY s.span, lineage_id, metric, wording, day < s.starts`,
    ),
  );
}

/** The counts of a period and of the one before, each with the slice that it falls into. */
function sliced(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within & Spans & { slices: number },
  each?: { facet: Facet; values: readonly string[] },
): SQL {
  const { previousFrom, previousTo, from, to, slices } = within;
  const compared =
    previousFrom !== null && previousTo !== null ? { first: previousFrom, last: previousTo } : null;
  const first = compared && compared.first < from ? compared.first : from;
  const last = compared && compared.last > to ? compared.last : to;
  const counts = countsOf(scope, lineageIds, { ...within, from: first, to: last }, each);
  const slice = sql`(day - ${from}::date) * ${slices}::int / (${to}::date - ${from}::date + 1)`;
  const inPeriod = sql`day BETWEEN ${from}::date AND ${to}::date`;
  if (compared === null) return sql`SELECT *, ${slice} AS slice FROM (${counts}) counts`;
  const inCompared = sql`day BETWEEN ${compared.first}::date AND ${compared.last}::date`;
  if (compared.last < from || compared.first > to) {
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

/**
 * Counts per subject, day, metric and wording as `lineage_id, day, metric, wording, value, p0 … p10`: from the tallies
 * where at most one facet is asked for, else from the answers themselves; both count the same answers. `each` gives one
 * line for each value of a facet, in `value`.
 */
function countsOf(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  each?: { facet: Facet; values: readonly string[] },
): SQL {
  const asked = (Object.keys(FACETS) as Facet[])
    .map((facet) => ({ facet, values: FACETS[facet](within) }))
    .filter(({ values }) => values.length > 0);
  const facets = each ? [...asked, each] : asked;
  const own = sql`workspace_id = ${scope.workspaceId} AND lineage_id IN (${listOf(lineageIds)})`;
  if (facets.length < 2 && !needsAnswers(within)) {
    const [one] = facets;
    const facet = one
      ? sql`facet = ${one.facet} AND value IN (${listOf(one.values)})`
      : sql`facet = '' AND value = ''`;
    return sql`SELECT lineage_id, day, metric, wording, value, ${sql.raw(POINTS.join(', '))} FROM tallies
      WHERE ${own} AND ${facet} AND ${dayWithin(within)}`;
  }
  const value = each ? sql.raw(each.facet) : sql`''`;
  const which = each ? sql` AND ${value} IN (${listOf(each.values)})` : sql``;
  return sql`SELECT lineage_id, day, metric, wording, value, ${sql.raw(COUNTED)}
    FROM (
      SELECT lineage_id, day, metric, wording, ${value} AS value, score - (${STARTS}::jsonb ->> metric)::int AS point
      FROM responses
      WHERE ${own} AND ${receivedWithin(within)} AND ${matching(scope, within)} AND score IS NOT NULL${which}
    ) answers
    GROUP BY lineage_id, day, metric, wording, value`;
}

/** Whether a filter asks for what no tally tells apart. */
const needsAnswers = ({ languages, devices, versions, campaigns }: Within) =>
  [languages, devices, versions, campaigns].some((values) => values.length > 0);

const STARTS = JSON.stringify(Object.fromEntries(METRIC_IDS.map((id) => [id, METRICS[id].scale.min])));
const COUNTED = POINTS.map((name, point) => `count(*) FILTER (WHERE point = ${point})::int AS ${name}`).join(
  ', ',
);

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
          AND ${receivedWithin(within)} AND ${matching(scope, within)} AND words IS NOT NULL
        GROUP BY lineage_id, words`,
    ),
  );
}

/** The condition on `responses` that a filter makes. */
export function matching(scope: Scope, within: Within): SQL {
  const { persona, versions, campaigns } = within;
  const lists = { source: within.sources, segment: within.segments, channel: within.channels };
  const known = { language: within.languages, device: within.devices };
  const conditions = [
    dayWithin(within),
    ...Object.entries({ ...lists, ...known })
      .filter(([, values]) => values.length > 0)
      .map(([column, values]) => sql`${sql.raw(column)} IN (${listOf(values)})`),
    ...(persona === null ? [] : [sql`persona = ${persona}`]),
  ];
  if (versions.length > 0) {
    const listed = versions.map(({ surveyId, version }) => sql`(${surveyId}::uuid, ${version}::int)`);
    conditions.push(sql`(placement_id, survey_version) IN (
      SELECT p.id, v.version FROM placements p
      JOIN (VALUES ${sql.join(listed, sql`, `)}) v(survey_id, version) ON v.survey_id = p.survey_id
      WHERE p.workspace_id = ${scope.workspaceId})`);
  }
  if (campaigns.length > 0) {
    conditions.push(sql`invitation_id IN (
      SELECT i.id FROM invitations i
      WHERE i.workspace_id = ${scope.workspaceId} AND i.campaign_id IN (${listOf(campaigns)}))`);
  }
  return sql.join(conditions, sql` AND `);
}

const dayWithin = ({ from, to }: Pick<Within, 'from' | 'to'>) =>
  sql`day BETWEEN ${from}::date AND ${to}::date`;

/** Lets the index on the instant of receipt find a day's responses: no zone is further than a day from UTC. */
export function receivedWithin({ from, to }: Pick<Within, 'from' | 'to'>): SQL {
  return sql`received_at >= ${from}::date - 2 AND received_at < ${to}::date + 3`;
}

export const listOf = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
