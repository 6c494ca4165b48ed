import { logGamma } from './log-gamma';

/**
 * P(X ≥ x) of the chi-square distribution, 0–1.
 * Source: the regularised incomplete gamma function, by its series below a + 1 and its continued fraction (DLMF 8.9.2,
 * Lentz) above.
 * @throws RangeError unless df is positive and x is a number.
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(df > 0) || Number.isNaN(x))
    throw new RangeError(`No chi-square of ${x} with ${df} degrees of freedom`);
  if (x <= 0) return 1;
  const a = df / 2;
  const half = x / 2;
  const front = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? 1 - front * series(a, half) : front * fraction(a, half);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; Math.abs(term) > Math.abs(sum) * 1e-17 && step < 10_000; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let result = d;
  for (let step = 1; step < 10_000; step += 1) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    result *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return result;
}
