import { sql } from 'drizzle-orm';
import type { Source } from '@/lib/response/model';
import { rows, type Scope } from '../scope';
import { matching, receivedWithin, type Within } from './within';

export type CommentRow = {
  lineageId: string;
  placementId: string;
  responseId: string;
  comment: string;
  metric: string;
  score: number | null;
  source: Source;
  /** Name of the persona the answer counts for; null where it counts for none. */
  persona: string | null;
  receivedAt: Date;
};

/** What a comment is shown with, of the response `r` and its persona `p`. */
export const COMMENT_COLUMNS =
  sql.raw(`r.lineage_id AS "lineageId", r.placement_id AS "placementId", r.id AS "responseId",
  r.comment, r.metric, r.score, r.source, p.name AS persona, (extract(epoch FROM r.received_at) * 1000)::float8 AS "receivedMs"`);

/** A row as the database gives it. */
export type ReadComment = Omit<CommentRow, 'receivedAt'> & { receivedMs: number };

export const commentOf = ({ receivedMs, ...row }: ReadComment): CommentRow => ({
  ...row,
  receivedAt: new Date(receivedMs),
});

/** The newest comments of a period about each of these subjects, at most `most` per subject, the newest first. */
export async function listNewestComments(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  most: number,
): Promise<CommentRow[]> {
  if (lineageIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<ReadComment>(
      tx,
      sql`
        SELECT ${COMMENT_COLUMNS}
        FROM unnest(${sql.param([...lineageIds])}::uuid[]) AS subject (lineage_id)
        CROSS JOIN LATERAL (
          SELECT * FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = subject.lineage_id
            AND ${receivedWithin(within)} AND ${matching(scope, within)} AND comment IS NOT NULL
          ORDER BY received_at DESC, id LIMIT ${most}
        ) r
        LEFT JOIN personas p ON p.workspace_id = ${scope.workspaceId} AND p.id::text = r.persona
        ORDER BY r.lineage_id, r.received_at DESC, r.id`,
    ),
  );
  return found.map(commentOf);
}
