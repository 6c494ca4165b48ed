import { findAnsweredSince } from '@/db/queries/answered-since';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { listNewestComments } from '@/db/queries/comments';
import { type FilterChoices, findFilterChoices } from '@/db/queries/filter-choices';
import { listFollowUpCounts, listOwnReasons } from '@/db/queries/follow-ups';
import { type JourneyTree, listJourneyCounts, type ScoredTree } from '@/db/queries/journeys';
import { listPlacements } from '@/db/queries/placements';
import { listOwnedJourneyIds } from '@/db/queries/reviews';
import { listSurveysOfLineage } from '@/db/queries/surveys';
import {
  listPersonaSlices,
  listTallySlices,
  listTallySpans,
  listWordChoices,
  type Spans,
} from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { addDays } from '../clock';
import { notFound } from '../errors';
import type { Tongue } from '../identity/model';
import { isMetricId } from '../scoring/metrics';
import type { Translate } from '../translate';
import type {
  ChangeView,
  Filter,
  JourneyChangesView,
  JourneyMapView,
  JourneySummaryView,
  LineagePartView,
  MarkerView,
  PersonaView,
  ScoresReply,
  SurveySummaryView,
  TouchpointDetailView,
} from './model';
import type { FollowUpFigure } from './model/follow-ups';
import { changeView, spanAround } from './rules/before-after';
import { buildMap, countedAt, lineagesOf, quoteView, shownOf, subjectsOwned } from './rules/build-map';
import { channelScores } from './rules/channel-scores';
import { type Counted, countedBySubject, trendView } from './rules/counted';
import { CURVE_METRICS, parseCurves, personasWithCurve } from './rules/curves';
import { followUpFigures, surveysWithOwnReasons } from './rules/follow-ups';
import { measureDetail } from './rules/measure-detail';
import { type MineView, mineOf } from './rules/mine';
import { sliceCount, weeksAsked } from './rules/period';
import { scoreTable } from './rules/score-table';
import { scoresReply } from './rules/scores-reply';
import { wordViews } from './rules/words';
import type { JourneyTable } from './views/answers';
import { loadChannels } from './views/channels';
import { type Opened, openJourney, openScores } from './views/open-journey';

const NEWEST_COMMENTS = 20;

/**
 * The map of one journey with the scores that an address asks for.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function loadJourneyMap(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<JourneyMapView> {
  const opened = await openJourney(scope, journeyId, params, now);
  const subjects = subjectsOwned(opened.tree, opened.filter.owner);
  const curves = personasWithCurve(parseCurves(params), opened.tree.personas);
  const [counted, words, comments, personas, answeredSince] = await Promise.all([
    loadCounted(scope, opened, subjects),
    listWordChoices(scope, subjects, opened.filter),
    listNewestComments(scope, subjects, opened.filter, 1),
    loadCurves(scope, opened, subjects, curves),
    findAnsweredSince(scope, subjects),
  ]);
  const answers = { counted, words, comments, personas };
  return { ...buildMap(opened.tree, opened.filter, opened.period, answers, opened.today), answeredSince };
}

/**
 * One touchpoint of a journey's map, with everything its drawer shows; the same filter as the map's.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function loadTouchpoint(
  scope: Scope,
  journeyId: string,
  touchpointId: string,
  params: URLSearchParams,
  now: Date,
  tongue: Tongue,
): Promise<TouchpointDetailView> {
  const opened = await openJourney(scope, journeyId, params, now);
  const { tree, filter, period, today } = opened;
  const own = tree.touchpoints.find((one) => one.id === touchpointId);
  if (own === undefined) throw notFound();
  const owned = new Set(subjectsOwned(tree, filter.owner));
  const lineages = lineagesOf(own).filter((lineageId) => owned.has(lineageId));
  const [counted, choices, followUps, comments, surveys, benchmarks, channels, changes] = await Promise.all([
    // All of the map, not this part alone: whether a change stands out depends on all that the map compares.
    loadCounted(scope, opened, [...owned]),
    listWordChoices(scope, lineages, filter),
    loadFollowUps(scope, lineages, filter, tree.minimumN, tongue),
    listNewestComments(scope, lineages, filter, NEWEST_COMMENTS),
    Promise.all(lineagesOf(own).map((lineageId) => loadSurveys(scope, lineageId))),
    listBenchmarks(scope),
    loadChannels(scope, own, filter),
    loadChanges(
      scope,
      opened,
      own,
      tree.markers.filter((one) => one.touchpointId === null || one.touchpointId === touchpointId),
    ),
  ]);
  const map = buildMap(tree, filter, period, { counted, words: choices, comments, personas: [] }, today);
  for (const stage of map.stages) {
    const touchpoint = stage.touchpoints.find((one) => one.id === touchpointId);
    if (!touchpoint) continue;
    const all = countedAt(own, counted);
    const { words, n: wordsN } = wordViews(choices, tongue, tree.minimumN);
    return {
      touchpoint,
      stage: { id: stage.id, title: stage.title },
      surveys: surveys.flat(),
      parts: partsOf(own, counted),
      channels: channelScores(all, channels, tree.minimumN),
      measures: all.map(measureDetail),
      trends: all.map((one) => trendView(one, period, tree.minimumN)),
      changes,
      words,
      wordsN,
      followUps,
      comments: comments.filter((one) => isMetricId(one.metric)).map(quoteView),
      benchmarks,
    };
  }
  throw notFound();
}

/**
 * The changes that were marked for the whole journey, the oldest first, each with the journey's own measures before and
 * after it, of everybody and every source; and those of the touchpoints that the map shows.
 *
 * @throws AppError `not_found`
 */
