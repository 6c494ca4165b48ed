import { and, asc, eq, sql } from 'drizzle-orm';
import type { SurveyContent } from '@/lib/survey/model';
import { lineages, surveys, surveyVersions } from '../schema';
import type { Scope, TxScope } from '../scope';

export type SurveyRow = {
  id: string;
  lineageId: string;
  metric: string;
  wording: string;
  title: string;
  draft: SurveyContent;
  version: number | null;
};

const columns = {
  id: surveys.id,
  lineageId: surveys.lineageId,
  metric: surveys.metric,
  wording: surveys.wording,
  title: surveys.title,
  draft: surveys.draft,
  version: surveys.version,
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

export async function insertSurvey(scope: TxScope, survey: Omit<SurveyRow, 'version'>): Promise<void> {
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
  frozen: { content: SurveyContent; formula: string },
): Promise<number | null> {
  return scope.run(async (tx) => {
    const bumped = await tx
      .update(surveys)
      .set({ version: sql`coalesce(${surveys.version}, 0) + 1` })
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
): Promise<{ version: number; content: SurveyContent; formula: string; publishedAt: Date }[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        version: surveyVersions.version,
        content: surveyVersions.content,
        formula: surveyVersions.formula,
        publishedAt: surveyVersions.publishedAt,
      })
      .from(surveyVersions)
      .where(and(eq(surveyVersions.workspaceId, scope.workspaceId), eq(surveyVersions.surveyId, surveyId)))
      .orderBy(sql`${surveyVersions.version} desc`),
  );
  return found as { version: number; content: SurveyContent; formula: string; publishedAt: Date }[];
}
