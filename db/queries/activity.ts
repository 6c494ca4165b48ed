import { sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';

/** One thing that somebody did to a journey. */
export type ActivityRow = {
  id: string;
  action: string;
  objectId: string | null;
  detail: unknown;
  at: Date;
  /** A member's user id; null where it was no member. */
  userId: string | null;
  /** null: a member who has left. */
  name: string | null;
};

/**
 * What was done to a journey, the newest first. `before` is the last line of the page before, `userId` and `objectId`
 * keep only what this member did and what was done to this object or, of a touchpoint, to what hangs on it.
 */
export async function listActivity(
  scope: Scope,
  journeyId: string,
  {
    before = null,
    userId = null,
    objectId = null,
    limit,
  }: { before?: string | null; userId?: string | null; objectId?: string | null; limit: number },
): Promise<ActivityRow[]> {
  const found = await scope.run((tx) =>
    rows<Omit<ActivityRow, 'at'> & { at: string }>(
      tx,
      sql`
        SELECT a.id, a.action, a.object_id AS "objectId", a.detail,
          (extract(epoch FROM a.happened_at) * 1000)::text AS at, who.id AS "userId",
          coalesce(u.name, u.email) AS name
        FROM audit_lines a
        CROSS JOIN LATERAL (
          SELECT CASE WHEN a.actor LIKE 'member:%' THEN substr(a.actor, 8)::uuid END AS id) who
        LEFT JOIN members m ON m.workspace_id = a.workspace_id AND m.user_id = who.id
        LEFT JOIN users u ON u.id = m.user_id
        WHERE a.workspace_id = ${scope.workspaceId} AND a.journey_id = ${journeyId}
          ${userId === null ? sql`` : sql`AND a.actor = ${`member:${userId}`}`}
          ${
            objectId === null
              ? sql``
              : sql`AND (a.object_id = ${objectId} OR a.detail ->> 'touchpointId' = ${objectId}::text
                  OR a.detail -> 'touchpointIds' ? ${objectId}::text)`
          }
          ${
            before === null
              ? sql``
              : sql`AND (a.happened_at, a.id) < (
                  SELECT b.happened_at, b.id FROM audit_lines b
                  WHERE b.workspace_id = ${scope.workspaceId} AND b.id = ${before} AND b.journey_id = ${journeyId})`
          }
        ORDER BY a.happened_at DESC, a.id DESC LIMIT ${limit}`,
    ),
  );
  return found.map((one) => ({ ...one, at: new Date(Number(one.at)) }));
}

/** Everybody who did something to a journey and is still a member, by name. */
export function listActors(scope: Scope, journeyId: string): Promise<{ userId: string; name: string }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT u.id AS "userId", coalesce(u.name, u.email) AS name
        FROM members m JOIN users u ON u.id = m.user_id
        WHERE m.workspace_id = ${scope.workspaceId} AND EXISTS (
          SELECT FROM audit_lines a
          WHERE a.workspace_id = m.workspace_id AND a.journey_id = ${journeyId} AND a.actor = 'member:' || m.user_id)
        ORDER BY 2`,
    ),
  );
}