export async function loadJourneyChanges(
  scope: Scope,
  journeyId: string,
  now: Date,
): Promise<JourneyChangesView> {
  const opened = await openJourney(scope, journeyId, new URLSearchParams(), now);
  const { tree, today } = opened;
  const { lineageId, markers, outcomes, language } = tree;
  const own = markers.filter((one) => one.touchpointId === null);
  const titles = new Map(shownOf(tree).touchpoints.map(({ id, title }) => [id, title]));
  return {
    changes: await loadChanges(scope, opened, { lineageId, absorbed: [] }, own, markers),
    elsewhere: markers.flatMap(({ id, changedOn, text, touchpointId }) => {
      const touchpointTitle = touchpointId === null ? undefined : titles.get(touchpointId);
      if (touchpointId === null || touchpointTitle === undefined) return [];
      return [{ id, changedOn, text, touchpointId, touchpointTitle }];
    }),
    outcomes: outcomes.map(({ name }) => name),
    ...{ today, language },
  };
}

/**
 * What customers answered to the questions after the score, about any of these subjects: of the same period, sources and
 * persona as the map.
 */
export async function loadFollowUps(
  scope: Scope,
  lineages: readonly string[],
  within: Filter,
  minimumN: number,
  language: Tongue,
): Promise<FollowUpFigure[]> {
  const counts = await listFollowUpCounts(scope, lineages, within);
  const own = await listOwnReasons(scope, surveysWithOwnReasons(counts));
  return followUpFigures(counts, own, { language, minimumN });
}

/** What the numbers of this map may be narrowed to, besides what the map itself knows. */
export function loadFilterChoices(scope: Scope, map: JourneyMapView): Promise<FilterChoices> {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const absorbed = touchpoints.flatMap((one) => one.absorbed.map(({ lineageId }) => lineageId));
  return findFilterChoices(scope, [
    map.lineageId,
    ...touchpoints.map(({ lineageId }) => lineageId),
    ...absorbed,
  ]);
}

/** Everything that a member answers for, journey by journey, with the scores of the last 90 days. */
export async function loadMine(scope: Scope, userId: string, now: Date, t: Translate): Promise<MineView[]> {
  const ids = await listOwnedJourneyIds(scope, userId);
  const maps = await Promise.all(ids.map((id) => loadJourneyMap(scope, id, new URLSearchParams(), now)));
  return maps.map((map) => mineOf(map, userId, t));
}

/** Every journey that is not retired, the oldest first. */
export function listJourneys(scope: Scope): Promise<JourneySummaryView[]> {
  return listJourneyCounts(scope);
}

