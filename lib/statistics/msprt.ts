import type { Interval } from './interval';

/**
 * How much likelier a difference is under "some effect" than under "none": the ratio of the mixture sequential
 * probability ratio test with effects spread as N(0, τ²). 1 says nothing; 20 is the usual bar.
 * Source: Johari, Pekelis & Walsh, Always valid inference (2015), eq. 9, with V the variance of the difference.
 *
 * @param delta the observed difference
 * @param variance of that difference, above 0
 * @param tau the effect worth having, in the unit of the difference, above 0; fixed before the first look
 * @throws RangeError where variance or τ is not above 0
 */
export function likelihoodRatio(delta: number, variance: number, tau: number): number {
  refuse(variance, tau);
  const spread = tau * tau;
  const exponent = (spread * delta * delta) / (2 * variance * (variance + spread));
  return Math.sqrt(variance / (variance + spread)) * Math.exp(exponent);
}

/**
 * The p-value that may be read at every look: the smallest inverse ratio so far, at most 1. Whoever looks each day and
 * stops when it falls below α is wrong in at most a share α of the cases without an effect.
 *
 * @param before the value of the look before; 1 at the first
 */
export function alwaysValidP(before: number, delta: number, variance: number, tau: number): number {
  return Math.min(before, 1 / likelihoodRatio(delta, variance, tau));
}

/**
 * The interval of a difference that holds at all looks together with probability 1 − α. It is wider than one that is
 * made for a single look.
 *
 * @throws RangeError where variance or τ is not above 0
 * @example alwaysValidInterval(0.1, 0.0004, 0.15) // { low: 0.034…, high: 0.165… }
 */
export function alwaysValidInterval(delta: number, variance: number, tau: number, alpha = 0.05): Interval {
  refuse(variance, tau);
  const spread = tau * tau;
  const total = variance + spread;
  const half = Math.sqrt(
    ((variance * total) / spread) * (2 * Math.log(1 / alpha) - Math.log(variance / total)),
  );
  return { low: delta - half, high: delta + half };
}

function refuse(variance: number, tau: number): void {
  if (!(variance > 0)) throw new RangeError(`${variance} is no variance of a difference`);
  if (!(tau > 0)) throw new RangeError(`${tau} is no effect worth having`);
}
