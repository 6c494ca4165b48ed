import { type Interval, intervalAround } from '../statistics/interval';
import { normalTwoSided, Z95 } from '../statistics/normal';
import { adjustedNetMoments, type NetCounts } from './adjusted-wald';

/**
 * 95 % interval of the difference of two net shares, current minus previous, within −2…2; null when either
 * side has no answers. Adjusted means are subtracted and adjusted variances added.
 * Source: Lewis & Sauro, two-sample test for Net Promoter Scores with adjusted Wald variances.
 */
export function npsDifference(current: NetCounts, previous: NetCounts): Interval | null {
  if (current.n === 0 || previous.n === 0) return null;
  const a = adjustedNetMoments(current);
  const b = adjustedNetMoments(previous);
  return intervalAround(a.mean - b.mean, Z95 * Math.sqrt(a.variance / a.n + b.variance / b.n), -2, 2);
}

/** The two-sided p-value of the same difference, 0…1; null when either side has no answers. */
export function npsDifferenceP(current: NetCounts, previous: NetCounts): number | null {
  if (current.n === 0 || previous.n === 0) return null;
  const a = adjustedNetMoments(current);
  const b = adjustedNetMoments(previous);
  return normalTwoSided((a.mean - b.mean) / Math.sqrt(a.variance / a.n + b.variance / b.n));
}
