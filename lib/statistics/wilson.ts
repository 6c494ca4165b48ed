import type { Interval } from './interval';
import { Z95 } from './normal';

/**
 * 95 % interval of a share of `count` among `n`, within 0…1; null when n is 0. It always contains count / n.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209, without continuity correction.
 * @throws RangeError if count is not within 0…n.
 * @example wilson(40, 180) // { low: 0.168…, high: 0.288… }
 */
export function wilson(count: number, n: number): Interval | null {
  if (!(count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is not a share`);
  if (n === 0) return null;
  const z2 = Z95 * Z95;
  const centre = (count + z2 / 2) / (n + z2);
  const half = (Z95 * Math.sqrt((count * (n - count)) / n + z2 / 4)) / (n + z2);
  // The ends are exact at 0 and n; rounding noise would otherwise leave the observed share outside.
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === n ? 1 : Math.min(1, centre + half),
  };
}
