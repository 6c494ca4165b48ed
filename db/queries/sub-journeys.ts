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

/**
 * Whether a journey is another one or has it below itself, over any number of levels. Retired touchpoints count: they
 * may come back.
 */
export async function contains(scope: Scope, journeyId: string, otherId: string): Promise<boolean> {
  const found = await scope.run((tx) =>
    rows<{ contains: boolean }>(
      tx,
      sql`
        WITH RECURSIVE below (id) AS (
          SELECT ${journeyId}::uuid
          UNION
          SELECT t.sub_journey_id FROM below
          JOIN touchpoints t ON t.workspace_id = ${scope.workspaceId} AND t.journey_id = below.id
          WHERE t.sub_journey_id IS NOT NULL)
        SELECT EXISTS (SELECT FROM below WHERE id = ${otherId}) AS contains`,
    ),
  );
  return found[0]?.contains === true;
}
