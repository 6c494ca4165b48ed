import { shuffled } from './draws';
import { seededRandom } from './random';

/** One value of a series, and how much it weighs: the answers that it rests on, or 1. */
export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/** Where the mean of a series shifted once. Places count from 0: the new level begins at `at`. */
export interface ChangePoint {
  readonly at: number;
  /** The places among which the new level began with 90 %, `from` ≤ `at` ≤ `to`. */
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** How often the same values in another order show as clear a shift: two-sided, seeded, never 0. */
  readonly p: number;
}

/**
 * The one shift of the mean that leaves the least squares around both levels; null for fewer than four values, or where
 * all are equal. The range is the places whose likelihood, with the variance around the two levels, makes up 90 %.
 * Source: Hinkley, Biometrika 57 (1970) 1; the p-value by permutation.
 *
 * @param values oldest first, with positive weights
 */
export function changePoint(
  values: readonly WeightedValue[],
  { seed = 1, permutations = 999 }: { seed?: number; permutations?: number } = {},
): ChangePoint | null {
  const size = values.length;
  if (size < 4) return null;
  const gains = gainsOf(values);
  const most = Math.max(...gains);
  if (!(most > 0)) return null;
  const at = gains.indexOf(most) + 1;
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const mean = values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
  const all = values.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  const range = likelyRange(gains, all, size);
  const random = seededRandom(seed);
  let asClear = 1;
  for (let turn = 0; turn < permutations; turn += 1) {
    // Values move with their weights: a week with three answers stays a loose one wherever it stands.
    if (Math.max(...gainsOf(shuffled(random, values))) >= most * (1 - 1e-12)) asClear += 1;
  }
  return {
    at,
    from: Math.min(at, range.from),
    to: Math.max(at, range.to),
    before: meanOf(values.slice(0, at)),
    after: meanOf(values.slice(at)),
    p: asClear / (permutations + 1),
  };
}

/** For each place from 1 on: how much smaller the squares get when the series is cut before it. */
function gainsOf(values: readonly WeightedValue[]): number[] {
  let [sum, weights] = [0, 0];
  for (const { value, weight } of values) {
    sum += value * weight;
    weights += weight;
  }
  let [left, leftWeights] = [0, 0];
  return values.slice(0, -1).map(({ value, weight }) => {
    left += value * weight;
    leftWeights += weight;
    const apart = left / leftWeights - (sum - left) / (weights - leftWeights);
    return ((leftWeights * (weights - leftWeights)) / weights) * apart * apart;
  });
}

/** The shortest run of places around the likeliest that holds 90 % of the likelihood. */
function likelyRange(gains: readonly number[], all: number, size: number): { from: number; to: number } {
  const least = all - Math.max(...gains);
  // Two levels and their place are fitted to the series.
  const variance = Math.max(least, all * 1e-12) / Math.max(1, size - 2);
  const likelihoods = gains.map((gain) => Math.exp((gain - Math.max(...gains)) / (2 * variance)));
  const total = likelihoods.reduce((sum, one) => sum + one, 0);
  let from = gains.indexOf(Math.max(...gains));
  let to = from;
  let held = likelihoods[from] as number;
  while (held < 0.9 * total) {
    const before = likelihoods[from - 1] ?? -1;
    const after = likelihoods[to + 1] ?? -1;
    if (before >= after) {
      from -= 1;
      held += before;
    } else {
      to += 1;
      held += after;
    }
  }
  return { from: from + 1, to: to + 1 };
}

function meanOf(values: readonly WeightedValue[]): number {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
}
