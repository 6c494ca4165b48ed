import { clampInterval, type Interval } from './interval';
import { Z95 } from './normal';

/** A value with the variance of its estimate, which is that of one answer divided by their number. */
export interface Estimate {
  readonly value: number;
  readonly variance: number;
}

/** What one group was before and after. */
export interface BeforeAfter {
  readonly before: Estimate;
  readonly after: Estimate;
}

export interface DifferenceInDifferences {
  /** The change of the treated group minus that of the others. */
  readonly effect: number;
  /** Variance of the effect. */
  readonly variance: number;
  /** The mean change of the others, which is taken off. */
  readonly trend: number;
  /** How much the others changed apart from each other beyond chance (τ²); 0 with a single one. */
  readonly heterogeneity: number;
  /** 95 %, for a single look. */
  readonly interval: Interval;
}

/**
 * By how much a group changed more than groups to which nothing was done: (T₁ − T₀) − (C₁ − C₀), with
 * SE = √ΣSE². Several others count alike. Where they moved apart beyond chance, so may the treated one have done on its own,
 * so that spread (DerSimonian & Laird, 1986) is added for it and for their mean; with one other group it cannot be known.
 * It is an effect only if all would have moved alike without it: see {@link placeboFails}.
 * Null where there is no other group.
 *
 * @param range the widest possible difference of two values; a difference of differences is within ±2 · range
 * @example differenceInDifferences({ before: { value: 0.5, variance: 0.001 }, after: { value: 0.7, variance: 0.001 } },
 *   [{ before: { value: 0.6, variance: 0.001 }, after: { value: 0.65, variance: 0.001 } }], 1)?.effect // 0.15
 */
export function differenceInDifferences(
  treated: BeforeAfter,
  others: readonly BeforeAfter[],
  range: number,
): DifferenceInDifferences | null {
  if (others.length === 0) return null;
  const own = changeOf(treated);
  const changes = others.map(changeOf);
  const count = changes.length;
  const trend = changes.reduce((sum, one) => sum + one.value, 0) / count;
  const heterogeneity = excessVariance(changes);
  const variance =
    own.variance +
    heterogeneity +
    changes.reduce((sum, one) => sum + one.variance + heterogeneity, 0) / count ** 2;
  const effect = own.value - trend;
  const half = Z95 * Math.sqrt(variance);
  const interval = clampInterval({ low: effect - half, high: effect + half }, -2 * range, 2 * range);
  return { effect, variance, trend, heterogeneity, interval };
}

/**
 * Whether groups already moved apart before anything was done: the same computation on two halves of the time before,
 * whose effect should be none. Null where there is no other group.
 */
export function placeboFails(
  treated: BeforeAfter,
  others: readonly BeforeAfter[],
  range: number,
): boolean | null {
  const found = differenceInDifferences(treated, others, range);
  return found && (found.interval.low > 0 || found.interval.high < 0);
}

function changeOf({ before, after }: BeforeAfter): Estimate {
  return { value: after.value - before.value, variance: before.variance + after.variance };
}

/** DerSimonian & Laird's τ²: how much estimates differ beyond their own variances; 0 for fewer than two. */
function excessVariance(estimates: readonly Estimate[]): number {
  if (estimates.length < 2) return 0;
  const weights = estimates.map(({ variance }) => 1 / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = estimates.reduce((sum, { value }, at) => sum + (weights[at] ?? 0) * value, 0) / total;
  const q = estimates.reduce((sum, { value }, at) => sum + (weights[at] ?? 0) * (value - mean) ** 2, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const divisor = total - squares / total;
  return divisor > 0 ? Math.max(0, (q - (estimates.length - 1)) / divisor) : 0;
}
