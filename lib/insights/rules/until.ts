import { addDays, daysBetween } from '../../clock';
import { FIRM_FROM_N } from '../../scoring/display';
import type { Metric } from '../../scoring/metric';
import type { Difference } from '../../scoring/score';
import { type Tally, tallyCount } from '../../scoring/tally';
import { answersForMargin, answersUntilCertain } from '../../statistics/sample-size';
import type { JourneyMapView, MeasureView } from '../model';

/** Beyond a year nobody's pace stays what it is. */
const FURTHEST_DAYS = 365;

/** No number beyond this is worth waiting for. */
const MOST_ANSWERS = 1_000_000;

/**
 * About how many more answers a score needs to be firm, should answers go on as they are: at least 30, and an interval
 * within the metric's target. 0: it is firm; null: nobody answered.
 */
export function answersUntilFirm(
  metric: Pick<Metric, 'score' | 'moments' | 'targetHalfWidth'>,
  tally: Tally,
): number | null {
  const isFirm = (more: Tally) => {
    const { n, low, high } = metric.score(more);
    return low !== null && high !== null && n >= FIRM_FROM_N && (high - low) / 2 <= metric.targetHalfWidth;
  };
  const moments = metric.moments(tally);
  const about = moments === null ? 1 : answersForMargin(moments.variance, metric.targetHalfWidth) - moments.n;
  return answersUntil(tally, isFirm, about);
}

/**
 * About how many more answers of this period make its difference to the period before certain, should both stay as they
 * are; 0 where it is. Null without a difference, or where the earlier answers are too few for any number to do.
 */
export function answersUntilSure(
  metric: Pick<Metric, 'moments' | 'difference'>,
  tally: Tally,
  previous: Tally,
): number | null {
  const change: Difference | null = metric.difference(tally, previous);
  const [now, before] = [metric.moments(tally), metric.moments(previous)];
  if (change === null || now === null || before === null) return null;
  if (change.significant) return 0;
  const about = answersUntilCertain(now, before);
  if (about === null) return null;
  return answersUntil(tally, (more) => metric.difference(more, previous)?.significant === true, about);
}

/**
 * The day on which so many more answers will have come at the pace of the period, 'later' beyond a year, null where there
 * is no pace: nobody answered, or the period is over.
 */
export function reachedOn(
  more: number,
  { score }: Pick<MeasureView, 'score'>,
  { period, today }: Pick<JourneyMapView, 'period' | 'today'>,
): string | 'later' | null {
  const days = daysBetween(period.from, today) + 1;
  if (period.to < today || days < 1 || score.n === 0) return null;
  const wait = Math.ceil((more * days) / score.n);
  return wait > FURTHEST_DAYS ? 'later' : addDays(today, wait);
}

/** The fewest more answers, in the same proportions, with which something holds; null beyond a million. */
function answersUntil(tally: Tally, holds: (tally: Tally) => boolean, guess: number): number | null {
  const n = tallyCount(tally);
  if (n === 0) return null;
  if (holds(tally)) return 0;
  let [low, high] = [0, Math.max(1, guess)];
  while (!holds(inProportion(tally, n + high))) {
    [low, high] = [high, high * 2];
    if (high > MOST_ANSWERS) return null;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(inProportion(tally, n + middle))) high = middle;
    else low = middle;
  }
  return high;
}

/** So many answers that lie on the scale as those of the tally do, whole by the largest remainders. */
function inProportion(tally: Tally, total: number): Tally {
  const n = tallyCount(tally);
  const exact = tally.map((count) => (count * total) / n);
  const whole = exact.map(Math.floor);
  const left = total - tallyCount(whole);
  const byRemainder = exact
    .map((share, place) => ({ place, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, left);
  for (const { place } of byRemainder) whole[place] = (whole[place] as number) + 1;
  return whole;
}
