import type { Moments } from '../statistics/moments';
import type { Measure } from './measure';
import type { Metric } from './metric';
import { countBetween, emptyTally, requireFit, type Scale, type Tally, tallyCount } from './tally';

/**
 * What one answer at each point of the scale adds to the measure, lowest point first, in code units: every measure is
 * the mean of these over its answers.
 * @example pointValues(NPS) // [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]
 */
export function pointValues(measure: Pick<Measure, 'score'> & { scale: Scale }): readonly number[] {
  const found = known.get(measure);
  if (found) return found;
  const nobody = emptyTally(measure.scale);
  const values = nobody.map((_, at) => {
    const one = nobody.map((_, place) => (place === at ? 1 : 0));
    return measure.score(one).value as number;
  });
  known.set(measure, values);
  return values;
}

/** A measure never changes, and a verdict asks for its points hundreds of times. */
const known = new WeakMap<object, readonly number[]>();

/**
 * The observed value, the variance of one answer and the number of answers; null where nobody answered. Half an answer
 * is added at each end of the scale for the variance alone, so that it is never 0: identical answers claim no certainty.
 * @throws RangeError if the tally does not fit the scale.
 */
export function answerMoments(
  measure: Pick<Measure, 'score'> & { scale: Scale },
  tally: Tally,
): Moments | null {
  requireFit(measure.scale, tally);
  const n = tallyCount(tally);
  if (n === 0) return null;
  const values = pointValues(measure);
  const mean = weightedMean(values, tally, n);
  const last = tally.length - 1;
  const padded = tally.map((count, at) => count + (at === 0 || at === last ? 0.5 : 0));
  const centre = weightedMean(values, padded, n + 1);
  const squares = padded.reduce((sum, weight, at) => sum + weight * ((values[at] ?? 0) - centre) ** 2, 0);
  return { mean, variance: squares / (n + 1), n };
}

/** Answers of the lowest follow-up group, which are the bad experiences, and all answers. */
export function badCounts(
  metric: Pick<Metric, 'groups' | 'scale'>,
  tally: Tally,
): { count: number; n: number } {
  const upTo = metric.groups[0]?.upTo ?? metric.scale.min;
  return { count: countBetween(metric.scale, tally, metric.scale.min, upTo), n: tallyCount(tally) };
}

/** Answers of the highest follow-up group, which are the satisfied, and all answers. */
export function satisfiedCounts(
  metric: Pick<Metric, 'groups' | 'scale'>,
  tally: Tally,
): { count: number; n: number } {
  const below = metric.groups.at(-2)?.upTo ?? metric.scale.min;
  return { count: countBetween(metric.scale, tally, below + 1, metric.scale.max), n: tallyCount(tally) };
}

function weightedMean(values: readonly number[], weights: readonly number[], total: number): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0) / total;
}
