import { type SQL, sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';

/**
 * What a lineage is called on a map, as SQL: a touchpoint or journey by its title, a handoff as in
 * 'Handoff Sales → Field ops', by its touchpoints where the owners do not tell; NULL where no map has it.
 * Copies of a journey share its lineages: the map that is not retired and the oldest names it.
 */
export function subjectTitleOf(workspaceId: SQL, lineageId: SQL): SQL<string | null> {
  return sql<string | null>`(
    SELECT subject.title FROM (${subjects(workspaceId, lineageId)}) AS subject
    ORDER BY subject.retired, subject.made, subject.journey_id LIMIT 1)`;
}

/** What a subject is called on the map, and where it is; null where no map of this workspace has it. */
export async function findSubject(
  scope: Scope,
  lineageId: string,
): Promise<{ title: string; journeyId: string; touchpointId: string | null } | null> {
  const found = await scope.run((tx) =>
    rows<{ title: string; journeyId: string; touchpointId: string | null }>(
      tx,
      sql`SELECT subject.title, subject.journey_id AS "journeyId", subject.touchpoint_id AS "touchpointId"
          FROM (${subjects(sql`${scope.workspaceId}::uuid`, sql`${lineageId}::uuid`)}) AS subject
          ORDER BY subject.retired, subject.made, subject.journey_id LIMIT 1`,
    ),
  );
  return found[0] ?? null;
}

/** The same of many subjects; those on no map of this workspace are left out. */
export async function listSubjects(
  scope: Scope,
  lineageIds: readonly string[],
): Promise<{ lineageId: string; title: string; journeyId: string; touchpointId: string | null }[]> {
  if (lineageIds.length === 0) return [];
  const asked = sql.join(
    [...new Set(lineageIds)].map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  return scope.run((tx) =>
    rows<{ lineageId: string; title: string; journeyId: string; touchpointId: string | null }>(
      tx,
      sql`SELECT asked.id AS "lineageId", found.title, found.journey_id AS "journeyId",
                 found.touchpoint_id AS "touchpointId"
          FROM (VALUES ${asked}) AS asked (id)
          CROSS JOIN LATERAL (
            SELECT subject.* FROM (${subjects(sql`${scope.workspaceId}::uuid`, sql`asked.id`)}) AS subject
            ORDER BY subject.retired, subject.made, subject.journey_id LIMIT 1) AS found`,
    ),
  );
}

/** A handoff is at the touchpoint that receives. */
function subjects(workspaceId: SQL, lineageId: SQL): SQL {
  return sql`
    SELECT x.title, x.journey_id, x.id AS touchpoint_id, j.created_at AS made, j.retired_at IS NOT NULL AS retired
    FROM touchpoints x JOIN journeys j ON j.workspace_id = x.workspace_id AND j.id = x.journey_id
    WHERE x.workspace_id = ${workspaceId} AND x.lineage_id = ${lineageId}
    UNION ALL
    SELECT x.title, x.id, NULL, x.created_at, x.retired_at IS NOT NULL
    FROM journeys x WHERE x.workspace_id = ${workspaceId} AND x.lineage_id = ${lineageId}
    UNION ALL
    SELECT 'Handoff ' || CASE
        WHEN a.id IS NOT NULL AND b.id IS NOT NULL AND a.id <> b.id THEN a.name || ' → ' || b.name
        ELSE f.title || ' → ' || t.title END,
      h.journey_id, h.to_id, j.created_at, j.retired_at IS NOT NULL
    FROM handoffs h
    JOIN journeys j ON j.workspace_id = h.workspace_id AND j.id = h.journey_id
    JOIN touchpoints f ON f.workspace_id = h.workspace_id AND f.id = h.from_id
    JOIN touchpoints t ON t.workspace_id = h.workspace_id AND t.id = h.to_id
    JOIN stages fs ON fs.workspace_id = h.workspace_id AND fs.id = f.stage_id
    JOIN stages ts ON ts.workspace_id = h.workspace_id AND ts.id = t.stage_id
    LEFT JOIN teams a ON a.workspace_id = h.workspace_id AND a.id = coalesce(f.owner_team_id, fs.owner_team_id)
    LEFT JOIN teams b ON b.workspace_id = h.workspace_id AND b.id = coalesce(t.owner_team_id, ts.owner_team_id)
    WHERE h.workspace_id = ${workspaceId} AND h.lineage_id = ${lineageId}`;
}
