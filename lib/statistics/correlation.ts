import type { Interval } from './interval';
import { normalTwoSided, Z95 } from './normal';

/** How closely two columns move together, −1…1, with its 95 % interval. */
export interface Correlation extends Interval {
  readonly value: number;
  /** Pairs that it rests on. */
  readonly n: number;
  /** Two-sided, 0…1, by the same transformation as the interval: under 0.05 exactly where that excludes 0. */
  readonly p: number;
}

/** Two values of the same person, and how many people have just these; one if it does not say. */
export type Pair = readonly [x: number, y: number, count?: number];

/**
 * Pearson's correlation of pairs with Fisher's 95 % interval; null for fewer than four pairs, or where a side never
 * varies. Source: Fisher, Metron 1 (1921) 3.
 */
export function correlation(pairs: readonly Pair[]): Correlation | null {
  const n = pairs.reduce((sum, [, , count = 1]) => sum + count, 0);
  if (n < 4) return null;
  const meanX = pairs.reduce((sum, [x, , count = 1]) => sum + count * x, 0) / n;
  const meanY = pairs.reduce((sum, [, y, count = 1]) => sum + count * y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y, count = 1] of pairs) {
    xx += count * (x - meanX) ** 2;
    yy += count * (y - meanY) ** 2;
    xy += count * (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return null;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const z = Math.atanh(value);
  const error = 1 / Math.sqrt(n - 3);
  const [low, high] = [Math.tanh(z - Z95 * error), Math.tanh(z + Z95 * error)];
  return { value, n, p: normalTwoSided(z / error), low, high };
}
