import type { Moments } from './moments';
import { normalQuantile, Z95 } from './normal';

/**
 * Answers that make the half-width of a 95 % interval at most `half`: n = z²σ²/half².
 * @param variance of one answer
 * @throws RangeError unless half is positive.
 * @example answersForMargin(0.25, 0.05) // 385
 */
export function answersForMargin(variance: number, half: number): number {
  if (!(half > 0)) throw new RangeError(`An interval of half-width ${half} needs no number of answers`);
  return wholeUp((Z95 * Z95 * variance) / (half * half));
}

/**
 * Answers in each of two equal groups that find a true difference with the chance `power` at 5 %: n = (z + z_β)²·2σ²/δ².
 * @param variance of one answer
 * @throws RangeError for a difference of 0.
 * @example answersForDifference(1.44, 0.5) // 91
 */
export function answersForDifference(variance: number, difference: number, power = 0.8): number {
  if (difference === 0) throw new RangeError('No number of answers finds a difference of 0');
  return wholeUp(((Z95 + normalQuantile(power)) ** 2 * 2 * variance) / (difference * difference));
}

/**
 * How many more answers the current side needs until the difference to the previous one, should it stay as it is, is
 * certain at 95 %: the n with z√(v₁/n + v₂/n₂) < |δ|, less those that are there. 0: it is certain already. Null where no
 * number would do, because the previous side alone is too uncertain or nothing differs.
 */
export function answersUntilCertain(current: Moments, previous: Moments): number | null {
  const delta = Math.abs(current.mean - previous.mean);
  if (previous.n === 0 || current.n === 0 || delta === 0) return null;
  const room = (delta / Z95) ** 2 - previous.variance / previous.n;
  if (!(room > 0)) return null;
  return Math.max(0, wholeUp(current.variance / room) - current.n);
}

/** Whole answers from above, not one more for noise in the last digits of a double. */
const wholeUp = (answers: number): number => Math.ceil(answers - 1e-9);
