import { METRICS, type MetricId } from '../../scoring/metrics';
import { type Tally, tallyCount } from '../../scoring/tally';
import type { Baseline, ImprovementFields } from '../model';

/** The least and the most of a metric's usual precision that a difference worth having may be. */
const WORTH_BOUNDS = [0.5, 3] as const;

/**
 * Freezes what was answered before the start. It is judged by the wanted metric, else by the one with the most answers;
 * of several wordings by the one with the most.
 *
 * @param counted one entry per metric and wording over the days of the baseline
 */
export function freezeBaseline(
  counted: readonly { metric: MetricId; wording: string; tally: Tally }[],
  wanted: Pick<ImprovementFields, 'metric' | 'targetValue'>,
  days: { from: string; to: string },
): Baseline {
  const measures = counted
    .filter(({ tally }) => tallyCount(tally) > 0)
    .map((one) => ({ ...one, score: METRICS[one.metric].score(one.tally) }))
    .sort((a, b) => b.score.n - a.score.n || (a.wording < b.wording ? -1 : 1));
  const first =
    wanted.metric === null ? measures[0] : measures.find(({ metric }) => metric === wanted.metric);
  return {
    ...days,
    measures,
    judged: first ? { metric: first.metric, wording: first.wording } : null,
    worth: first ? worthOf(first.metric, first.score.value, wanted.targetValue) : null,
  };
}

/**
 * The difference worth having, in code units: the way to the target, or the precision at which the metric's score counts
 * as firm where there is no target. Within half and three times that precision, so that no target makes a test useless.
 *
 * @param value the score now; null: nobody answered
 */
export function worthOf(metric: MetricId, value: number | null, target: number | null): number {
  const { targetHalfWidth } = METRICS[metric];
  if (value === null || target === null) return targetHalfWidth;
  const [least, most] = WORTH_BOUNDS.map((times) => times * targetHalfWidth) as [number, number];
  return Math.min(most, Math.max(least, Math.abs(target - value)));
}
