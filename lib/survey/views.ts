import { countAnswers, listPlacements, listWidgets, type PlacementRow } from '@/db/queries/placements';
import { findSubject } from '@/db/queries/subjects';
import { countSurveyAnswers, findSurvey, listSurveysOfLineage, listVersions } from '@/db/queries/surveys';
import { findTouchpoint, type TouchpointRow } from '@/db/queries/touchpoints';
import type { Scope } from '@/db/scope';
import { env } from '../env';
import { notFound } from '../errors';
import { isUuid } from '../id';
import { suggestMetric } from '../journey/rules';
import type { SurveyMetricId } from '../scoring/metrics';
import type {
  AskableView,
  PlacementKind,
  PlacementView,
  SubjectView,
  SurveyView,
  WidgetPlacementView,
} from './model';
import { surveyState } from './rules/publishing';

/** One survey with its versions and the places where it is asked. @throws AppError `not_found` */
export async function loadSurvey(scope: Scope, id: string): Promise<SurveyView> {
  const survey = isUuid(id) ? await findSurvey(scope, id) : null;
  if (!survey) throw notFound();
  const [subject, versions, placements, answers] = await Promise.all([
    findSubject(scope, survey.lineageId),
    listVersions(scope, id),
    listPlacements(scope, [id]),
    countSurveyAnswers(scope, id),
  ]);
  const { pausedAt, closedAt, opensAt, closesAt, quota } = survey;
  const times = { pausedAt, closedAt, opensAt, closesAt, quota };
  return {
    id,
    wording: survey.wording,
    times,
    answers,
    state: surveyState(times, answers, new Date()),
    title: survey.title,
    metric: survey.metric as SurveyMetricId,
    draft: survey.draft,
    version: survey.version,
    versions,
    placements: await placementViews(scope, placements),
    subject: subject && { lineageId: survey.lineageId, ...subject },
  };
}

/**
 * What a new survey would be about: a touchpoint by its id, or a touchpoint or journey by its lineage.
 *
 * @throws AppError `not_found`
 */
export async function loadAskable(
  scope: Scope,
  asked: { touchpoint: string } | { lineage: string },
): Promise<AskableView> {
  const subject = await subjectOf(scope, asked);
  const touchpoint = subject.touchpointId === null ? null : await findTouchpoint(scope, subject.touchpointId);
  const surveys = await listSurveysOfLineage(scope, subject.lineageId);
  return {
    ...subject,
    suggested: suggested(subject, touchpoint),
    surveys: surveys.map(({ id, title, metric, version }) => ({ id, title, metric, version })),
  };
}

/** Every widget placement of the workspace, open ones first. */
export async function listWidgetPlacements(scope: Scope): Promise<WidgetPlacementView[]> {
  const widgets = await listWidgets(scope);
  const views = await placementViews(scope, widgets);
  return widgets.map(({ surveyId, surveyTitle, subjectTitle }, index) => ({
    ...(views[index] as PlacementView),
    surveyId,
    surveyTitle,
    subjectTitle,
  }));
}

/** A whole journey is asked for the relationship, a handoff for the effort that it cost. */
function suggested(subject: SubjectView, touchpoint: TouchpointRow | null): SurveyMetricId {
  if (!touchpoint) return 'nps';
  if (touchpoint.lineageId !== subject.lineageId) return 'ces';
  return suggestMetric({ title: touchpoint.title, moment: { reason: touchpoint.momentReason } });
}

async function subjectOf(
  scope: Scope,
  asked: { touchpoint: string } | { lineage: string },
): Promise<SubjectView> {
  if ('touchpoint' in asked) {
    const touchpoint = isUuid(asked.touchpoint) ? await findTouchpoint(scope, asked.touchpoint) : null;
    if (!touchpoint) throw notFound();
    const { id, lineageId, title, journeyId } = touchpoint;
    return { lineageId, title, journeyId, touchpointId: id };
  }
  const subject = isUuid(asked.lineage) ? await findSubject(scope, asked.lineage) : null;
  if (!subject) throw notFound();
  return { lineageId: asked.lineage, ...subject };
}

async function placementViews(scope: Scope, placements: readonly PlacementRow[]): Promise<PlacementView[]> {
  const counts = await countAnswers(
    scope,
    placements.map(({ id }) => id),
  );
  const answers = new Map(counts.map((one) => [one.placementId, one.answers]));
  return placements.map(({ id, kind, key, channel, rules, openedAt, closedAt }) => ({
    channel,
    id,
    kind: kind as PlacementKind,
    key,
    address: kind === 'link' ? `${env().APP_URL}/a/${key}` : null,
    rules,
    openedAt,
    closedAt,
    answers: answers.get(id) ?? 0,
  }));
}
