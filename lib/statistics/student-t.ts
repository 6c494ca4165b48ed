import { incompleteBeta } from './incomplete-beta';

/**
 * P(T ≤ t) for Student's t with `df` > 0 degrees of freedom, which need not be whole.
 * @throws RangeError unless df is positive and finite.
 */
export function studentTCdf(t: number, df: number): number {
  const tail = upperTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with P(T ≤ t) = p, for p strictly between 0 and 1. Found by halving, to the last digits of a double.
 * @throws RangeError unless 0 < p < 1 and df is positive and finite.
 * @example studentTQuantile(0.975, 10) // 2.228138852
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is not a probability between 0 and 1`);
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  const tail = 1 - p;
  let high = 1;
  while (upperTail(high, df) > tail) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function upperTail(t: number, df: number): number {
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`${df} degrees of freedom`);
  return incompleteBeta(df / (df + t * t), df / 2, 0.5, logBetaHalf(df / 2)) / 2;
}

/**
 * ln B(a, ½) = ln √π − ln Γ(a + ½)/Γ(a). The ratio is taken far out, where its series (DLMF 5.11.13) is
 * accurate to rounding, and carried back by Γ(a + 1) = aΓ(a): differences of large ln Γ would lose digits.
 */
function logBetaHalf(a: number): number {
  let carried = 0;
  let far = a;
  while (far < 30) {
    carried += Math.log1p(0.5 / far);
    far += 1;
  }
  const inverse = 1 / far;
  const series = -inverse / 8 + inverse ** 3 / 192 - inverse ** 5 / 640 + (17 * inverse ** 7) / 14_336;
  return Math.log(Math.PI) / 2 - (Math.log(far) / 2 + series - carried);
}
