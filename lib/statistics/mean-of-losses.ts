import { type Interval, intervalAround } from './interval';
import { Z95 } from './normal';

/** The mean of what predictions lost, and its 95 % interval. */
export interface MeanLoss {
  readonly mean: number;
  readonly interval: Interval;
  readonly n: number;
}

/**
 * The mean of losses, each met by so many, with the normal interval of a mean; null for fewer than two. For Brier
 * scores (Brier, Monthly Weather Review 78 (1950) 1) and for differences of log-loss between two predictions.
 */
export function meanOfLosses(
  losses: readonly { readonly loss: number; readonly n: number }[],
): MeanLoss | null {
  const n = losses.reduce((sum, one) => sum + one.n, 0);
  if (n < 2) return null;
  const mean = losses.reduce((sum, one) => sum + one.n * one.loss, 0) / n;
  const variance = losses.reduce((sum, one) => sum + one.n * (one.loss - mean) ** 2, 0) / (n - 1);
  const half = Z95 * Math.sqrt(variance / n);
  return {
    mean,
    interval: intervalAround(mean, half, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    n,
  };
}
