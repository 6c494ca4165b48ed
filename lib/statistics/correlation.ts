import type { Interval } from './interval';
import { Z95 } from './normal';

/** How closely two columns move together, −1…1, with its 95 % interval. */
export interface Correlation extends Interval {
  readonly value: number;
  /** Pairs that it rests on. */
  readonly n: number;
}

/**
 * Pearson's correlation of pairs with Fisher's 95 % interval; null for fewer than four pairs, or where a side never
 * varies. Source: Fisher, Metron 1 (1921) 3.
 */
export function correlation(pairs: readonly (readonly [x: number, y: number])[]): Correlation | null {
  const n = pairs.length;
  if (n < 4) return null;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return null;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const z = Math.atanh(value);
  const half = Z95 / Math.sqrt(n - 3);
  return { value, n, low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
