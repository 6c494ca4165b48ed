import { sql } from 'drizzle-orm';
import { rows, type Scope, type TxScope } from '../scope';
import { COMMENT_COLUMNS, type CommentRow, commentOf, type ReadComment } from './comments';
import { anyOf, matching, receivedWithin, type Within } from './within';

/**
 * The comments about these subjects that members chose for presentations, of a period and of people, the last chosen
 * first. One that is held back or had a passage blacked out is none of them.
 */
export async function listChosenQuotes(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
  most: number,
): Promise<CommentRow[]> {
  if (lineageIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<ReadComment>(
      tx,
      sql`SELECT ${COMMENT_COLUMNS}
          FROM (
            SELECT * FROM responses
            WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${anyOf(lineageIds, 'uuid')}
              AND comment IS NOT NULL AND suspect IS NULL AND redacted_at IS NULL
              AND ${receivedWithin(within)} AND ${matching(scope, within)}
          ) r
          JOIN chosen_quotes c ON c.workspace_id = r.workspace_id AND c.placement_id = r.placement_id AND c.response_id = r.id
          LEFT JOIN personas p ON p.workspace_id = r.workspace_id AND p.id::text = r.persona
          ORDER BY c.chosen_at DESC, r.id LIMIT ${most}`,
    ),
  );
  return found.map(commentOf);
}

/**
 * Chooses a comment for presentations, or takes that back; null where there is no such comment, false where it is held
 * back or had a passage blacked out and so cannot be chosen.
 */
export async function chooseQuote(
  scope: TxScope,
  answer: { placementId: string; responseId: string },
  chosen: boolean,
): Promise<boolean | null> {
  const by = scope.actor.kind === 'member' ? scope.actor.userId : null;
  const own = sql`workspace_id = ${scope.workspaceId} AND placement_id = ${answer.placementId}::uuid`;
  return scope.run(async (tx) => {
    const [found] = await rows<{ fits: boolean }>(
      tx,
      sql`SELECT comment IS NOT NULL AND suspect IS NULL AND redacted_at IS NULL AS fits FROM responses
          WHERE ${own} AND id = ${answer.responseId}::uuid AND (comment IS NOT NULL OR held ->> 'comment' IS NOT NULL)
          FOR UPDATE`,
    );
    if (!found) return null;
    if (!chosen) {
      await rows(
        tx,
        sql`DELETE FROM chosen_quotes WHERE ${own} AND response_id = ${answer.responseId}::uuid`,
      );
      return true;
    }
    if (!found.fits) return false;
    await rows(
      tx,
      sql`INSERT INTO chosen_quotes (workspace_id, placement_id, response_id, chosen_by)
          VALUES (${scope.workspaceId}, ${answer.placementId}::uuid, ${answer.responseId}::uuid, ${by}::uuid)
          ON CONFLICT DO NOTHING`,
    );
    return true;
  });
}
