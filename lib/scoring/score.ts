import type { Interval } from '../statistics/interval';

/**
 * A score with its 95 % interval, in code units (ratios, never percent).
 * `value`, `low` and `high` are null exactly when n is 0: nobody answered, which is not a score of 0.
 * The interval is not symmetric about the value, so it is shown as `low … high`, never as ±.
 */
export interface Score {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** How the interval was made: `adjusted-wald`, `wilson` or `endpoint-adjusted`. */
  readonly method: string;
  /** What was computed, with its version: `nps@1`. A new version starts a new series. */
  readonly formula: string;
}

/**
 * Current minus previous with its 95 % interval, in code units.
 * `significant` only where the interval excludes 0 on the side of `delta`. Where either side has no
 * answers there is no difference: functions return null instead.
 */
export interface Difference {
  readonly delta: number;
  readonly low: number;
  readonly high: number;
  /**
   * Two-sided p-value by the method's own test, 0…1: what goes into a correction for many comparisons. Beside the
   * adjusted intervals it is close to them, not the same thing turned round.
   */
  readonly p: number;
  readonly significant: boolean;
  /** `adjusted-wald-difference`, `newcombe` or `welch`. */
  readonly method: string;
}

/** A score from its observed value and interval; both null when nobody answered. */
export function scoreOf(
  observed: { value: number; interval: Interval } | null,
  n: number,
  method: string,
  formula: string,
): Score {
  if (observed === null) return { value: null, n, low: null, high: null, method, formula };
  const { value, interval } = observed;
  return { value, n, low: interval.low, high: interval.high, method, formula };
}

/**
 * A difference from the observed delta, its interval and its p-value. With a handful of answers an adjusted interval can
 * lie wholly on the other side of 0 than the observed delta; that is no evidence for either direction.
 */
export function differenceOf(delta: number, interval: Interval, p: number, method: string): Difference {
  const significant = (delta > 0 && interval.low > 0) || (delta < 0 && interval.high < 0);
  return { delta, low: interval.low, high: interval.high, p, significant, method };
}
