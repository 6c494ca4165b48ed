/** Lanczos' coefficients for g = 7 and nine terms, after Godfrey (2001). */
const TERMS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * ln Γ(x) for x > 0, to about 14 digits. Source: Lanczos, SIAM Journal on Numerical Analysis 1 (1964) 86.
 * @throws RangeError unless x is positive.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ is not known at ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const before = x - 1;
  const sum = TERMS.reduce((total, term, index) => (index === 0 ? term : total + term / (before + index)), 0);
  const shifted = before + 7.5;
  return Math.log(2 * Math.PI) / 2 + (before + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/** ln B(a, b) for positive a and b. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln of n over k, for whole 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
