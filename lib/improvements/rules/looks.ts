import type { Metric } from '../../scoring/metrics';
import { answerMoments } from '../../scoring/point-values';
import { addTallies, type Tally } from '../../scoring/tally';
import type { BeforeAfter } from '../../statistics/difference-in-differences';
import { alwaysValidInterval, alwaysValidP } from '../../statistics/msprt';
import type { Verdict, VerdictKind } from '../model';

/** What is known at the end of one day, of all days until then. */
export type Look = { on: string; delta: number; variance: number };

/**
 * Reads a difference day by day; the p-value is the smallest of all days, because each could have ended the watch. Null
 * without a look.
 *
 * @param worth the difference worth having, fixed before the first look
 * @param range the widest possible difference of two values; the interval is cut to twice that
 */
export function readDaily(looks: readonly Look[], worth: number, range: number): Verdict['effect'] {
  let effect = null as Verdict['effect'];
  for (const { on, delta, variance } of looks) {
    const { low, high } = alwaysValidInterval(delta, variance, worth);
    const clear = low > 0 || high < 0;
    effect = {
      delta,
      low: Math.max(low, -2 * range),
      high: Math.min(high, 2 * range),
      p: alwaysValidP(effect?.p ?? 1, delta, variance, worth),
      clearOn: effect?.clearOn ?? (clear ? on : null),
    };
  }
  return effect;
}

/**
 * Better and worse: the interval leaves out 0. The same: it holds 0 and nothing as large as the difference worth having.
 * Unclear: everything else.
 */
export function kindOf(effect: { low: number; high: number } | null, worth: number): VerdictKind {
  if (effect === null) return 'unclear';
  if (effect.low > 0) return 'better';
  if (effect.high < 0) return 'worse';
  return effect.low > -worth && effect.high < worth ? 'same' : 'unclear';
}

/**
 * Two values that are compared. Both sides have the variance of their answers together: a few answers that happen to agree
 * would claim more certainty of their own than there is. Null where a side has no answers.
 */
export function changeBetween(metric: Metric, first: Tally, second: Tally): BeforeAfter | null {
  const [before, after] = [answerMoments(metric, first), answerMoments(metric, second)];
  const both = answerMoments(metric, addTallies(first, second));
  if (!before || !after || !both) return null;
  const within = (before.variance * before.n + after.variance * after.n) / both.n;
  return {
    before: { value: before.mean, variance: within / before.n },
    after: { value: after.mean, variance: within / after.n },
  };
}
