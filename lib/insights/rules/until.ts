import { addDays, daysBetween } from '../../clock';
import { FIRM_FROM_N } from '../../scoring/display';
import type { Metric } from '../../scoring/metric';
import type { Difference, Score } from '../../scoring/score';
import type { Tally } from '../../scoring/tally';
import { answersUntilCertain } from '../../statistics/sample-size';
import type { JourneyMapView, MeasureView } from '../model';

/** Beyond a year nobody's pace stays what it is. */
const FURTHEST_DAYS = 365;

/** About how many more answers a score needs to be firm: at least 30, and an interval within the metric's target. */
export function answersUntilFirm(
  score: Pick<Score, 'n' | 'low' | 'high'>,
  metric: Pick<Metric, 'targetHalfWidth'>,
): number | null {
  const { n, low, high } = score;
  if (n === 0 || low === null || high === null) return null;
  // An interval gets narrower with the root of its answers.
  const narrow = Math.ceil(n * ((high - low) / 2 / metric.targetHalfWidth) ** 2 - 1e-9);
  return Math.max(0, FIRM_FROM_N - n, narrow - n);
}

/**
 * About how many more answers of this period make its difference to the period before certain, should it stay as it is;
 * 0 where it is. Null without a difference, or where the earlier answers are too few for any number to do.
 */
export function answersUntilSure(
  change: Difference | null,
  metric: Pick<Metric, 'moments'>,
  tally: Tally,
  previous: Tally,
): number | null {
  if (change === null) return null;
  if (change.significant) return 0;
  const [now, before] = [metric.moments(tally), metric.moments(previous)];
  const more = now && before && answersUntilCertain(now, before);
  // The interval itself is a little wider than these plain variances.
  return more === null ? null : Math.max(1, more);
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
  const end = period.to < today ? period.to : today;
  const days = daysBetween(period.from, end) + 1;
  if (period.to < today || days < 1 || score.n === 0) return null;
  const wait = Math.ceil((more * days) / score.n);
  return wait > FURTHEST_DAYS ? 'later' : addDays(today, wait);
}
