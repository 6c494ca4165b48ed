import { drawBeta } from './draws';
import type { Interval } from './interval';
import { median, quantile } from './quantile';
import { type Random, seededRandom } from './random';

/** A number that is not known exactly: counted among so many, guessed between bounds, or taken as given. */
export type Uncertain =
  | { readonly kind: 'counted'; readonly count: number; readonly n: number }
  | { readonly kind: 'guessed'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: 'given'; readonly value: number };

/** What a value may be, as far as its parts are known. */
export interface DrawnValue {
  readonly median: number;
  /** Four of five draws lie within it. */
  readonly range80: Interval;
  /** Chance that the value is above the cost, 0–1; null without a cost. */
  readonly chanceAboveCost: number | null;
  /** For each uncertain part, the value at its own 10 % and 90 % points with all others at their middle; widest first. */
  readonly tornado: readonly { readonly part: string; readonly low: number; readonly high: number }[];
  readonly seed: number;
}

/**
 * Draws every uncertain part, puts the parts together by `value`, and says where the results lie. Counted shares are
 * drawn from Beta(count + ½, n − count + ½), guesses from the PERT distribution (a beta of low, likely and high).
 * The same seed gives the same answer.
 *
 * @throws RangeError for a guess whose likely value is outside its bounds, or a count outside 0…n.
 */
export function drawnValue<Part extends string>(
  uncertain: Readonly<Record<Part, Uncertain>>,
  value: (parts: Readonly<Record<Part, number>>) => number,
  {
    seed,
    cost,
    draws = 10_000,
  }: { readonly seed: number; readonly cost: number | null; readonly draws?: number },
): DrawnValue {
  const parts = Object.keys(uncertain) as Part[];
  for (const part of parts) refuseImpossible(uncertain[part]);
  const random = seededRandom(seed);
  const drawn = Object.fromEntries(parts.map((part) => [part, [] as number[]])) as Record<Part, number[]>;
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const one = {} as Record<Part, number>;
    for (const part of parts) {
      one[part] = drawOf(uncertain[part], random);
      drawn[part].push(one[part]);
    }
    values.push(value(one));
  }
  const middle = Object.fromEntries(parts.map((part) => [part, median(drawn[part])])) as Record<Part, number>;
  return {
    median: median(values),
    range80: { low: quantile(values, 0.1), high: quantile(values, 0.9) },
    chanceAboveCost: cost === null ? null : values.filter((one) => one > cost).length / draws,
    tornado: parts
      .filter((part) => uncertain[part].kind !== 'given')
      .map((part) => {
        const ends = [0.1, 0.9].map((share) => value({ ...middle, [part]: quantile(drawn[part], share) }));
        return { part, low: Math.min(...ends), high: Math.max(...ends) };
      })
      .sort((a, b) => b.high - b.low - (a.high - a.low)),
    seed,
  };
}

function drawOf(uncertain: Uncertain, random: Random): number {
  if (uncertain.kind === 'given') return uncertain.value;
  if (uncertain.kind === 'counted') {
    return drawBeta(random, uncertain.count + 0.5, uncertain.n - uncertain.count + 0.5);
  }
  const { low, likely, high } = uncertain;
  const width = high - low;
  if (width === 0) return low;
  return low + width * drawBeta(random, 1 + (4 * (likely - low)) / width, 1 + (4 * (high - likely)) / width);
}

function refuseImpossible(uncertain: Uncertain): void {
  if (uncertain.kind === 'counted' && !(uncertain.count >= 0 && uncertain.count <= uncertain.n)) {
    throw new RangeError(`${uncertain.count} of ${uncertain.n} is not a share`);
  }
  if (uncertain.kind !== 'guessed') return;
  const { low, likely, high } = uncertain;
  if (!(low <= likely && likely <= high)) throw new RangeError(`${likely} is not between ${low} and ${high}`);
}