/**
 * The public scores reply. Asked for no period it is of the last 90 days, even where nobody answered in them.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function loadScores(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<ScoresReply> {
  const opened = await openScores(scope, journeyId, params, now);
  const weeks = weeksAsked(params, opened.period);
  const [first, last] = [weeks?.[0], weeks?.at(-1)];
  if (!weeks || !first || !last) return scoresOf(scope, opened, null);
  const period = { ...opened.period, from: first, to: addDays(last, 6) };
  return scoresOf(scope, { ...opened, period }, weeks);
}

/**
 * The same numbers as a table, of the same period as the map.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function loadScoreTable(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<JourneyTable> {
  const opened = await openJourney(scope, journeyId, params, now);
  const { tree, today } = opened;
  return { ...scoreTable(await scoresOf(scope, opened, null)), title: tree.title, today };
}

async function scoresOf(scope: Scope, opened: Opened<ScoredTree>, weeks: readonly string[] | null) {
  const subjects = subjectsOwned(opened.tree, opened.filter.owner);
  const alone = { ...opened, period: { ...opened.period, previousFrom: null, previousTo: null } };
  const counted = await loadCounted(scope, alone, subjects, weeks?.length ?? 1);
  return scoresReply(opened.tree, opened.period, counted, weeks);
}

function partsOf(
  touchpoint: Pick<JourneyTree['touchpoints'][number], 'lineageId' | 'title' | 'absorbed'>,
  counted: ReadonlyMap<string, readonly Counted[]>,
): LineagePartView[] {
  const { lineageId, title, absorbed } = touchpoint;
  return [{ lineageId, title, on: null }, ...absorbed].map((part) => ({
    ...part,
    measures: (counted.get(part.lineageId) ?? []).map(({ metric, wording, title, slices }) => ({
      ...{ metric, wording, title },
      n: slices.flat().reduce((sum, count) => sum + count, 0),
    })),
  }));
}

async function loadCounted(
  scope: Scope,
  { tree, filter, period }: { tree: ScoredTree; filter: Filter; period: Spans },
  subjects: readonly string[],
  slices = sliceCount(period),
) {
  const rows = await listTallySlices(scope, subjects, { ...filter, ...period, slices });
  const surveys = tree.surveys.filter((survey) => subjects.includes(survey.lineageId));
  return countedBySubject(
    rows.filter((row) => isMetricId(row.metric)),
    surveys.filter((survey) => isMetricId(survey.metric)),
    slices,
  );
}

/** What was counted at a touchpoint or about the journey around each of these changes; `near` may have moved it too. */
async function loadChanges(
  scope: Scope,
  { tree, filter, today }: Opened,
  subject: Pick<JourneyTree['touchpoints'][number], 'lineageId' | 'absorbed'>,
  markers: readonly MarkerView[],
  near: readonly MarkerView[] = markers,
): Promise<ChangeView[]> {
  const spans = markers.map((marker) => spanAround(marker.changedOn, today));
  const begun = spans.filter((span) => span !== null);
  const lineages = lineagesOf(subject);
  const rows = await listTallySpans(scope, lineages, begun, filter);
  const surveys = tree.surveys.filter(
    (survey) => lineages.includes(survey.lineageId) && isMetricId(survey.metric),
  );
  return markers.map((marker, index) => {
    const span = spans[index] ?? null;
    const place = span === null ? -1 : begun.indexOf(span);
    const own = rows.filter((row) => row.span === place && isMetricId(row.metric));
    const counted = countedAt(subject, countedBySubject(own, surveys, 1));
    return changeView(marker, { span, near, counted, minimumN: tree.minimumN });
  });
}

/** What each of these personas felt: the same period and sources as the map's, whatever persona that is of. */
async function loadCurves(
  scope: Scope,
  { filter, period }: Opened,
  subjects: readonly string[],
  personas: readonly PersonaView[],
) {
  const slices = sliceCount(period);
  const ids = personas.map(({ id }) => id);
  const within = { ...filter, ...period, slices };
  const only = { personas: ids, metrics: CURVE_METRICS };
  const rows = await listPersonaSlices(scope, subjects, within, only);
  return personas.map((persona) => ({
    persona,
    counted: countedBySubject(
      rows.filter((row) => row.persona === persona.id),
      [],
      slices,
    ),
  }));
}

async function loadSurveys(scope: Scope, lineageId: string): Promise<SurveySummaryView[]> {
  const surveys = await listSurveysOfLineage(scope, lineageId);
  const placements = await listPlacements(
    scope,
    surveys.map((survey) => survey.id),
  );
  return surveys.flatMap(({ id, metric, title, version }): SurveySummaryView[] => {
    if (!isMetricId(metric)) return [];
    const own = placements.filter((placement) => placement.surveyId === id);
    return [
      {
        ...{ id, metric, title, version },
        placements: own.map(({ id, kind, key, closedAt }) => ({ id, kind, key, closedAt })),
      },
    ];
  });
}
