import type { AnswerMoments } from '../statistics/moments';
import type { Difference, Score } from './score';
import type { Tally } from './tally';

/** One number computed from a tally, and how it is printed. Every method throws RangeError on a foreign tally. */
export interface Measure {
  readonly name: string;
  /** Name and version of the computation, `nps@1`; results of different formulas are never joined. */
  readonly formula: string;
  /** The computation in one line of plain words, '% of 9–10 minus % of 0–6'. */
  readonly inWords: string;
  readonly unit: 'points' | 'percent' | 'mean';
  /** Lowest and highest possible value, in code units. */
  readonly domain: readonly [low: number, high: number];
  /** Display and public API show value × displayFactor. */
  readonly displayFactor: 1 | 100;
  /** Digits after the point, in display units. */
  readonly decimals: 0 | 1;
  /** Whether a plus sign is printed. */
  readonly signed: boolean;
  score(tally: Tally): Score;
  /** Current minus previous; null when either side has no answers. */
  difference(current: Tally, previous: Tally): Difference | null;
  /** Of one answer as this measure counts it (1, 0 and −1 of a net share), in code units; null when nobody answered. */
  moments(tally: Tally): AnswerMoments | null;
}
