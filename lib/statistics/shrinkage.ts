import { drawNormal } from './draws';
import type { Moments } from './moments';
import type { Random } from './random';

/** Fewer groups say too little about how groups differ: they are shown as they are, with their intervals. */
export const SHRINK_FROM_GROUPS = 5;

/** What is believed of one group after all groups were looked at together. */
export interface Posterior {
  /** The shrunken value: nearer to the common one the fewer answers it rests on. */
  readonly value: number;
  /** Standard deviation of that belief; 0 where nothing tells the groups apart. */
  readonly sd: number;
  /** How much of the value is the common one, 0…1; 1 − weight is the reliability of the group's own. */
  readonly weight: number;
  /** One draw of what the group's true value may be. */
  draw(random: Random): number;
}

export interface Shrinkage {
  /** The value of a group that nothing is known of. */
  readonly common: number;
  /** Standard deviation of the true values between groups; 0: nothing tells them apart. */
  readonly spread: number;
  /** One for each group, in the order they were given. */
  readonly groups: readonly Posterior[];
}

/**
 * Means of groups drawn together by normal empirical Bayes: the pooled variance s² of one answer, v = s²/n, the spread
 * τ² between groups by DerSimonian and Laird, B = v/(v + τ²), θ̂ = Bμ + (1 − B)y, posterior sd √(τ²B). What is not known
 * of μ and τ² is left out of the sd. Null with fewer than five groups that have answers, or where no group has two.
 * Source: Efron & Morris, Scientific American 236 (1977) 119; DerSimonian & Laird, Controlled Clinical Trials 7 (1986)
 * 177.
 *
 * @param groups mean and sample variance of one answer; groups without answers get the common value
 */
export function shrink(groups: readonly Moments[]): Shrinkage | null {
  const answered = groups.filter(({ n }) => n > 0);
  const freedom = answered.reduce((sum, { n }) => sum + n - 1, 0);
  if (answered.length < SHRINK_FROM_GROUPS || freedom <= 0) return null;
  const pooled = answered.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / freedom;
  const spread2 = pooled === 0 ? plainSpread(answered) : betweenGroups(answered, pooled);
  const weights = answered.map(({ n }) => 1 / (pooled / n + spread2));
  const common =
    pooled + spread2 === 0
      ? (answered[0]?.mean ?? 0)
      : answered.reduce((sum, { mean }, index) => sum + mean * (weights[index] as number), 0) /
        weights.reduce((sum, weight) => sum + weight, 0);
  return {
    common,
    spread: Math.sqrt(spread2),
    groups: groups.map(({ mean, n }) => {
      const own = n === 0 ? Number.POSITIVE_INFINITY : pooled / n;
      const weight = spread2 === 0 ? 1 : own === Number.POSITIVE_INFINITY ? 1 : own / (own + spread2);
      const value = weight * common + (weight === 1 ? 0 : (1 - weight) * mean);
      const sd = Math.sqrt(spread2 * weight);
      return { value, sd, weight, draw: (random) => value + sd * drawNormal(random) };
    }),
  };
}

/** The variance between groups, at least 0, from Cochran's Q. */
function betweenGroups(groups: readonly Moments[], pooled: number): number {
  const weights = groups.map(({ n }) => n / pooled);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const mean = groups.reduce((sum, group, index) => sum + group.mean * (weights[index] as number), 0) / total;
  const q = groups.reduce(
    (sum, group, index) => sum + (weights[index] as number) * (group.mean - mean) ** 2,
    0,
  );
  return Math.max(0, (q - (groups.length - 1)) / (total - squares / total));
}

/** Where no answer differs from another of its group, the groups' own variance is all there is. */
function plainSpread(groups: readonly Moments[]): number {
  const mean = groups.reduce((sum, group) => sum + group.mean, 0) / groups.length;
  return groups.reduce((sum, group) => sum + (group.mean - mean) ** 2, 0) / (groups.length - 1);
}
