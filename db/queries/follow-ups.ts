import { sql } from 'drizzle-orm';
import type { FollowUpKind } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { rows, type Scope } from '../scope';
import { listOf, matching, receivedWithin, type Within } from './within';

/**
 * How many people with this score gave this answer: a reason's id, or a point as text. `answer` null: how many answered
 * the question at all, which for reasons is fewer than what they chose in sum.
 */
export type FollowUpCount = {
  surveyId: string;
  metric: string;
  score: number;
  kind: Exclude<FollowUpKind, 'text'>;
  answer: string | null;
  people: number;
};

/** What was answered in a period to the questions after the score, about any of these subjects. */
export async function listFollowUpCounts(
  scope: Scope,
  lineageIds: readonly string[],
  within: Within,
): Promise<FollowUpCount[]> {
  if (lineageIds.length === 0) return [];
  return scope.run((tx) =>
    rows<FollowUpCount>(
      tx,
      sql`
        WITH given AS (
          SELECT r.placement_id, r.metric, r.score, f.key AS kind, f.value
          FROM responses r CROSS JOIN LATERAL jsonb_each(r.follow_ups) f
          WHERE r.workspace_id = ${scope.workspaceId} AND r.lineage_id IN (${listOf(lineageIds)})
            AND ${receivedWithin(within)} AND ${matching(scope, within)}
            AND r.follow_ups IS NOT NULL AND r.score IS NOT NULL
        ), answered AS (
          SELECT placement_id, metric, score, kind, NULL AS answer FROM given
          UNION ALL
          SELECT placement_id, metric, score, kind, value #>> '{}' FROM given WHERE kind <> 'reasons'
          UNION ALL
          SELECT placement_id, metric, score, kind, reason FROM given
          CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN kind = 'reasons' THEN value ELSE '[]' END) AS reason
        )
        SELECT p.survey_id AS "surveyId", a.metric, a.score, a.kind, a.answer, count(*)::int AS people
        FROM answered a
        JOIN placements p ON p.workspace_id = ${scope.workspaceId} AND p.id = a.placement_id
        GROUP BY p.survey_id, a.metric, a.score, a.kind, a.answer`,
    ),
  );
}

/** What authors called their own reasons, version by version, the newest first. */
export type OwnReasonNames = {
  surveyId: string;
  languages: Language[];
  /** By language, then by the reason's id. */
  names: Partial<Record<Language, Record<string, string>>>;
};

/** The names of the own reasons of some surveys, of every version, the newest first. */
export async function listOwnReasons(scope: Scope, surveyIds: readonly string[]): Promise<OwnReasonNames[]> {
  if (surveyIds.length === 0) return [];
  const found = await scope.run((tx) =>
    rows<{
      surveyId: string;
      languages: Language[];
      texts: Record<string, { reasons?: Record<string, string> }>;
    }>(
      tx,
      sql`SELECT survey_id AS "surveyId", content -> 'languages' AS languages, content -> 'texts' AS texts
          FROM survey_versions WHERE workspace_id = ${scope.workspaceId} AND survey_id IN (${listOf(surveyIds)})
          ORDER BY survey_id, version DESC`,
    ),
  );
  return found.map(({ surveyId, languages, texts }) => ({
    surveyId,
    languages,
    names: Object.fromEntries(
      Object.entries(texts).map(([language, { reasons }]) => [language, reasons ?? {}]),
    ),
  }));
}
