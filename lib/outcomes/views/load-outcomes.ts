import {
  type AmountsOfScore,
  type KindOnFile,
  listAmountsByScore,
  listKindsOnFile,
  listOutcomesByWord,
  listScoredGroups,
  listSeriesOnFile,
} from '@/db/queries/outcomes';
import { listSubjects } from '@/db/queries/subjects';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { addDays, dayOf, daysBetween } from '../../clock';
import type { AskedFilter } from '../../insights/rules/filter';
import { METRIC_IDS, type MetricId, metricOf } from '../../scoring/metrics';
import type { Horizon } from '../model';
import { daysAsked, parseStudy } from '../rules/asked-study';
import { type GroupAmounts, groupAmounts } from '../rules/group-amounts';
import { lastDay } from '../rules/last-day';
import { best, type Predictor } from '../rules/predictors';
import {
  fittingHorizon,
  type OutcomeShare,
  type OutcomeStudy,
  shareOfWords,
  studyOutcomes,
} from '../rules/study';

/** What outcomes tell about scores, as an address asks. */
export type OutcomesView = {
  onFile: KindOnFile[];
  minimumN: number;
  /** What is asked of the answers. */
  filter: AskedFilter;
  /** The days of the answers, also where nobody asks for any. */
  days: { from: string; to: string };
  today: string;
  /** The last day of which outcomes are on file, at most today; null: none is. */
  through: string | null;
  /** People with an outcome who answered, by metric. */
  metrics: { metric: MetricId; people: number }[];
  subjects: { lineageId: string; title: string; people: number }[];
  asked: { metric: MetricId; lineageId: string | null; kind: 'churned' | 'renewed'; horizon: Horizon } | null;
  /** Null: nobody with an outcome on file answered. */
  study: OutcomeStudy | null;
  /** By the word that was chosen; empty for a metric without words. */
  words: (OutcomeShare & { word: string })[];
  spent: GroupAmounts[];
  contacts: GroupAmounts[];
  /** Which metric tells most about the outcome here, the best first. */
  predictors: Predictor[];
};

/** @throws AppError `bad_request` for an address that asks for what there is not */
export async function loadOutcomes(scope: Scope, params: URLSearchParams, now: Date): Promise<OutcomesView> {
  const asked = parseStudy(params);
  return scope.snapshot(async (still) => {
    const { timeZone, minimumN } = await getWorkspace(still);
    const onFile = await listKindsOnFile(still);
    const today = dayOf(now, timeZone);
    const through = lastDay(onFile, today);
    const within = daysAsked(asked.filter, through ?? today);
    const days = { from: within.from, to: within.to };
    const series = through === null ? [] : await listSeriesOnFile(still);
    // One wording of each metric, the one that most people were asked.
    const metrics = METRIC_IDS.flatMap(
      (id) => series.find((one) => one.metric === id && one.lineageId === null) ?? [],
    );
    metrics.sort((a, b) => b.people - a.people);
    const chosen = metrics.find(({ metric }) => metric === asked.metric) ?? metrics[0];
    const empty = {
      ...{ onFile, minimumN, filter: asked.filter, days, today, through, metrics },
      ...{ study: null, words: [], spent: [], contacts: [] },
    };
    if (!chosen || through === null) return { ...empty, subjects: [], asked: null, predictors: [] };
    const ofChosen = series.filter(
      (one) => one.metric === chosen.metric && one.wording === chosen.wording && one.lineageId !== null,
    );
    const titles = await listSubjects(
      still,
      ofChosen.map(({ lineageId }) => lineageId as string),
    );
    const subjects = ofChosen.flatMap(({ lineageId, people }) => {
      const title = titles.find((one) => one.lineageId === lineageId)?.title;
      return title === undefined || people < minimumN
        ? []
        : [{ lineageId: lineageId as string, title, people }];
    });
    const lineageId = subjects.find((one) => one.lineageId === asked.lineageId)?.lineageId ?? null;
    const metric = metricOf(chosen.metric);
    const question = { series: chosen, lineageId, kind: asked.kind, within };
    const groups = await listScoredGroups(still, question, through);
    const last = daysBetween('1970-01-01', through);
    const horizon = asked.horizon ?? fittingHorizon(groups, last);
    const limits = { through: last, horizon, minimumN, falling: asked.kind === 'churned' };
    const study = studyOutcomes(metric, groups, limits);
    // Amounts and words are taken of those alone whose horizon has passed.
    const due = { ...question, within: untilDue(within, through, horizon) };
    const words = metric.words === null ? [] : await listOutcomesByWord(still, due, horizon);
    const amounts = async (kind: 'spent' | 'contacts'): Promise<AmountsOfScore[]> =>
      onFile.some((one) => one.kind === kind) ? listAmountsByScore(still, due, kind, horizon) : [];
    const spent = groupAmounts(metric, await amounts('spent'), minimumN);
    const contacts = groupAmounts(metric, await amounts('contacts'), minimumN);
    const predictors: Predictor[] = [];
    for (const one of metrics) {
      const others = await listScoredGroups(still, { ...question, series: one, lineageId: null }, through);
      const { n, events, check } = studyOutcomes(metricOf(one.metric), others, limits);
      predictors.push({ metric: one.metric, n, events, check });
    }
    return {
      ...empty,
      subjects,
      asked: { metric: chosen.metric, lineageId, kind: asked.kind, horizon },
      study,
      words: shareOfWords(words, minimumN),
      spent,
      contacts,
      predictors: best(predictors),
    };
  });
}

function untilDue(within: ReturnType<typeof daysAsked>, through: string, horizon: Horizon) {
  const to = addDays(through, -horizon);
  return { ...within, to: within.to < to ? within.to : to };
}
