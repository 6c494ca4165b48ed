import type { Interval } from './interval';
import { median } from './quantile';

/** The middle of some numbers, with the interval in which that of all others like them lies. */
export type MedianEstimate = { n: number; value: number; interval: Interval | null };

const MOST_OUTSIDE = 0.025;

/**
 * The median of some numbers with its 95 % interval: two of the numbers themselves, as far in as the binomial distribution
 * allows, so that it holds for whatever they are drawn from and covers at least 95 %. null for an empty list; without an
 * interval below six numbers, where not even the smallest and the largest reach so far.
 *
 * Source: Conover, Practical Nonparametric Statistics (3rd ed. 1999), 3.2.
 *
 * @example medianEstimate([5, 1, 4, 2, 3, 9])?.interval // { low: 1, high: 9 }
 */
export function medianEstimate(values: readonly number[]): MedianEstimate | null {
  const n = values.length;
  if (n === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const outside = numbersOutside(n);
  const [low, high] = [sorted[outside - 1], sorted[n - outside]];
  const interval = outside > 0 && low !== undefined && high !== undefined ? { low, high } : null;
  return { n, value: median(values), interval };
}

/** The largest k with at most 2.5 % for fewer than k heads of n fair coins. */
function numbersOutside(n: number): number {
  let logOfOne = -n * Math.LN2;
  let below = 0;
  for (let k = 0; k < n; k += 1) {
    below += Math.exp(logOfOne);
    if (below > MOST_OUTSIDE) return k;
    logOfOne += Math.log((n - k) / (k + 1));
  }
  return 0;
}
