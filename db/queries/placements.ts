import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { RuledPersona } from '@/lib/journey/model/segment';
import type { SurveyTimes } from '@/lib/survey/model';
import type { SurveyContent } from '@/lib/survey/model/content';
import type { SiteSettings, WidgetRules } from '@/lib/survey/model/widget-rules';
import type { Masking } from '@/lib/voices/model/masking';
import { placements, surveys, surveyVersions, workspaces } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { RULED_PERSONAS } from './personas';
import { subjectTitleOf } from './subjects';
import { listOf } from './within';

export type PlacementRow = {
  id: string;
  surveyId: string;
  lineageId: string;
  metric: string;
  kind: string;
  key: string;
  /** Channel that it asks in; '' for none in particular. */
  channel: string;
  rules: WidgetRules | null;
  openedAt: Date;
  closedAt: Date | null;
};

/** A placement with all that asking and recording there needs to know. */
export type AskingRow = PlacementRow & {
  workspaceId: string;
  times: SurveyTimes;
  /** Counted answers of the survey, at most its quota; 0 where it has none, because then nobody counts them. */
  answers: number;
  site: SiteSettings;
  identityKeyVersion: number;
  /** What the subject is called on the map; null where it is on none. */
  subjectTitle: string | null;
  /** Who looks after customers there; '' for nobody. */
  contactRole: string;
  surveyVersion: number;
  content: SurveyContent;
  brand: string;
  language: string;
  timeZone: string;
  /** The attribute that splits customers into segments; null: none does. */
  segmentAttribute: string | null;
  privacyUrl: string | null;
  /** What is taken out of comments before they are stored; null: the usual kinds. */
  masking: Masking | null;
  /** By whose rule an answer is counted for a persona. */
  personas: RuledPersona[];
};

const columns = {
  id: placements.id,
  surveyId: placements.surveyId,
  lineageId: placements.lineageId,
  metric: placements.metric,
  kind: placements.kind,
  key: placements.key,
  channel: placements.channel,
  rules: placements.rules,
  openedAt: placements.openedAt,
  closedAt: placements.closedAt,
};

const asking = {
  ...columns,
  workspaceId: placements.workspaceId,
  surveyVersion: placements.surveyVersion,
  content: surveyVersions.content,
  brand: workspaces.brand,
  language: workspaces.language,
  timeZone: workspaces.timeZone,
  segmentAttribute: workspaces.segmentAttribute,
  privacyUrl: workspaces.privacyUrl,
  masking: sql<Masking | null>`(SELECT vr.masking FROM voice_rules vr WHERE vr.workspace_id = ${workspaces.id})`,
  site: workspaces.site,
  identityKeyVersion: workspaces.identityKeyVersion,
  times: {
    pausedAt: surveys.pausedAt,
    closedAt: surveys.closedAt,
    opensAt: surveys.opensAt,
    closesAt: surveys.closesAt,
    quota: surveys.quota,
  },
  answers: sql<number>`CASE WHEN ${surveys.quota} IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM (
      SELECT 1 FROM responses qr
      JOIN placements qp ON qp.workspace_id = qr.workspace_id AND qp.id = qr.placement_id
      WHERE qr.workspace_id = ${surveys.workspaceId} AND qp.survey_id = ${surveys.id} AND qr.score IS NOT NULL
      LIMIT ${surveys.quota}) counted) END`,
  subjectTitle: subjectTitleOf(sql`${placements.workspaceId}`, sql`${placements.lineageId}`),
  contactRole: sql<string>`coalesce((
    SELECT x.contact_role FROM touchpoints x
    JOIN journeys xj ON xj.workspace_id = x.workspace_id AND xj.id = x.journey_id
    WHERE x.workspace_id = ${placements.workspaceId} AND x.lineage_id = ${placements.lineageId}
    ORDER BY xj.retired_at IS NOT NULL, xj.created_at, xj.id LIMIT 1), '')`,
  personas: sql<
    RuledPersona[]
  >`(${RULED_PERSONAS} WHERE p.workspace_id = ${workspaces.id} AND p.rule IS NOT NULL AND p.retired_at IS NULL)`,
};

/** A placement with its frozen survey and its workspace's texts; null where this workspace has none of that id. */
export async function findAsking(scope: Scope, placementId: string): Promise<AskingRow | null> {
  return (await listAsking(scope, eq(placements.id, placementId)))[0] ?? null;
}

/** Open widget placements of the workspace, the oldest first: what a site's widget may show. */
export function listOpenWidgets(scope: Scope): Promise<AskingRow[]> {
  return listAsking(scope, and(eq(placements.kind, 'widget'), isNull(placements.closedAt)));
}

