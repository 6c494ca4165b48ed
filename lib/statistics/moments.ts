/** Mean and variance of one answer, and the number of answers they rest on (adjusted methods add to it). */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
}

/** As {@link Moments}, with how lopsided answers are: 0 for a symmetric distribution, below 0 with a long tail down. */
export interface AnswerMoments extends Moments {
  readonly skewness: number;
}

/**
 * Mean, sample variance (n − 1) and skewness m₃/m₂^1.5 of answers that take a few values; null without answers. The
 * variance of a single answer, and the skewness of equal ones, are 0.
 */
export function observedMoments(answers: readonly { value: number; count: number }[]): AnswerMoments | null {
  const n = answers.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const mean = answers.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const central = (power: number) =>
    answers.reduce((sum, { value, count }) => sum + count * (value - mean) ** power, 0) / n;
  const spread = central(2);
  return {
    mean,
    variance: n === 1 ? 0 : (spread * n) / (n - 1),
    n,
    skewness: spread === 0 ? 0 : central(3) / spread ** 1.5,
  };
}
