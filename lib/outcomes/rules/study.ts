import { groupOf, type Metric } from '../../scoring/metric';
import type { GroupId } from '../../scoring/wording';
import { type ForwardCheck, forwardCheck } from '../../statistics/forward-check';
import type { Interval } from '../../statistics/interval';
import { isotonic } from '../../statistics/isotonic';
import {
  kaplanMeier,
  type Lifetime,
  medianSurvival,
  type SurvivalCurve,
} from '../../statistics/kaplan-meier';
import { type LogRank, logRank } from '../../statistics/log-rank';
import { type LogisticFit, logistic, type Trials } from '../../statistics/logistic';
import { rmstDifference } from '../../statistics/rmst';
import { wilson } from '../../statistics/wilson';
import { ENOUGH_EVENTS, HORIZONS, type Horizon, type ScoredGroup } from '../model';

/** Mean length of a month, in days. */
export const MONTH_DAYS = 365.25 / 12;

/** How many had the outcome within the horizon, of those with one score or in one group of scores. */
export interface OutcomeShare {
  readonly n: number;
  readonly events: number;
  /** 0–1; null below the minimum n, for the sake of those few. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** One point of the scale; `fitted` never turns from one point to the next, null where nobody is. */
export type ScoreShare = OutcomeShare & { readonly score: number; readonly fitted: number | null };

/** How long one group of scores stays. */
export type GroupSurvival = { readonly group: GroupId; readonly n: number; readonly curve: SurvivalCurve };

/** What outcomes say about a score. */
export interface OutcomeStudy {
  /** People whose answer lies at least the horizon before the last day on file, and how many had the outcome in it. */
  readonly n: number;
  readonly events: number;
  /** Fewer than 50 had the outcome: everything here may turn out otherwise. */
  readonly few: boolean;
  /** Everybody on file had the outcome: who did not is missing from the file. */
  readonly onlyEvents: boolean;
  readonly byScore: readonly ScoreShare[];
  readonly byGroup: readonly (OutcomeShare & { readonly group: GroupId })[];
  readonly slope: LogisticFit | null;
  readonly survival: {
    readonly groups: readonly GroupSurvival[];
    readonly medians: Readonly<Partial<Record<GroupId, number | null>>>;
    readonly logRank: LogRank | null;
    /** How many months longer the highest group stays than the lowest, until `untilDays`. */
    readonly longer: {
      readonly months: number;
      readonly interval: Interval;
      readonly untilDays: number;
    } | null;
  };
  readonly check: ForwardCheck | null;
}

/**
 * Joins scores with what came after. The shares, the slope and the check count people whose answer is at least the
 * horizon old, and what came within it; survival counts everybody for as long as they are known.
 *
 * @param through the last day that is known, in days since 1970
 * @param falling whether a higher score should go with fewer events, as with leaving
 */
export function studyOutcomes(
  metric: Pick<Metric, 'groups' | 'scale'>,
  groups: readonly ScoredGroup[],
  asked: { through: number; horizon: Horizon; minimumN: number; falling: boolean },
): OutcomeStudy {
  const { through, horizon, minimumN, falling } = asked;
  const due = groups.filter(({ on }) => on + horizon <= through);
  const trials = due.map((one) => ({
    on: one.on,
    x: one.score,
    n: one.n,
    count: one.cameAfter !== null && one.cameAfter <= horizon ? one.n : 0,
  }));
  const n = sum(trials.map((one) => one.n));
  const events = sum(trials.map((one) => one.count));
  const idOf = (score: number) => groupOf(metric, score);
  return {
    n,
    events,
    few: events < ENOUGH_EVENTS,
    onlyEvents: n > 0 && events === n,
    byScore: sharesByScore(metric, trials, minimumN, falling),
    byGroup: metric.groups.map(({ id }) => ({
      group: id,
      ...shareOf(
        trials.filter(({ x }) => idOf(x) === id),
        minimumN,
      ),
    })),
    slope: logistic(trials),
    survival: survivalOf(
      metric.groups.map(({ id }) => id),
      groups.filter(({ on }) => on < through),
      idOf,
      through,
      minimumN,
    ),
    check: forwardCheck(trials),
  };
}

function sharesByScore(
  { scale }: Pick<Metric, 'scale'>,
  trials: readonly Trials[],
  minimumN: number,
  falling: boolean,
): ScoreShare[] {
  const scores = Array.from({ length: scale.max - scale.min + 1 }, (_, point) => scale.min + point);
  const shares = scores.map((score) => {
    const own = trials.filter(({ x }) => x === score);
    return { score, ...shareOf(own, minimumN) };
  });
  const heard = shares.filter(({ n }) => n > 0);
  const fitted = isotonic(
    heard.map(({ n, events }) => ({ value: events / n, weight: n })),
    falling ? 'falling' : 'rising',
  );
  return shares.map((one) => ({ ...one, fitted: fitted[heard.indexOf(one)] ?? null }));
}

function shareOf(trials: readonly Trials[], minimumN: number): OutcomeShare {
  const n = sum(trials.map((one) => one.n));
  const events = sum(trials.map((one) => one.count));
  const shown = n > 0 && n >= minimumN;
  return { n, events, share: shown ? events / n : null, interval: shown ? wilson(events, n) : null };
}

/**
 * The longest horizon within which at least 50 had the outcome; else the one within which most had it, the longest of
 * equals.
 */
export function fittingHorizon(groups: readonly ScoredGroup[], through: number): Horizon {
  const longestFirst = [...HORIZONS].reverse().map((days) => ({
    days,
    events: sum(
      groups
        .filter(({ on, cameAfter }) => on + days <= through && cameAfter !== null && cameAfter <= days)
        .map(({ n }) => n),
    ),
  }));
  const most = longestFirst.reduce((best, one) => (one.events > best.events ? one : best));
  return (longestFirst.find(({ events }) => events >= ENOUGH_EVENTS) ?? most).days;
}

/** The shares of those who chose a word. */
export function shareOfWords(
  words: readonly { word: string; n: number; events: number }[],
  minimumN: number,
): (OutcomeShare & { word: string })[] {
  return words
    .map(({ word, n, events }) => ({ word, ...shareOf([{ x: 0, n, count: events }], minimumN) }))
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.n - a.n);
}

