import { addDays, daysBetween } from '../../clock';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import { chiSquareTail } from '../../statistics/chi-square';
import { alwaysValidInterval } from '../../statistics/msprt';
import { newcombe } from '../../statistics/newcombe';
import { wilson } from '../../statistics/wilson';
import {
  type Compared,
  RATE_MARGIN,
  type SplitCheck,
  type Trial,
  type TrialGroup,
  type TrialView,
} from '../model/trial';
import type { CountedDays } from './counted';
import { changeBetween, kindOf, type Look, readDaily } from './looks';

/** What is known of one group, day by day; index 0 is the first day of the trial. */
export type GroupDays = {
  counted: readonly CountedDays[];
  /** People asked on each day, and of all who were asked in these days those who answered on it; null: nobody counts. */
  asked: readonly { asked: number; answered: number }[] | null;
};

/** Below this p-value a split is not the planned one; stricter than usual, because it takes the whole trial into doubt. */
const OFF_SPLIT = 0.001;

/** More people than this are not foretold. */
const FORETOLD = 1_000_000;

/** The days of a trial that count: from its first to its last or today; null before it begins. */
export function trialDays(
  trial: Pick<Trial, 'from' | 'to'>,
  today: string,
): { from: string; to: string } | null {
  if (trial.from > today) return null;
  return { from: trial.from, to: trial.to !== null && trial.to < today ? trial.to : today };
}

/** Whether a day has come on which a trial no longer counts answers, so that another may follow. */
export const hasEnded = ({ to }: Pick<Trial, 'to'>, today: string): boolean => to !== null && to < today;

/**
 * What a trial has shown: both groups' response rates and scores with their intervals, and their differences, which may be
 * looked at every day. Scores are compared only where both groups were asked the judged metric in the same words; of
 * several such wordings by the one with the most answers in the smaller group.
 *
 * @param span the days that count, as {@link trialDays} says
 */
export function trialView(
  trial: Trial,
  { control, variant }: { control: GroupDays; variant: GroupDays },
  span: { from: string; to: string },
  minimumN: number,
): TrialView {
  const metric = METRICS[trial.metric];
  const least = Math.max(2, minimumN);
  const [before, after] = [ofMetric(control, trial.metric), ofMetric(variant, trial.metric)];
  const shared = before
    .flatMap((one) => {
      const other = after.find(({ wording }) => wording === one.wording);
      if (!other) return [];
      const fewer = Math.min(answersOf(one), answersOf(other));
      return fewer > 0 ? [{ wording: one.wording, one, other, fewer }] : [];
    })
    .sort((a, b) => b.fewer - a.fewer || (a.wording < b.wording ? -1 : 1))[0];
  const answered = [total(before), total(after)] as const;
  return {
    ...trial,
    controlGroup: groupView(control, answered[0]),
    variantGroup: groupView(variant, answered[1]),
    until: span.to,
    rate: comparedRates(control, variant, { from: span.from, least }),
    score: shared
      ? comparedScores(trial, shared, { from: span.from, least, range: metric.domain[1] - metric.domain[0] })
      : null,
    apart: !shared && answered[0] > 0 && answered[1] > 0,
    lacking: shared
      ? lackingOf(answersOf(shared.one), least) + lackingOf(answersOf(shared.other), least)
      : answered.reduce((sum, n) => sum + lackingOf(n, least), 0),
    split: splitOf(trial.share, control, variant, answered),
    together: sharedDays(control, variant),
    setLate: Math.max(0, daysBetween(trial.from, trial.setOn)),
  };
}

const lackingOf = (n: number, least: number) => Math.max(0, least - n);
const pool = ({ metric, days }: CountedDays): Tally => addTallies(emptyTally(METRICS[metric].scale), ...days);
const answersOf = (one: CountedDays) => tallyCount(pool(one));
const total = (counted: readonly CountedDays[]) => counted.reduce((sum, one) => sum + answersOf(one), 0);
const ofMetric = ({ counted }: GroupDays, metric: MetricId) => counted.filter((one) => one.metric === metric);

function groupView({ counted, asked }: GroupDays, n: number): TrialGroup {
  const people = asked && sumOf(asked);
  const interval = people && wilson(people.answered, people.asked);
  return {
    n,
    rate: people && interval ? { value: people.answered / people.asked, ...interval, ...people } : null,
    measures: counted
      .map((one) => ({
        metric: one.metric,
        wording: one.wording,
        score: METRICS[one.metric].score(pool(one)),
      }))
      .filter(({ score }) => score.n > 0)
      .sort((a, b) => b.score.n - a.score.n || (a.wording < b.wording ? -1 : 1)),
  };
}

function comparedScores(
  trial: Trial,
  { wording, one, other }: { wording: string; one: CountedDays; other: CountedDays },
  { from, least, range }: { from: string; least: number; range: number },
): TrialView['score'] {
  const metric = METRICS[trial.metric];
  const looks: Look[] = [];
  let [control, variant] = [emptyTally(metric.scale), emptyTally(metric.scale)] as [Tally, Tally];
  one.days.forEach((day, at) => {
    control = addTallies(control, day);
    variant = addTallies(variant, other.days[at] ?? emptyTally(metric.scale));
    if (tallyCount(control) < least || tallyCount(variant) < least) return;
    const change = changeBetween(metric, control, variant);
    if (!change) return;
    looks.push({
      on: addDays(from, at),
      delta: change.after.value - change.before.value,
      variance: change.after.variance + change.before.variance,
    });
  });
  const once = metric.difference(variant, control);
  const people = tallyCount(control) + tallyCount(variant);
  const found = once && compared(looks, once, { margin: trial.margin, range, people });
  return found && { ...found, wording };
}

