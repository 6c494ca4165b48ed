import { type Random, seededRandom } from './random';

/** Where a group can stand among all, rank 1 the highest value. */
export interface RankRange {
  /** The narrowest end of the middle 80 % of draws; `best` is never a greater number than `worst`. */
  readonly best: number;
  readonly worst: number;
  /** The chance to be among the lowest few, 0…1. */
  readonly amongLowest: number;
  /** The chance to be among the highest few, 0…1. */
  readonly amongHighest: number;
}

export interface Ranking {
  /** What the draws were made from: the same seed gives the same ranges. */
  readonly seed: number;
  readonly draws: number;
  readonly ranges: readonly RankRange[];
}

/**
 * In which ranks groups can stand, from draws of what their true values may be: the middle 80 % of the ranks drawn, and
 * the chances to be among the `lowest` and the `highest`. Equal values are put in an order by chance, so groups that nothing tells apart
 * can stand anywhere. `begin` is called before each round of draws, for groups that share something that is drawn once.
 * Source: Goldstein & Spiegelhalter, Journal of the Royal Statistical Society A 159 (1996) 385.
 */
export function rankRanges(
  groups: readonly { draw(random: Random): number }[],
  {
    seed,
    draws = 2000,
    lowest = 5,
    highest = 3,
    begin,
  }: { seed: number; draws?: number; lowest?: number; highest?: number; begin?: () => void },
): Ranking {
  const random = seededRandom(seed);
  const size = groups.length;
  // How often each group took each rank, rank 1 first.
  const taken = groups.map(() => new Uint32Array(size));
  const values = new Float64Array(size);
  const rising = new Float64Array(size);
  for (let draw = 0; draw < draws; draw += 1) {
    begin?.();
    for (let index = 0; index < size; index += 1) {
      values[index] = (groups[index] as { draw(random: Random): number }).draw(random);
    }
    rising.set(values);
    rising.sort();
    for (let index = 0; index < size; index += 1) {
      const value = values[index] as number;
      const above = size - placesUpTo(rising, value);
      // Equal values share their ranks by chance.
      let equal = 1;
      while (rising[size - above - equal - 1] === value) equal += 1;
      const rank = above + (equal === 1 ? 0 : Math.floor(random() * equal));
      const counts = taken[index] as Uint32Array;
      counts[rank] = (counts[rank] as number) + 1;
    }
  }
  return { seed, draws, ranges: taken.map((counts) => rangeOf(counts, draws, { lowest, highest })) };
}

function rangeOf(
  counts: Uint32Array,
  draws: number,
  { lowest, highest }: { lowest: number; highest: number },
): RankRange {
  const size = counts.length;
  const tail = draws / 10;
  let best = 0;
  for (let sum = counts[0] as number; sum <= tail && best < size - 1; sum += counts[best] as number)
    best += 1;
  let worst = size - 1;
  for (let sum = counts[worst] as number; sum <= tail && worst > 0; sum += counts[worst] as number)
    worst -= 1;
  const among = (ranks: Uint32Array) => ranks.reduce((sum, count) => sum + count, 0) / draws;
  return {
    best: best + 1,
    worst: Math.max(best, worst) + 1,
    amongLowest: among(counts.subarray(Math.max(0, size - lowest))),
    amongHighest: among(counts.subarray(0, highest)),
  };
}

/** How many of these rising values are at most this one. */
function placesUpTo(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
