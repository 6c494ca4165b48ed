import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { journeys } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** Journeys that are not retired, by title. */
export function listJourneyTitles(scope: Scope): Promise<{ id: string; title: string }[]> {
  return scope.run((tx) =>
    tx
      .select({ id: journeys.id, title: journeys.title })
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), isNull(journeys.retiredAt)))
      .orderBy(asc(journeys.title), asc(journeys.id)),
  );
}

/** Lets one change of sub-journeys of this workspace happen at a time, so that two cannot close a circle together. */
export async function lockSubJourneys(scope: TxScope): Promise<void> {
  await scope.run((tx) =>
    tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sub-journeys:${scope.workspaceId}`}, 0))`,
    ),
  );
}

/** Whether a journey is another one or has it below itself; see {@link listContaining}. */
export async function contains(scope: Scope, journeyId: string, otherId: string): Promise<boolean> {
  return (await listContaining(scope, [journeyId], otherId)).length > 0;
}

/**
 * Which of some journeys are another one or have it below themselves, over any number of levels. Retired touchpoints
 * count: they may come back.
 */
export async function listContaining(
  scope: Scope,
  journeyIds: readonly string[],
  otherId: string,
): Promise<string[]> {
  if (journeyIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`
        WITH RECURSIVE above (id) AS (
          SELECT ${otherId}::uuid
          UNION
          SELECT t.journey_id FROM above
          JOIN touchpoints t ON t.workspace_id = ${scope.workspaceId} AND t.sub_journey_id = above.id)
        SELECT DISTINCT id FROM above
        WHERE id IN (SELECT x::uuid FROM jsonb_array_elements_text(${JSON.stringify(journeyIds)}::text::jsonb) AS x)`,
    ),
  );
  return found.map(({ id }) => id);
}