async function listAsking(scope: Scope, which: ReturnType<typeof and>): Promise<AskingRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select(asking)
      .from(placements)
      .innerJoin(
        surveyVersions,
        and(
          eq(surveyVersions.workspaceId, placements.workspaceId),
          eq(surveyVersions.surveyId, placements.surveyId),
          eq(surveyVersions.version, placements.surveyVersion),
        ),
      )
      .innerJoin(
        surveys,
        and(eq(surveys.workspaceId, placements.workspaceId), eq(surveys.id, placements.surveyId)),
      )
      .innerJoin(workspaces, eq(workspaces.id, placements.workspaceId))
      .where(and(eq(placements.workspaceId, scope.workspaceId), which))
      .orderBy(asc(placements.openedAt), asc(placements.id)),
  );
  return found as AskingRow[];
}

/** Placements of some surveys, the oldest first. */
export async function listPlacements(scope: Scope, surveyIds: readonly string[]): Promise<PlacementRow[]> {
  if (surveyIds.length === 0) return [];
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(placements)
      .where(and(eq(placements.workspaceId, scope.workspaceId), inArray(placements.surveyId, [...surveyIds])))
      .orderBy(asc(placements.openedAt), asc(placements.id)),
  );
  return found as PlacementRow[];
}

export async function insertPlacement(
  scope: TxScope,
  placement: {
    id: string;
    surveyId: string;
    surveyVersion: number;
    lineageId: string;
    metric: string;
    wording: string;
    kind: string;
    key: string;
    keyHash: Uint8Array;
    rules: WidgetRules | null;
  },
): Promise<void> {
  await scope.run((tx) => tx.insert(placements).values({ workspaceId: scope.workspaceId, ...placement }));
}

/** Sets the channel that a placement asks in, '' for none in particular; false where there is no such placement. */
export function updateChannel(scope: TxScope, id: string, channel: string): Promise<boolean> {
  return update(scope, id, { channel });
}

/** Closes (an instant) or reopens (null) a placement; false where there is no such placement. */
export function updateClosedAt(scope: TxScope, id: string, closedAt: Date | null): Promise<boolean> {
  return update(scope, id, { closedAt });
}

/** Changes when and how a widget placement shows itself; false where there is no such widget placement. */
export function updateRules(scope: TxScope, id: string, rules: WidgetRules): Promise<boolean> {
  return update(scope, id, { rules }, eq(placements.kind, 'widget'));
}

/** Lets every placement of the survey ask its newest version, whose answers are pooled by this wording. */
export async function updateVersionOfSurvey(
  scope: TxScope,
  surveyId: string,
  surveyVersion: number,
  wording: string,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(placements)
      .set({ surveyVersion, wording })
      .where(and(eq(placements.workspaceId, scope.workspaceId), eq(placements.surveyId, surveyId))),
  );
}

async function update(
  scope: TxScope,
  id: string,
  change: { closedAt: Date | null } | { channel: string } | { rules: WidgetRules },
  also?: ReturnType<typeof eq>,
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(placements)
      .set(change)
      .where(and(eq(placements.workspaceId, scope.workspaceId), eq(placements.id, id), also))
      .returning({ id: placements.id }),
  );
  return changed.length === 1;
}

/** A widget placement with the names of what it asks about. */
export type WidgetRow = PlacementRow & { surveyTitle: string; subjectTitle: string | null };

/** Every widget placement of the workspace, open ones first, then the oldest. */
export async function listWidgets(scope: Scope): Promise<WidgetRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        ...columns,
        surveyTitle: surveys.title,
        subjectTitle: subjectTitleOf(sql`${placements.workspaceId}`, sql`${placements.lineageId}`),
      })
      .from(placements)
      .innerJoin(
        surveys,
        and(eq(surveys.workspaceId, placements.workspaceId), eq(surveys.id, placements.surveyId)),
      )
      .where(and(eq(placements.workspaceId, scope.workspaceId), eq(placements.kind, 'widget')))
      .orderBy(sql`${placements.closedAt} IS NOT NULL`, asc(placements.openedAt), asc(placements.id)),
  );
  return found as WidgetRow[];
}

/** Answers with a score per placement; a placement without any is left out. */
export async function countAnswers(
  scope: Scope,
  placementIds: readonly string[],
): Promise<{ placementId: string; answers: number }[]> {
  if (placementIds.length === 0) return [];
  return scope.run((tx) =>
    rows<{ placementId: string; answers: number }>(
      tx,
      sql`SELECT placement_id AS "placementId", count(score)::int AS answers FROM responses
          WHERE workspace_id = ${scope.workspaceId} AND placement_id IN (${listOf(placementIds)})
          GROUP BY placement_id`,
    ),
  );
}
