import { and, asc, eq, sql } from 'drizzle-orm';
import type { SurveyTimes } from '@/lib/survey/model';
import type { SurveyContent } from '@/lib/survey/model/content';
import { lineages, surveys, surveyVersions } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type SurveyRow = {
  id: string;
  lineageId: string;
  metric: string;
  wording: string;
  title: string;
  draft: SurveyContent;
  version: number | null;
} & SurveyTimes;

const columns = {
  id: surveys.id,
  lineageId: surveys.lineageId,
  metric: surveys.metric,
  wording: surveys.wording,
  title: surveys.title,
  draft: surveys.draft,
  version: surveys.version,
  pausedAt: surveys.pausedAt,
  closedAt: surveys.closedAt,
  opensAt: surveys.opensAt,
  closesAt: surveys.closesAt,
  quota: surveys.quota,
};

/** One survey; null where this workspace has none of that id. */
export async function findSurvey(scope: Scope, id: string): Promise<SurveyRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(surveys)
      .where(and(eq(surveys.workspaceId, scope.workspaceId), eq(surveys.id, id))),
  );
  return (found[0] as SurveyRow | undefined) ?? null;
}

/** The surveys asked about one subject, the oldest first. */
export async function listSurveysOfLineage(scope: Scope, lineageId: string): Promise<SurveyRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(surveys)
      .where(and(eq(surveys.workspaceId, scope.workspaceId), eq(surveys.lineageId, lineageId)))
      .orderBy(asc(surveys.createdAt), asc(surveys.id)),
  );
  return found as SurveyRow[];
}

/** Whether the subject (a touchpoint's or a journey's lineage) exists in this workspace. */
export async function hasLineage(scope: Scope, lineageId: string): Promise<boolean> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: lineages.id })
      .from(lineages)
      .where(and(eq(lineages.workspaceId, scope.workspaceId), eq(lineages.id, lineageId))),
  );
  return found.length === 1;
}

export async function insertSurvey(
  scope: TxScope,
  survey: Omit<SurveyRow, 'version' | keyof SurveyTimes>,
): Promise<void> {
  await scope.run((tx) => tx.insert(surveys).values({ workspaceId: scope.workspaceId, ...survey }));
}

/** Changes the draft; false where there is no such survey. Published versions stay as they are. */
export async function updateDraft(
  scope: TxScope,
  id: string,
  change: { title: string; draft: SurveyContent },
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(surveys)
      .set(change)
      .where(and(eq(surveys.workspaceId, scope.workspaceId), eq(surveys.id, id)))
      .returning({ id: surveys.id }),
  );
  return changed.length === 1;
}

/** Freezes the draft as the next version and returns its number; null where there is no such survey. */
export async function insertVersion(
  scope: TxScope,
  id: string,
  frozen: { content: SurveyContent; formula: string; wording: string },
): Promise<number | null> {
  return scope.run(async (tx) => {
    const bumped = await tx
      .update(surveys)
      .set({ version: sql`coalesce(${surveys.version}, 0) + 1`, wording: frozen.wording })
      .where(and(eq(surveys.workspaceId, scope.workspaceId), eq(surveys.id, id)))
      .returning({ version: surveys.version });
    const version = bumped[0]?.version;
    if (version == null) return null;
    await tx
      .insert(surveyVersions)
      .values({ workspaceId: scope.workspaceId, surveyId: id, version, ...frozen });
    return version;
  });
}

/** The frozen versions of a survey, the newest first. */
export async function listVersions(
  scope: Scope,
  surveyId: string,
): Promise<
  { version: number; content: SurveyContent; formula: string; wording: string; publishedAt: Date }[]
> {
  const found = await scope.run((tx) =>
    tx
      .select({
        version: surveyVersions.version,
        content: surveyVersions.content,
        formula: surveyVersions.formula,
        wording: surveyVersions.wording,
        publishedAt: surveyVersions.publishedAt,
      })
      .from(surveyVersions)
      .where(and(eq(surveyVersions.workspaceId, scope.workspaceId), eq(surveyVersions.surveyId, surveyId)))
      .orderBy(sql`${surveyVersions.version} desc`),
  );
  return found as {
    version: number;
    content: SurveyContent;
    formula: string;
    wording: string;
    publishedAt: Date;
  }[];
}

