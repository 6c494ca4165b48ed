import { and, desc, eq, sql } from 'drizzle-orm';
import { reviews, users } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type ReviewRow = {
  id: string;
  /** null: the journey as a whole. */
  touchpointId: string | null;
  userId: string;
  /** null once the person is gone. */
  name: string | null;
  note: string;
  reviewedAt: Date;
};

/** The sign-offs of a journey and its touchpoints, the newest first. */
export async function listReviews(scope: Scope, journeyId: string, most: number): Promise<ReviewRow[]> {
  return scope.run((tx) =>
    tx
      .select({
        id: reviews.id,
        touchpointId: reviews.touchpointId,
        userId: reviews.userId,
        name: sql<string | null>`coalesce(${users.name}, ${users.email})`,
        note: reviews.note,
        reviewedAt: reviews.reviewedAt,
      })
      .from(reviews)
      .leftJoin(users, eq(users.id, reviews.userId))
      .where(and(eq(reviews.workspaceId, scope.workspaceId), eq(reviews.journeyId, journeyId)))
      .orderBy(desc(reviews.reviewedAt), desc(reviews.id))
      .limit(most),
  );
}

/** One sign-off; null where this workspace has none of that id. */
export async function findReview(
  scope: Scope,
  id: string,
): Promise<{ id: string; journeyId: string; touchpointId: string | null; userId: string } | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: reviews.id,
        journeyId: reviews.journeyId,
        touchpointId: reviews.touchpointId,
        userId: reviews.userId,
      })
      .from(reviews)
      .where(and(eq(reviews.workspaceId, scope.workspaceId), eq(reviews.id, id))),
  );
  return found[0] ?? null;
}

export async function insertReview(
  scope: TxScope,
  review: { id: string; journeyId: string; touchpointId: string | null; userId: string; note: string },
): Promise<void> {
  await scope.run((tx) => tx.insert(reviews).values({ workspaceId: scope.workspaceId, ...review }));
}

export async function deleteReview(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(reviews).where(and(eq(reviews.workspaceId, scope.workspaceId), eq(reviews.id, id))),
  );
}

/** The journeys on show that a member owns, or a touchpoint of which they own; the oldest first. */
export async function listOwnedJourneyIds(scope: Scope, userId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`
        SELECT j.id FROM journeys j
        WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NULL AND (
          j.owner_user_id = ${userId} OR EXISTS (
            SELECT FROM touchpoints t JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
            WHERE t.workspace_id = j.workspace_id AND t.journey_id = j.id AND t.owner_user_id = ${userId}
              AND t.retired_at IS NULL AND s.retired_at IS NULL))
        ORDER BY j.created_at, j.id`,
    ),
  );
  return found.map(({ id }) => id);
}

/** The members who own something on show. */
export async function listOwners(scope: Scope): Promise<{ userId: string; name: string; email: string }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT m.user_id AS "userId", coalesce(u.name, '') AS name, u.email
        FROM members m JOIN users u ON u.id = m.user_id
        WHERE m.workspace_id = ${scope.workspaceId} AND m.user_id IN (
          SELECT j.owner_user_id FROM journeys j WHERE j.workspace_id = m.workspace_id AND j.retired_at IS NULL
          UNION
          SELECT t.owner_user_id FROM touchpoints t
          JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
          JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id
          WHERE t.workspace_id = m.workspace_id AND t.retired_at IS NULL AND s.retired_at IS NULL
            AND j.retired_at IS NULL)
        ORDER BY m.joined_at`,
    ),
  );
}
