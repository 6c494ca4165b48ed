import { sql } from 'drizzle-orm';
import { rows, type Scope } from '../scope';
import { subjectTitleOf } from './subjects';
import { listOf } from './within';

/** What may be chosen in a filter of these subjects, besides what the map itself knows. */
export type FilterChoices = {
  /** Values that were counted, as `facet`. */
  segments: string[];
  channels: string[];
  /** Languages that the surveys are published in. */
  languages: string[];
  /** Of surveys that were published more than once; `subject` is what they are asked about. */
  versions: { surveyId: string; title: string; subject: string; version: number }[];
  /** The newest first, at most 50. */
  campaigns: { id: string; name: string }[];
};

/** What was asked and counted about these subjects, to choose among. */
export async function findFilterChoices(scope: Scope, lineageIds: readonly string[]): Promise<FilterChoices> {
  if (lineageIds.length === 0)
    return { segments: [], channels: [], languages: [], versions: [], campaigns: [] };
  const own = sql`workspace_id = ${scope.workspaceId} AND lineage_id IN (${listOf(lineageIds)})`;
  // One step of the index per value, instead of a line per day: a recursive walk over distinct values.
  const valuesOf = (facet: string) => sql`(
    SELECT coalesce(json_agg(DISTINCT value ORDER BY value), '[]') FROM unnest(ARRAY[${listOf(lineageIds)}]::uuid[]) l(id)
    CROSS JOIN LATERAL (
      WITH RECURSIVE found AS (
        (SELECT value FROM tallies WHERE workspace_id = ${scope.workspaceId} AND lineage_id = l.id
           AND facet = ${facet} ORDER BY value LIMIT 1)
        UNION ALL
        SELECT (SELECT t.value FROM tallies t WHERE t.workspace_id = ${scope.workspaceId} AND t.lineage_id = l.id
           AND t.facet = ${facet} AND t.value > found.value ORDER BY t.value LIMIT 1)
        FROM found WHERE found.value IS NOT NULL
      ) SELECT value FROM found WHERE value IS NOT NULL LIMIT 200) each)`;
  const [found] = await scope.run((tx) =>
    rows<FilterChoices>(
      tx,
      sql`
        WITH asked AS (
          SELECT id, title, coalesce(${subjectTitleOf(sql`surveys.workspace_id`, sql`surveys.lineage_id`)}, '') AS subject
          FROM surveys WHERE ${own} AND version IS NOT NULL
        ), published AS (
          SELECT v.survey_id, v.version, a.title, a.subject, v.content, count(*) OVER (PARTITION BY v.survey_id) AS times
          FROM survey_versions v JOIN asked a ON a.id = v.survey_id
          WHERE v.workspace_id = ${scope.workspaceId}
        )
        SELECT ${valuesOf('segment')} AS segments, ${valuesOf('channel')} AS channels,
          (SELECT coalesce(json_agg(DISTINCT tag ORDER BY tag), '[]')
           FROM published p CROSS JOIN LATERAL jsonb_array_elements_text(p.content -> 'languages') tag) AS languages,
          (SELECT coalesce(json_agg(json_build_object('surveyId', survey_id, 'title', title, 'subject', subject,
             'version', version) ORDER BY subject, title, survey_id, version DESC), '[]')
           FROM published WHERE times > 1) AS versions,
          (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY launched_at DESC, id), '[]')
           FROM (SELECT c.id, c.name, c.launched_at FROM campaigns c
                 JOIN placements p ON p.workspace_id = c.workspace_id AND p.id = c.placement_id
                 WHERE c.workspace_id = ${scope.workspaceId} AND p.survey_id IN (SELECT id FROM asked)
                 ORDER BY c.launched_at DESC LIMIT 50) newest) AS campaigns`,
    ),
  );
  return found as FilterChoices;
}

/** Everything that this workspace ever asked about, as lineages. */
export async function listAskedLineages(scope: Scope): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT DISTINCT lineage_id AS id FROM surveys
          WHERE workspace_id = ${scope.workspaceId} AND version IS NOT NULL ORDER BY 1`,
    ),
  );
  return found.map(({ id }) => id);
}
