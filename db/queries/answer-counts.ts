import { sql } from 'drizzle-orm';
import { METRIC_IDS, METRICS } from '@/lib/scoring/metrics';
import { countPack, PACKED, type Pack, type Packed, type Passing } from '@/lib/scoring/pack';
import type { Scope } from '../scope';
import { anyOf, dayWithin, matching, receivedFrom, type Within } from './within';

/** What tallies tell answers apart by. */
const FACETS = ['source', 'persona', 'segment', 'channel'] as const;
export type Facet = (typeof FACETS)[number];
export const isFacet = (name: string): name is Facet => (FACETS as readonly string[]).includes(name);

/** One line for each of these values of a facet. */
export type Each = { facet: Facet; values: readonly string[] };

/** What a filter asks for, by what a pack calls it; an empty list asks for nothing. */
export function askedOf(
  within: Omit<Within, 'from' | 'to'>,
): Record<Exclude<Packed, 'series'>, readonly string[]> {
  return {
    source: within.sources,
    persona: within.persona === null ? [] : [within.persona],
    segment: within.segments,
    channel: within.channels,
    language: within.languages,
    device: within.devices,
    version: within.versions.map(({ surveyId, version }) => `${surveyId}.${version}`),
    campaign: within.campaigns,
  };
}

/** Eleven counts of a subject, day and series; `value` is that of the facet each line is of, '' without one. */
export type DayCounts = {
  lineageId: string;
  day: string;
  /** Metric and wording, with a space between. */
  series: string;
  value: string;
  counts: readonly number[];
};

type Row = {
  lineageId: string;
  day: string;
  /** Of answers that were counted one by one. */
  series: string | null;
  value: string | null;
  counts: number[] | null;
  /** Of a pack. */
  n: number | null;
  /** Of each thing that is needed, in its order. */
  values: string[][] | null;
  /** Its points, then each column that is needed and not null, as base64. */
  bytes: string | null;
};

const STARTS = JSON.stringify(Object.fromEntries(METRIC_IDS.map((id) => [id, METRICS[id].scale.min])));
const COUNTED = sql.raw(
  Array.from({ length: 11 }, (_, point) => `count(*) FILTER (WHERE point = ${point})`).join(', '),
);

/**
 * Counts answers by anything that is known of them: days that are packed by their packs, all others answer by answer, in
 * one snapshot.
 */
export async function countAnswers(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  each: Each | null,
): Promise<DayCounts[]> {
  const passing: Passing = Object.fromEntries(
    [...Object.entries(askedOf(within)), ...(each ? [[each.facet, each.values] as const] : [])].filter(
      ([, values]) => values.length > 0,
    ),
  );
  const needed = PACKED.filter((name) => name === 'series' || name in passing);
  const own = sql`workspace_id = ${scope.workspaceId} AND lineage_id = ${anyOf(lineageIds, 'uuid')} AND ${dayWithin(within)}`;
  const value = each ? sql.raw(`r.${each.facet}`) : sql`''`;
  const which = each ? sql` AND ${value} = ${anyOf(each.values)}` : sql``;
  const values = sql.raw(needed.map((name) => `values -> '${name}'`).join(', '));
  const bytes = sql.raw(['points', ...needed.map((name) => `coalesce(${name}, '')`)].join(' || '));
  const found = await scope.read<Row>(sql`
    WITH open AS (
      SELECT lineage_id, day FROM tallies WHERE ${own} AND facet = '' AND value = ''
      EXCEPT SELECT lineage_id, day FROM packs WHERE ${own} AND n IS NOT NULL
    ), spans AS (
      SELECT lineage_id, min(day) AS first, max(day) AS last FROM open GROUP BY lineage_id
    ), answers AS (
      SELECT r.* FROM spans s
      CROSS JOIN LATERAL (
        SELECT r.lineage_id, r.day, r.metric || ' ' || r.wording AS series, ${value} AS value,
          r.score - (${STARTS}::jsonb ->> r.metric)::int AS point
        FROM responses r
        WHERE r.workspace_id = ${scope.workspaceId} AND r.lineage_id = s.lineage_id
          AND ${receivedFrom(sql`r.received_at`, sql`s.first`, sql`s.last`)} AND r.day BETWEEN s.first AND s.last
          AND ${matching(scope, within)} AND r.score IS NOT NULL${which}
        -- Kept apart: joined freely, the few days that are open would be looked for in all answers there are.
        OFFSET 0) r
      WHERE (r.lineage_id, r.day) IN (SELECT lineage_id, day FROM open)
    )
    SELECT lineage_id AS "lineageId", day::text, series, value, json_build_array(${COUNTED}) AS counts,
      NULL::int AS n, NULL::jsonb AS values, NULL::text AS bytes
    FROM answers GROUP BY lineage_id, day, series, value
    UNION ALL
    SELECT lineage_id, day::text, NULL, NULL, NULL, n, jsonb_build_array(${values}), encode(${bytes}, 'base64')
    FROM packs WHERE ${own} AND n IS NOT NULL`);
  return found.flatMap((row) => (row.n === null ? [counted(row)] : unpack(row, needed, passing, each)));
}

function counted({ lineageId, day, series, value, counts }: Row): DayCounts {
  return { lineageId, day, series: series ?? '', value: value ?? '', counts: counts ?? [] };
}

function unpack(row: Row, needed: readonly Packed[], passing: Passing, each: Each | null): DayCounts[] {
  const { lineageId, day, n, values } = row;
  if (n === null || values === null || row.bytes === null) return [];
  const bytes = Buffer.from(row.bytes, 'base64');
  let read = 0;
  const next = () => bytes.subarray(read * n, ++read * n);
  const points = next();
  const own = Object.fromEntries(needed.map((name, index) => [name, values[index] ?? []]));
  const columns = Object.fromEntries(
    needed.map((name) => [name, (own[name]?.length ?? 0) < 2 ? null : next()]),
  );
  const pack: Pack = { n, values: own as Pack['values'], points, columns: columns as Pack['columns'] };
  return [...countPack(pack, passing, each?.facet ?? null)].flatMap(([series, own]) =>
    [...own].map(([value, counts]) => ({ lineageId, day, series, value, counts })),
  );
}

/** The metric and wording that a series is of. */
export function seriesOf(series: string): { metric: string; wording: string } {
  const end = series.indexOf(' ');
  return { metric: series.slice(0, end), wording: series.slice(end + 1) };
}
