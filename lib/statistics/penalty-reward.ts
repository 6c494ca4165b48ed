import type { Interval } from './interval';
import type { Moments } from './moments';
import { welch, welchP } from './welch';

/** A difference of two means with its 95 % interval and two-sided p-value, and how many people stand on either side. */
export interface Contrast extends Interval {
  readonly delta: number;
  readonly p: number;
  readonly n: readonly [compared: number, middle: number];
}

/** What a low rating goes along with, and what a high one; null where a side has fewer than `least` people. */
export interface PenaltyReward {
  /** Mean outcome of low raters minus that of middle raters: below 0 where a bad experience costs. */
  readonly penalty: Contrast | null;
  /** Mean outcome of high raters minus that of middle raters. */
  readonly reward: Contrast | null;
}

/**
 * Penalty–reward contrast: whether an outcome falls with a bad experience, rises with a good one, or both. Each side has
 * Welch's 95 % interval, within −range…range. It tells downside from upside, and is no classifier of needs.
 *
 * @param groups outcomes' moments by low, middle and high raters; n may include adjustments
 * Source: Brandt, Journal of Services Marketing 1987; Welch, Biometrika 34 (1947) 28.
 */
export function penaltyReward(
  groups: { low: Moments; middle: Moments; high: Moments },
  range: number,
  least: number,
): PenaltyReward {
  const contrast = (compared: Moments): Contrast | null => {
    const interval = welch(compared, groups.middle, range);
    const p = welchP(compared, groups.middle);
    if (interval === null || p === null || Math.min(compared.n, groups.middle.n) < least) return null;
    return { ...interval, p, delta: compared.mean - groups.middle.mean, n: [compared.n, groups.middle.n] };
  };
  return { penalty: contrast(groups.low), reward: contrast(groups.high) };
}
