import { and, eq, sql } from 'drizzle-orm';
import { DELIVERED_STATES } from '@/lib/distribution/model';
import { campaigns } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { subjectTitleOf } from './subjects';

export type CampaignRow = {
  id: string;
  placementId: string;
  name: string;
  subject: string;
  greeting: string;
  launchedAt: Date;
};

/** A campaign with how many invitations are in each state and how many of those that went out were answered. */
export type CampaignCounts = CampaignRow & {
  metric: string;
  surveyTitle: string;
  /** What the survey is asked about. */
  subjectTitle: string;
  closedAt: Date | null;
  states: Record<string, number>;
  answered: number;
};

/** Campaigns, the newest first, at most `limit`; with `id` that one only. */
export async function listCampaigns(
  scope: Scope,
  asked: { limit: number; id?: string },
): Promise<CampaignCounts[]> {
  const found = await scope.run((tx) =>
    rows<Omit<CampaignCounts, 'launchedAt' | 'closedAt'> & { launchedAt: string; closedAt: string | null }>(
      tx,
      sql`SELECT c.id, c.placement_id AS "placementId", c.name, c.subject, c.greeting,
                 c.launched_at::text AS "launchedAt", p.closed_at::text AS "closedAt", p.metric, s.title AS "surveyTitle",
                 coalesce(${subjectTitleOf(sql`c.workspace_id`, sql`p.lineage_id`)}, '') AS "subjectTitle",
                 coalesce((SELECT json_object_agg(g.state, g.n) FROM (
                   SELECT i.state, count(*)::int AS n FROM invitations i
                   WHERE i.workspace_id = c.workspace_id AND i.campaign_id = c.id GROUP BY i.state) g), '{}'::json) AS states,
                 (SELECT count(*)::int FROM invitations i
                  JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id AND r.score IS NOT NULL
                  WHERE i.workspace_id = c.workspace_id AND i.campaign_id = c.id
                    AND i.state IN ${DELIVERED_STATES}) AS answered
          FROM campaigns c
          JOIN placements p ON p.workspace_id = c.workspace_id AND p.id = c.placement_id
          JOIN surveys s ON s.workspace_id = c.workspace_id AND s.id = p.survey_id
          WHERE c.workspace_id = ${scope.workspaceId}
            ${asked.id === undefined ? sql`` : sql`AND c.id = ${asked.id}`}
          ORDER BY c.launched_at DESC, c.id DESC LIMIT ${asked.limit}`,
    ),
  );
  return found.map((row) => ({
    ...row,
    launchedAt: new Date(row.launchedAt),
    closedAt: row.closedAt === null ? null : new Date(row.closedAt),
  }));
}

/** The campaign's own text; null where this workspace has none of that id. */
export async function findCampaign(scope: Scope, id: string): Promise<CampaignRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: campaigns.id,
        placementId: campaigns.placementId,
        name: campaigns.name,
        subject: campaigns.subject,
        greeting: campaigns.greeting,
        launchedAt: campaigns.launchedAt,
      })
      .from(campaigns)
      .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, id))),
  );
  return found[0] ?? null;
}

export async function insertCampaign(scope: TxScope, campaign: CampaignRow): Promise<void> {
  await scope.run((tx) => tx.insert(campaigns).values({ workspaceId: scope.workspaceId, ...campaign }));
}

/** Lets one launch of this workspace pick its recipients at a time, so that two never ask the same person. */
export async function lockLaunches(scope: TxScope): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`launch:${scope.workspaceId}`}, 0))`),
  );
}

/** Open placements that ask by mail, with what they ask about. */
export function listMailPlacements(
  scope: Scope,
): Promise<{ id: string; metric: string; surveyTitle: string; subjectTitle: string }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT p.id, p.metric, s.title AS "surveyTitle",
                 coalesce(${subjectTitleOf(sql`p.workspace_id`, sql`p.lineage_id`)}, '') AS "subjectTitle"
          FROM placements p JOIN surveys s ON s.workspace_id = p.workspace_id AND s.id = p.survey_id
          WHERE p.workspace_id = ${scope.workspaceId} AND p.kind = 'email' AND p.closed_at IS NULL
          ORDER BY p.opened_at, p.id`,
    ),
  );
}
