import { type Interval, intervalAround } from '../statistics/interval';
import type { Moments } from '../statistics/moments';
import { Z95 } from '../statistics/normal';

/** How many chose the upper group, how many the lower, of how many. The rest counts as 0. */
export interface NetCounts {
  readonly up: number;
  readonly down: number;
  readonly n: number;
}

/**
 * Moments of a −1/0/+1 answer after adding three answers, ¾ of them up and ¾ down.
 * The variance is p + d − (p − d)². Source: adjusted Wald (3, T), Rocks, The American Statistician 70 (2016) 365.
 * @throws RangeError if up or down is not within 0…n.
 */
export function adjustedNetMoments({ up, down, n }: NetCounts): Moments {
  if (!(up >= 0 && up <= n && down >= 0 && down <= n)) {
    throw new RangeError(`${up} up and ${down} down of ${n} are no shares`);
  }
  const adjusted = n + 3;
  const p = (up + 0.75) / adjusted;
  const d = (down + 0.75) / adjusted;
  const mean = p - d;
  return { mean, variance: p + d - mean * mean, n: adjusted };
}

/**
 * 95 % interval of a net share (up − down) / n within −1…1; null when n is 0.
 * It is centred on the adjusted mean, not on the observed share.
 * @example adjustedWald({ up: 162, down: 54, n: 324 }) // { low: 0.249…, high: 0.411… }
 */
export function adjustedWald(counts: NetCounts): Interval | null {
  if (counts.n === 0) return null;
  const { mean, variance, n } = adjustedNetMoments(counts);
  return intervalAround(mean, Z95 * Math.sqrt(variance / n), -1, 1);
}
