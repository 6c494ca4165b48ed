import type { Metric } from './metric';
import type { Difference, Score } from './score';

/** From this n on a score can be firm. */
export const FIRM_FROM_N = 30;

/**
 * How much a score may claim. `none`: nobody answered. `few`: below the workspace's minimum n, no headline
 * number and a neutral colour. `early`: shown as an early signal. `firm`: at least 30 answers and an interval
 * no wider than the metric's target; only this gets the full colour.
 */
export type EvidenceLevel = 'none' | 'few' | 'early' | 'firm';

/** Whether a headline number may be shown at all: a privacy gate, and never for nobody. */
export function isShown(n: number, minimumN: number): boolean {
  return n > 0 && n >= minimumN;
}

/** The evidence level of a metric's headline score. */
export function evidenceLevel(
  score: Pick<Score, 'n' | 'low' | 'high'>,
  metric: Pick<Metric, 'targetHalfWidth'>,
  minimumN: number,
): EvidenceLevel {
  if (score.n === 0 || score.low === null || score.high === null) return 'none';
  if (!isShown(score.n, minimumN)) return 'few';
  const halfWidth = (score.high - score.low) / 2;
  return score.n >= FIRM_FROM_N && halfWidth <= metric.targetHalfWidth ? 'firm' : 'early';
}

/**
 * Which way a trend points: `unclear` (never "no change") where the interval holds 0, null where there is
 * nothing to compare or either side is below the minimum n.
 */
export function trendDirection(
  difference: Pick<Difference, 'delta' | 'significant'> | null,
  currentN: number,
  previousN: number,
  minimumN: number,
): 'up' | 'down' | 'unclear' | null {
  if (difference === null || !isShown(currentN, minimumN) || !isShown(previousN, minimumN)) return null;
  if (!difference.significant) return 'unclear';
  return difference.delta > 0 ? 'up' : 'down';
}
