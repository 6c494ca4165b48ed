import type { Interval } from './interval';
import { wilson } from './wilson';

/** So many of so many. */
export interface ShareCounts {
  readonly count: number;
  readonly n: number;
}

/**
 * 95 % interval of the difference of two independent shares, current minus previous, within −1…1; null when
 * either side has no answers. It always contains the observed difference.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873, method 10 (from the two Wilson intervals).
 */
export function newcombe(current: ShareCounts, previous: ShareCounts): Interval | null {
  const a = wilson(current.count, current.n);
  const b = wilson(previous.count, previous.n);
  if (a === null || b === null) return null;
  const p = current.count / current.n;
  const q = previous.count / previous.n;
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
