import { sql } from 'drizzle-orm';
import { DELIVERED_STATES } from '@/lib/distribution/model';
import { METRIC_IDS, METRICS } from '@/lib/scoring/metrics';
import { rows, type Scope } from '../scope';
import { dayWithin, listOf } from './within';

/** What the groups of a trial at these subjects may be told apart by, besides segments and channels. */
export type TrialChoices = {
  /** The newest first, at most 200. */
  campaigns: { id: string; name: string; launchedOn: string }[];
  placements: { id: string; survey: string; kind: string; channel: string; openedOn: string }[];
  /** Published versions, the newest of each survey first. */
  versions: { surveyId: string; version: number; survey: string }[];
};

/** What was asked about these subjects, by campaign, placement and survey version. */
export async function findTrialChoices(scope: Scope, lineageIds: readonly string[]): Promise<TrialChoices> {
  if (lineageIds.length === 0) return { campaigns: [], placements: [], versions: [] };
  const { workspaceId } = scope;
  const [found] = await scope.run((tx) =>
    rows<TrialChoices>(
      tx,
      sql`
        WITH asked AS (
          SELECT p.id, p.kind, p.channel, p.opened_at, s.title, s.id AS survey_id
          FROM surveys s JOIN placements p ON p.workspace_id = s.workspace_id AND p.survey_id = s.id
          WHERE s.workspace_id = ${workspaceId} AND s.lineage_id IN (${listOf(lineageIds)})
        )
        SELECT
          (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'launchedOn', launched_at::date::text)
             ORDER BY launched_at DESC, id), '[]')
           FROM (SELECT c.id, c.name, c.launched_at FROM campaigns c JOIN asked a ON a.id = c.placement_id
                 WHERE c.workspace_id = ${workspaceId} ORDER BY c.launched_at DESC LIMIT 200) newest) AS campaigns,
          (SELECT coalesce(json_agg(json_build_object('id', id, 'survey', title, 'kind', kind, 'channel', channel,
             'openedOn', opened_at::date::text) ORDER BY title, opened_at, id), '[]') FROM asked) AS placements,
          (SELECT coalesce(json_agg(json_build_object('surveyId', v.survey_id, 'version', v.version, 'survey', s.title)
             ORDER BY s.title, v.survey_id, v.version DESC), '[]')
           FROM survey_versions v JOIN surveys s ON s.workspace_id = v.workspace_id AND s.id = v.survey_id
           WHERE v.workspace_id = ${workspaceId} AND s.lineage_id IN (${listOf(lineageIds)})) AS versions`,
    ),
  );
  return found as TrialChoices;
}

/** Eleven counts of one day, metric and wording at one placement, the scale's lowest point first. */
export type PlacementDay = { day: string; metric: string; wording: string; counts: number[] };

const STARTS = JSON.stringify(Object.fromEntries(METRIC_IDS.map((id) => [id, METRICS[id].scale.min])));
const COUNTS = sql.raw(
  Array.from({ length: 11 }, (_, point) => `count(*) FILTER (WHERE point = ${point})`).join(', '),
);

/** What was answered at one placement, day by day: no tally tells placements apart, so its answers are counted. */
export function listPlacementDays(
  scope: Scope,
  placementId: string,
  within: { from: string; to: string },
): Promise<PlacementDay[]> {
  return scope.run((tx) =>
    rows<PlacementDay>(
      tx,
      sql`SELECT day::text AS day, metric, wording, json_build_array(${COUNTS}) AS counts
          FROM (SELECT day, metric, wording, score - (${STARTS}::jsonb ->> metric)::int AS point FROM responses
                WHERE workspace_id = ${scope.workspaceId} AND placement_id = ${placementId}::uuid
                  AND score IS NOT NULL AND ${dayWithin(within)}) answers
          GROUP BY day, metric, wording ORDER BY day, metric, wording`,
    ),
  );
}

/** People asked by mail on a day, and those of all asked in the span who answered on it. */
export type AskedDay = { day: string; asked: number; answered: number };

/**
 * How many were asked by a campaign, or at a placement by any, on the days of a span, and how many of them answered until
 * its end. Mail that did not leave does not count; an outbox counts as sent. Empty where nobody was asked by mail.
 */
export function listAskedDays(
  scope: Scope,
  of: { campaignId: string } | { placementId: string },
  { from, to }: { from: string; to: string },
): Promise<AskedDay[]> {
  const which =
    'campaignId' in of
      ? sql`i.campaign_id = ${of.campaignId}::uuid`
      : sql`i.placement_id = ${of.placementId}::uuid`;
  return scope.run((tx) =>
    rows<AskedDay>(
      tx,
      sql`
        WITH asked AS (
          SELECT i.id, (coalesce(i.sent_at, i.queued_at) AT TIME ZONE w.time_zone)::date AS day
          FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
          WHERE i.workspace_id = ${scope.workspaceId} AND ${which} AND i.state IN ${DELIVERED_STATES}
        ), told AS (
          SELECT day, 1 AS asked, 0 AS answered FROM asked WHERE ${dayWithin({ from, to })}
          UNION ALL
          SELECT r.day, 0, 1 FROM asked a
          JOIN responses r ON r.workspace_id = ${scope.workspaceId} AND r.invitation_id = a.id AND r.score IS NOT NULL
          WHERE a.day BETWEEN ${from}::date AND ${to}::date AND r.day BETWEEN ${from}::date AND ${to}::date
        )
        SELECT day::text AS day, sum(asked)::int AS asked, sum(answered)::int AS answered
        FROM told GROUP BY day ORDER BY day`,
    ),
  );
}
