import { sql } from 'drizzle-orm';
import type { Source } from '@/lib/response/model';
import { rows, type Scope } from '../scope';
import { listOf, matching, receivedWithin, type Within } from './within';

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

/** The newest comments of a period about each of these subjects, at most `most` per subject, the newest first. */
export async function listNewestComments(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  most: number,
): Promise<CommentRow[]> {
  if (lineageIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<Omit<CommentRow, 'receivedAt'> & { receivedMs: number }>(
      tx,
      sql`
        SELECT c.lineage_id AS "lineageId", c.placement_id AS "placementId", c.id AS "responseId", c.comment, c.metric,
          c.score, c.source, p.name AS persona, (extract(epoch FROM c.received_at) * 1000)::float8 AS "receivedMs"
        FROM unnest(ARRAY[${listOf(lineageIds)}]::uuid[]) AS subject (lineage_id)
        CROSS JOIN LATERAL (
          SELECT * FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = subject.lineage_id
            AND ${receivedWithin(within)} AND ${matching(scope, within)} AND comment IS NOT NULL
          ORDER BY received_at DESC, id LIMIT ${most}
        ) c
        LEFT JOIN personas p ON p.workspace_id = ${scope.workspaceId} AND p.id::text = c.persona
        ORDER BY c.lineage_id, c.received_at DESC, c.id`,
    ),
  );
  return found.map(({ receivedMs, ...row }) => ({ ...row, receivedAt: new Date(receivedMs) }));
}