function comparedRates(
  control: GroupDays,
  variant: GroupDays,
  { from, least }: { from: string; least: number },
): Compared | null {
  if (!control.asked || !variant.asked) return null;
  const looks: Look[] = [];
  const so = { control: { asked: 0, answered: 0 }, variant: { asked: 0, answered: 0 } };
  control.asked.forEach((day, at) => {
    add(so.control, day);
    add(so.variant, variant.asked?.[at] ?? { asked: 0, answered: 0 });
    if (so.control.asked < least || so.variant.asked < least) return;
    looks.push({
      on: addDays(from, at),
      delta: so.variant.answered / so.variant.asked - so.control.answered / so.control.asked,
      variance: rateVariance(so.control) + rateVariance(so.variant),
    });
  });
  const interval = newcombe(
    { count: so.variant.answered, n: so.variant.asked },
    { count: so.control.answered, n: so.control.asked },
  );
  const people = so.control.asked + so.variant.asked;
  return (
    interval &&
    compared(looks, { ...interval, method: 'newcombe' }, { margin: RATE_MARGIN, range: 1, people })
  );
}

/** Variance of a response rate, one answer of each kind added. Source: Agresti & Caffo, The American Statistician 54 (2000) 280. */
function rateVariance({ asked, answered }: { asked: number; answered: number }): number {
  const share = (answered + 1) / (asked + 2);
  return (share * (1 - share)) / (asked + 2);
}

function compared(
  looks: readonly Look[],
  once: { low: number; high: number; method: string },
  { margin, range, people }: { margin: number; range: number; people: number },
): Compared | null {
  // Of two values at one time the difference is within the range itself, not within twice that.
  const effect = readDaily(looks, margin, range / 2);
  const last = looks.at(-1);
  if (!effect || !last) return null;
  const { delta, low, high, p, clearOn } = effect;
  return {
    kind: kindOf(effect, margin),
    ...{ delta, p, clearOn, margin },
    once: { low: once.low, high: once.high, method: once.method },
    daily: { low, high },
    missing: moreUntilCertain(last, margin, people),
  };
}

/**
 * About how many more people, spread as until now, make a difference certain that stays as it is: until the interval that
 * may be read daily leaves out 0, or holds 0 and nothing as large as the margin. 0 where it does; null beyond a million.
 *
 * @param people of both groups together until now
 */
export function moreUntilCertain(
  { delta, variance }: Pick<Look, 'delta' | 'variance'>,
  margin: number,
  people: number,
): number | null {
  const wanted = Math.max(Math.abs(delta), margin - Math.abs(delta));
  const certain = (times: number) => {
    const { low, high } = alwaysValidInterval(0, variance / times, margin);
    return (high - low) / 2 < wanted;
  };
  if (certain(1)) return 0;
  const most = FORETOLD / people;
  if (!(most > 1) || !certain(most)) return null;
  let [low, high] = [1, most];
  while (high - low > 1e-4 * low) {
    const middle = (low + high) / 2;
    if (certain(middle)) high = middle;
    else low = middle;
  }
  return Math.ceil((high - 1) * people);
}

/**
 * Whether the groups are as large as was planned: Pearson's chi-square with one degree of freedom. Null where nothing was
 * planned or nobody is there.
 *
 * @param planned the variant's share of both groups, 0–1
 * @example splitCheck(0.5, { control: 5000, variant: 5300 }, 'asked')?.off // false
 */
export function splitCheck(
  planned: number | null,
  { control, variant }: { control: number; variant: number },
  of: SplitCheck['of'],
): SplitCheck | null {
  const n = control + variant;
  if (planned === null || n === 0) return null;
  const chiSquare =
    (variant - n * planned) ** 2 / (n * planned) + (control - n * (1 - planned)) ** 2 / (n * (1 - planned));
  const p = chiSquareTail(chiSquare, 1);
  return { planned, seen: variant / n, n, of, p, off: p < OFF_SPLIT };
}

function splitOf(
  planned: number | null,
  control: GroupDays,
  variant: GroupDays,
  [before, after]: readonly [number, number],
): SplitCheck | null {
  if (!control.asked || !variant.asked)
    return splitCheck(planned, { control: before, variant: after }, 'answered');
  return splitCheck(
    planned,
    { control: sumOf(control.asked).asked, variant: sumOf(variant.asked).asked },
    'asked',
  );
}

/** The share of all answers on days from the later first to the earlier last answer of the two; null: a group has none. */
function sharedDays(control: GroupDays, variant: GroupDays): number | null {
  const perDay = [control, variant].map(({ counted }) => {
    const days: number[] = [];
    for (const one of counted)
      for (const [at, day] of one.days.entries()) days[at] = (days[at] ?? 0) + tallyCount(day);
    return days;
  });
  const ends = perDay.map((days) => ({
    first: days.findIndex((n) => n > 0),
    last: days.findLastIndex((n) => n > 0),
  }));
  if (ends.some(({ first }) => first < 0)) return null;
  const from = Math.max(...ends.map(({ first }) => first));
  const to = Math.min(...ends.map(({ last }) => last));
  const all = perDay.flat().reduce((sum, n) => sum + n, 0);
  const inside = perDay.flatMap((days) => days.slice(from, to + 1)).reduce((sum, n) => sum + n, 0);
  return from > to ? 0 : inside / all;
}

function sumOf(days: readonly { asked: number; answered: number }[]): { asked: number; answered: number } {
  const sum = { asked: 0, answered: 0 };
  for (const day of days) add(sum, day);
  return sum;
}

function add(sum: { asked: number; answered: number }, day: { asked: number; answered: number }): void {
  sum.asked += day.asked;
  sum.answered += day.answered;
}
