import { normalTwoSided } from './normal';

/** How two groups of ordered answers lie to each other. */
export interface MannWhitney {
  /** Two-sided, with correction for ties and continuity; null where all answers are equal. */
  readonly p: number | null;
  /** The chance that an answer of the first group is above one of the second, ties by halves: 0…1, 0.5 is no difference. */
  readonly superiority: number;
  /** The first group's U. */
  readonly u: number;
}

/**
 * Compares two groups by the order of their answers alone: nothing is said of the distance between two points of the
 * scale. Null when either group is empty. Both are counts per point of one scale, lowest point first.
 * Source: Mann & Whitney, Annals of Mathematical Statistics 18 (1947) 50, normal approximation with the tie correction
 * n₁n₂/12·(N + 1 − Σ(t³ − t)/(N(N − 1))).
 * @throws RangeError for counts of different lengths.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | null {
  if (first.length !== second.length) throw new RangeError('The two groups answered on different scales');
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const a = total(first);
  const b = total(second);
  if (a === 0 || b === 0) return null;
  const n = a + b;
  let below = 0;
  let u = 0;
  let ties = 0;
  first.forEach((count, point) => {
    const other = second[point] as number;
    u += count * (below + other / 2);
    below += other;
    const tied = count + other;
    ties += tied ** 3 - tied;
  });
  const variance = ((a * b) / 12) * (n + 1 - ties / (n * (n - 1)));
  const away = Math.max(0, Math.abs(u - (a * b) / 2) - 0.5);
  return {
    p: variance <= 0 ? null : normalTwoSided(away / Math.sqrt(variance)),
    superiority: u / (a * b),
    u,
  };
}