/** Changes when a survey takes answers; false where there is no such survey. */
export async function updateTimes(
  scope: TxScope,
  id: string,
  change: Partial<SurveyTimes>,
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(surveys)
      .set(change)
      .where(and(eq(surveys.workspaceId, scope.workspaceId), eq(surveys.id, id)))
      .returning({ id: surveys.id }),
  );
  return changed.length === 1;
}

/** Counted answers of one survey, of all time and at all its placements. */
export async function countSurveyAnswers(scope: Scope, surveyId: string): Promise<number> {
  const found = await scope.run((tx) =>
    rows<{ answers: number }>(
      tx,
      sql`SELECT count(*)::int AS answers FROM responses r
          JOIN placements p ON p.workspace_id = r.workspace_id AND p.id = r.placement_id
          WHERE r.workspace_id = ${scope.workspaceId} AND p.survey_id = ${surveyId} AND r.score IS NOT NULL`,
    ),
  );
  return found[0]?.answers ?? 0;
}

/** What people wrote to a survey so far, and where it is asked now. */
export type SurveyCounts = {
  surveyId: string;
  answers: number;
  lastAnswerAt: Date | null;
  openPlaces: number;
};

/** Every survey of the workspace, the newest first. */
export async function listSurveys(scope: Scope): Promise<SurveyRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(surveys)
      .where(eq(surveys.workspaceId, scope.workspaceId))
      .orderBy(sql`${surveys.createdAt} desc`, asc(surveys.id)),
  );
  return found as SurveyRow[];
}

/** Counted answers and open places of every survey that is asked anywhere. */
export async function countBySurvey(scope: Scope): Promise<SurveyCounts[]> {
  const found = await scope.run((tx) =>
    rows<Omit<SurveyCounts, 'lastAnswerAt'> & { lastAnswerAt: Date | string | null }>(
      tx,
      sql`SELECT p.survey_id AS "surveyId", coalesce(sum(r.answers), 0)::int AS answers,
                 max(r.newest) AS "lastAnswerAt",
                 (count(*) FILTER (WHERE p.closed_at IS NULL))::int AS "openPlaces"
          FROM placements p
          LEFT JOIN (
            SELECT placement_id, count(score) AS answers, max(received_at) FILTER (WHERE score IS NOT NULL) AS newest
            FROM responses WHERE workspace_id = ${scope.workspaceId} GROUP BY placement_id
          ) r ON r.placement_id = p.id
          WHERE p.workspace_id = ${scope.workspaceId}
          GROUP BY p.survey_id`,
    ),
  );
  return found.map((one) => ({ ...one, lastAnswerAt: one.lastAnswerAt ? new Date(one.lastAnswerAt) : null }));
}

/**
 * What an author's texts may name about a subject: the attributes that contacts have, the most frequent first, and who
 * looks after the customer there ('' for nobody).
 */
export async function findFields(
  scope: Scope,
  lineageId: string,
): Promise<{ attributes: string[]; contactRole: string }> {
  return scope.run(async (tx) => {
    const attributes = await rows<{ name: string }>(
      tx,
      sql`SELECT a.name FROM contacts c, jsonb_object_keys(c.attributes) AS a (name)
          WHERE c.workspace_id = ${scope.workspaceId} GROUP BY a.name ORDER BY count(*) DESC, a.name LIMIT 30`,
    );
    const roles = await rows<{ role: string }>(
      tx,
      sql`SELECT x.contact_role AS role FROM touchpoints x
          JOIN journeys j ON j.workspace_id = x.workspace_id AND j.id = x.journey_id
          WHERE x.workspace_id = ${scope.workspaceId} AND x.lineage_id = ${lineageId}
          ORDER BY j.retired_at IS NOT NULL, j.created_at, j.id LIMIT 1`,
    );
    return { attributes: attributes.map(({ name }) => name), contactRole: roles[0]?.role ?? '' };
  });
}