function survivalOf(
  ids: readonly GroupId[],
  groups: readonly ScoredGroup[],
  idOf: (score: number) => GroupId,
  through: number,
  minimumN: number,
): OutcomeStudy['survival'] {
  const lifetimes = ids.map((id) =>
    groups.filter(({ score }) => idOf(score) === id).map((one) => lifetimeOf(one, through)),
  );
  const curves = ids.flatMap((group, index): GroupSurvival[] => {
    const curve = kaplanMeier(lifetimes[index] ?? []);
    return curve === null || curve.n < minimumN ? [] : [{ group, n: curve.n, curve }];
  });
  const [lowest, highest] = [curves[0], curves.at(-1)];
  const untilDays = Math.min(365, ...curves.map(({ curve }) => curve.watchedUntil));
  const difference =
    lowest && highest && lowest !== highest && untilDays > 0
      ? rmstDifference(highest.curve, lowest.curve, untilDays)
      : null;
  return {
    groups: curves,
    medians: Object.fromEntries(curves.map(({ group, curve }) => [group, medianSurvival(curve)])),
    logRank: logRank(lifetimes.filter((_, index) => curves.some(({ group }) => group === ids[index]))),
    longer: difference && {
      months: difference.difference / MONTH_DAYS,
      interval: {
        low: difference.interval.low / MONTH_DAYS,
        high: difference.interval.high / MONTH_DAYS,
      },
      untilDays,
    },
  };
}

function lifetimeOf({ on, cameAfter, n }: ScoredGroup, through: number): Lifetime {
  return cameAfter === null ? { time: through - on, ended: false, n } : { time: cameAfter, ended: true, n };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
