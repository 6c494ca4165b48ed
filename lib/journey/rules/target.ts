import type { FieldError } from '../../errors';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import type { Translate } from '../../translate';

/**
 * The lowest and the highest score that a metric can have, in its own units.
 *
 * @example scoreRange('nps') // { low: -1, high: 1 }
 */
export function scoreRange(metric: MetricId): { low: number; high: number } {
  const { scale, score } = METRICS[metric];
  const scoreAll = (point: number) => score(tallyOf(scale, [point])).value ?? 0;
  return { low: scoreAll(scale.min), high: scoreAll(scale.max) };
}

/** A score as it is typed, in display units. @example shownUnits('nps', 0.6) // 60 */
export function shownUnits(metric: MetricId, value: number): number {
  return Number((value * METRICS[metric].displayFactor).toFixed(6));
}

/** A score in the metric's own units, from what was typed in display units. @example ownUnits('nps', 60) // 0.6 */
export function ownUnits(metric: MetricId, shown: number): number {
  return shown / METRICS[metric].displayFactor;
}

/** What is wrong with the target of a stage, given in the metric's own units; empty where nothing is. */
export function targetFaults(
  target: { targetMetric: MetricId | null; targetValue: number | null },
  t: Translate,
): FieldError[] {
  const { targetMetric: metric, targetValue: value } = target;
  if (metric === null) {
    return value === null
      ? []
      : [{ path: 'targetMetric', message: t('Choose what is measured, or leave the target empty.') }];
  }
  const { low, high } = scoreRange(metric);
  if (value !== null && value >= low && value <= high) return [];
  const end = (score: number) => String(shownUnits(metric, score)).replace('-', '−');
  const message = t('Give a score of {low} to {high}.', { low: end(low), high: end(high) });
  return [{ path: 'targetValue', message }];
}
