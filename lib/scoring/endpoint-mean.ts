import { type Interval, intervalAround } from '../statistics/interval';
import type { Moments } from '../statistics/moments';
import { Z95 } from '../statistics/normal';
import { requireFit, type Scale, type Tally, tallyCount } from './tally';

/**
 * Mean and population variance of a tally after adding half an answer at each end of the scale, so N = n + 1.
 * The variance is therefore never 0: identical answers do not claim certainty.
 * @throws RangeError if the tally does not fit the scale.
 */
export function augmentedMoments(scale: Scale, tally: Tally): Moments {
  requireFit(scale, tally);
  const last = tally.length - 1;
  const weight = (index: number) => (tally[index] as number) + (index === 0 || index === last ? 0.5 : 0);
  const n = tallyCount(tally) + 1;
  let sum = 0;
  for (let index = 0; index <= last; index += 1) sum += weight(index) * (scale.min + index);
  const mean = sum / n;
  let squares = 0;
  for (let index = 0; index <= last; index += 1) squares += weight(index) * (scale.min + index - mean) ** 2;
  return { mean, variance: squares / n, n };
}

/**
 * 95 % endpoint-adjusted interval of the mean of a bounded scale, within the scale; null when n is 0.
 * It is the ordinal counterpart of the adjusted Wald interval: augmented mean ± z · s̃ / √N.
 * @throws RangeError if the tally does not fit the scale.
 * @example endpointMean({ min: 1, max: 7 }, [0, 0, 0, 0, 0, 0, 4]) // { low: 4.8…, high: 7 }, not 7 ± 0
 */
export function endpointMean(scale: Scale, tally: Tally): Interval | null {
  const { mean, variance, n } = augmentedMoments(scale, tally);
  if (n === 1) return null;
  return intervalAround(mean, Z95 * Math.sqrt(variance / n), scale.min, scale.max);
}
