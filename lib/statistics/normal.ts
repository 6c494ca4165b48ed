/** The 97.5 % point of the standard normal distribution: every interval here is a two-sided 95 % one. */
export const Z95 = 1.959963984540054;

/**
 * P(Z ≤ z) of the standard normal distribution, 0…1.
 * Source: the series of Marsaglia (Journal of Statistical Software 11, 2004) near the middle, the continued fraction
 * of the tail (DLMF 7.9.1) far out, where the series would cancel.
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(z: number): number {
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

/** P(|Z| ≥ |z|): the two-sided p-value of a standard normal statistic, 0…1. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}

/**
 * The z with P(Z ≤ z) = p. Found by halving, to the last digits of a double.
 * @throws RangeError unless 0 < p < 1.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is not a probability between 0 and 1`);
  if (p > 0.5) return -normalQuantile(1 - p);
  let low = 0;
  let high = 40;
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > p) low = middle;
    else high = middle;
  }
  return -(low + high) / 2;
}

/** The height of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(Z ≥ z) for z ≥ 0. */
function upperTail(z: number): number {
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17 && odd < 200; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  let fraction = z;
  for (let step = 60; step >= 1; step -= 1) fraction = z + step / fraction;
  return normalDensity(z) / fraction;
}
