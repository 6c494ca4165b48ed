import { sql } from 'drizzle-orm';
import type { JourneyState } from '@/lib/journey/model/journey';
import { rows, type Scope } from '../scope';

export type RelatedJourney = { id: string; title: string; state: JourneyState };

/** The map that a journey was copied from and the copies of both, the oldest first; what is retired is not among them. */
export function listRelatedJourneys(scope: Scope, journeyId: string): Promise<RelatedJourney[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT k.id, k.title, k.state FROM journeys j JOIN journeys k
          ON k.workspace_id = j.workspace_id AND k.id <> j.id AND k.retired_at IS NULL
            AND (k.id = j.copied_from_id OR k.copied_from_id = j.id OR k.copied_from_id = j.copied_from_id)
        WHERE j.workspace_id = ${scope.workspaceId} AND j.id = ${journeyId}
        ORDER BY k.created_at, k.id`,
    ),
  );
}

/** Every retired journey, the last retired first. */
export function listRetiredJourneys(
  scope: Scope,
): Promise<{ id: string; title: string; retiredOn: string }[]> {
  return scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT j.id, j.title, (j.retired_at AT TIME ZONE w.time_zone)::date::text AS "retiredOn"
        FROM journeys j JOIN workspaces w ON w.id = j.workspace_id
        WHERE j.workspace_id = ${scope.workspaceId} AND j.retired_at IS NOT NULL
        ORDER BY j.retired_at DESC, j.id`,
    ),
  );
}
