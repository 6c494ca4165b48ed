import { type Interval, intervalAround } from './interval';
import type { SurvivalCurve } from './kaplan-meier';
import { Z95 } from './normal';

/** Mean time lived until a limit, in the curve's unit. */
export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Mean time lived until `until`: the area below the curve. Null where nobody was watched for so long and some lived on.
 * Source: Royston & Parmar, BMC Medical Research Methodology 13 (2013) 152; variance after Greenwood.
 */
export function rmst(curve: SurvivalCurve, until: number): RestrictedMean | null {
  const within = curve.steps.filter((step) => step.time <= until);
  if (until > curve.watchedUntil && curve.steps.at(-1)?.survival !== 0) return null;
  const areas = within.map((step, index) => {
    const next = within[index + 1]?.time ?? until;
    return step.survival * (next - step.time);
  });
  const mean = (within[0]?.time ?? until) + areas.reduce((sum, area) => sum + area, 0);
  let after = 0;
  let variance = 0;
  for (let index = within.length - 1; index >= 0; index -= 1) {
    const { atRisk, ended } = within[index] as (typeof within)[number];
    after += areas[index] as number;
    if (atRisk > ended) variance += (after ** 2 * ended) / (atRisk * (atRisk - ended));
  }
  const standardError = Math.sqrt(variance);
  return { mean, standardError, interval: intervalAround(mean, Z95 * standardError, 0, until) };
}

/** How much longer the first group lives until `until` than the second, with its 95 % interval; null as {@link rmst}. */
export function rmstDifference(
  first: SurvivalCurve,
  second: SurvivalCurve,
  until: number,
): { readonly difference: number; readonly interval: Interval } | null {
  const a = rmst(first, until);
  const b = rmst(second, until);
  if (a === null || b === null) return null;
  const difference = a.mean - b.mean;
  const half = Z95 * Math.hypot(a.standardError, b.standardError);
  return { difference, interval: intervalAround(difference, half, -until, until) };
}
