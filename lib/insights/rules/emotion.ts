import { formatCount, formatEmotion } from '../../format';
import { augmentedMoments } from '../../scoring/endpoint-mean';
import { METRICS } from '../../scoring/metrics';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg';
import { normalTwoSided } from '../../statistics/normal';
import type { Translate } from '../../translate';
import type { MeasureView, TouchpointView } from '../model';
import { FALSE_SHARE } from './comparisons';

type Asked = Pick<TouchpointView, 'measures'>;

/** The measure the emotion curve is drawn from; null where nobody asked for feelings. */
export function feltMeasure(touchpoint: Asked): MeasureView | null {
  return touchpoint.measures.find(({ metric }) => METRICS[metric].faces) ?? null;
}

/** The mean emotion, −2…+2, with its 95 % interval. */
export type MeasuredEmotion = { value: number; low: number; high: number; n: number };

/** What customers feel at a touchpoint; null where nobody was asked, or where too few answered to show a measure. */
export function measuredEmotion(touchpoint: Asked): MeasuredEmotion | null {
  const felt = feltMeasure(touchpoint);
  if (!felt?.shown) return null;
  const { value, low, high, n } = felt.score;
  return value === null || low === null || high === null ? null : { value, low, high, n };
}

/** What the team expected beside what customers answered, −2…+2. */
export type ExpectationGap = {
  expected: number;
  measured: number;
  /** Measured minus expected; below 0 customers feel worse than the team thought. */
  delta: number;
  low: number;
  high: number;
  n: number;
  /** Two-sided: how probable answers this far from what was expected are, were it right. */
  p: number;
  /**
   * Whether the expected value lies outside the 95 % interval, and the gap stands out of all that its map holds; only then
   * it is told as a gap.
   */
  clear: boolean;
};

/** The gap at a touchpoint; null where nothing was expected, or where too few answered to show a measure. */
export function expectationGap(
  touchpoint: Asked & Pick<TouchpointView, 'expectedEmotion' | 'gapAdjustedP'>,
): ExpectationGap | null {
  const expected = touchpoint.expectedEmotion;
  const [felt, measure] = [measuredEmotion(touchpoint), feltMeasure(touchpoint)];
  if (expected === null || !felt || !measure) return null;
  const { value, low, high, n } = felt;
  const moments = augmentedMoments(METRICS[measure.metric].scale, measure.tally);
  const p = normalTwoSided((moments.mean - expected) / Math.sqrt(moments.variance / moments.n));
  return {
    expected,
    measured: value,
    delta: value - expected,
    low,
    high,
    n,
    p,
    clear: (expected < low || expected > high) && (touchpoint.gapAdjustedP ?? p) <= FALSE_SHARE,
  };
}

/** The same touchpoints, with their gaps corrected together: they are looked at on one map. */
export function withGapsTogether<T extends TouchpointView>(touchpoints: readonly T[]): T[] {
  const gaps = touchpoints.map((one) => expectationGap({ ...one, gapAdjustedP: null }));
  const adjusted = benjaminiHochberg(gaps.flatMap((gap) => gap?.p ?? []));
  let next = 0;
  return touchpoints.map((one, at) => {
    if (!gaps[at]) return one;
    next += 1;
    return { ...one, gapAdjustedP: adjusted[next - 1] ?? null };
  });
}

/** A clear gap in words. @example gapText(gap, ENGLISH) // 'team thought +1.0, customers −0.8 (n 64)' */
export function gapText(
  { expected, measured, n }: Pick<ExpectationGap, 'expected' | 'measured' | 'n'>,
  t: Translate,
): string {
  return t('team thought {expected}, customers {measured} (n {n})', {
    expected: formatEmotion(expected, t.tongue),
    measured: formatEmotion(measured, t.tongue),
    n: formatCount(n, t.tongue),
  });
}

/** What two points must have in common to be joined by a line: answers to another wording are another curve. */
export function seriesOf({ metric, wording }: Pick<MeasureView, 'metric' | 'wording'>): string {
  return `${metric} ${wording}`;
}

/**
 * Why the measured curve does not reach a column from its left, or stops in it; null where it is joined, and for what
 * is no touchpoint. Empty texts where nothing is measured at all: then there is no line to miss.
 */
export function breaksOf(
  touchpoints: readonly (Asked | null)[],
  minimumN: number,
  t: Translate,
): (string | null)[] {
  const felt = touchpoints.map((touchpoint) => touchpoint && feltMeasure(touchpoint));
  if (!felt.some((measure) => measure?.shown)) return touchpoints.map(() => null);
  return touchpoints.map((touchpoint, index) => {
    if (touchpoint === null) return null;
    const measure = felt[index];
    if (!measure) return t('nobody asked##why a curve breaks');
    if (!measure.shown) {
      return t('too few answers ({n} of {minimum})', { n: measure.score.n, minimum: minimumN });
    }
    const before = felt[index - 1];
    return before?.shown && seriesOf(before) !== seriesOf(measure) ? t('asked in different words') : null;
  });
}
