import { sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';
import { listOf } from './within';

/** The first day on which anything was answered about these subjects; null: nothing ever was. */
export async function findAnsweredSince(scope: Scope, lineageIds: readonly string[]): Promise<string | null> {
  if (lineageIds.length === 0) return null;
  const [found] = await scope.run((tx) =>
    rows<{ since: string | null }>(
      tx,
      sql`
        SELECT min(first.day)::text AS since
        FROM unnest(ARRAY[${listOf(lineageIds)}]::uuid[]) l(id)
        CROSS JOIN LATERAL (
          SELECT day FROM tallies
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = l.id AND facet = '' AND value = ''
          ORDER BY day LIMIT 1
        ) first`,
    ),
  );
  return found?.since ?? null;
}
