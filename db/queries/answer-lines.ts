import { sql } from 'drizzle-orm';
import type { Device, Source } from '@/lib/response/model';
import type { FollowUpAnswers } from '@/lib/survey/model/follow-up';
import { rows, type Scope } from '../scope';
import { matching, receivedWithin, type Within } from './within';

/** One counted answer with everything that is known of it, but neither name nor mail of who gave it. */
export type AnswerLine = {
  placementId: string;
  id: string;
  surveyId: string;
  survey: string;
  surveyVersion: number;
  metric: string;
  wording: string;
  score: number;
  words: string[] | null;
  comment: string | null;
  followUps: FollowUpAnswers | null;
  source: Source;
  channel: string;
  /** Name of the persona it counts for; null: none. */
  persona: string | null;
  segment: string;
  language: string | null;
  device: Device | null;
  /** Name of the campaign that asked; null: no mail did. */
  campaign: string | null;
  /** Calendar day of first receipt in the workspace's zone. */
  day: string;
  /** ISO 8601 in UTC with microseconds, so that going on after it misses nothing. */
  receivedAt: string;
  /** Id of the contact, else the key that the site or the import gave; null: nobody knows who answered. */
  person: string | null;
};

/** The last line that was read, to go on after it. */
export type AnswerPlace = Pick<AnswerLine, 'receivedAt' | 'placementId' | 'id'>;

/**
 * The counted answers about one subject, the first received first: at most `most` of those after a place, null for the
 * beginning. Answers that are held back are none of them.
 */
export function listAnswerLines(
  scope: Scope,
  lineageId: string,
  within: Within,
  after: AnswerPlace | null,
  most: number,
): Promise<AnswerLine[]> {
  const later = after
    ? sql` AND received_at >= ${after.receivedAt}::timestamptz
        AND (received_at, placement_id, id)
          > (${after.receivedAt}::timestamptz, ${after.placementId}::uuid, ${after.id}::uuid)`
    : sql``;
  return scope.run((tx) =>
    rows<AnswerLine>(
      tx,
      sql`
        SELECT r.placement_id AS "placementId", r.id, s.id AS "surveyId", s.title AS survey,
          r.survey_version AS "surveyVersion", r.metric, r.wording, r.score, to_json(r.words) AS words, r.comment,
          r.follow_ups AS "followUps", r.source, r.channel, p.name AS persona, r.segment, r.language, r.device,
          c.name AS campaign, r.day::text AS day,
          to_char(r.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "receivedAt",
          coalesce(r.contact_id::text, r.respondent_key) AS person
        FROM (
          SELECT * FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${lineageId} AND score IS NOT NULL
            AND suspect IS NULL AND ${receivedWithin(within)} AND ${matching(scope, within)}${later}
          ORDER BY received_at, placement_id, id LIMIT ${most}
        ) r
        JOIN placements l ON l.workspace_id = ${scope.workspaceId} AND l.id = r.placement_id
        JOIN surveys s ON s.workspace_id = ${scope.workspaceId} AND s.id = l.survey_id
        LEFT JOIN personas p ON p.workspace_id = ${scope.workspaceId} AND p.id::text = r.persona
        LEFT JOIN invitations i ON i.workspace_id = ${scope.workspaceId} AND i.id = r.invitation_id
        LEFT JOIN campaigns c ON c.workspace_id = ${scope.workspaceId} AND c.id = i.campaign_id
        ORDER BY r.received_at, r.placement_id, r.id`,
    ),
  );
}
