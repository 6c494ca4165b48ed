/** Counts per scale point: index 0 is the scale's minimum, the last index its maximum. */
export type Tally = readonly number[];

/** The whole numbers a scale allows, both ends included. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** The points of a scale in ascending order, `[-2, -1, 0, 1, 2]` for −2…2. */
export function scalePoints(scale: Scale): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

/** A tally of nobody: zero at every point of the scale. It is the neutral element of {@link addTallies}. */
export function emptyTally(scale: Scale): Tally {
  return scalePoints(scale).map(() => 0);
}

/**
 * The tally of a list of scores, in any order.
 * @throws RangeError for a score that is not a point of the scale.
 */
export function tallyOf(scale: Scale, scores: Iterable<number>): Tally {
  const counts = [...emptyTally(scale)];
  for (const score of scores) {
    const index = score - scale.min;
    const count = counts[index];
    if (count === undefined) throw new RangeError(`${score} is not a point of ${scale.min}…${scale.max}`);
    counts[index] = count + 1;
  }
  return counts;
}

/**
 * The pooled tally: counts add point by point.
 * @throws RangeError for different lengths, or a count that is no whole number from 0 up.
 */
export function addTallies(first: Tally, ...others: readonly Tally[]): Tally {
  return others.reduce<Tally>((sum, tally) => combine(sum, tally, 1), checked(first));
}

/**
 * What is left of `from` without `taken`.
 * @throws RangeError for different lengths, or when more would be taken than is there.
 */
export function subtractTally(from: Tally, taken: Tally): Tally {
  return combine(checked(from), taken, -1);
}

/** How many answers a tally holds: the n of every score made from it. */
export function tallyCount(tally: Tally): number {
  let n = 0;
  for (let index = 0; index < tally.length; index += 1) n += tally[index] as number;
  return n;
}

/**
 * Every point of the scale with its count, keyed by the point as text: `{ '1': 0, '2': 3, … }`.
 * JavaScript lists keys such as `'-1'` after the others; take {@link scalePoints} where order matters.
 * @throws RangeError if the tally does not fit the scale.
 */
export function countsByPoint(scale: Scale, tally: Tally): Record<string, number> {
  requireFit(scale, tally);
  return Object.fromEntries(tally.map((count, index) => [String(scale.min + index), count]));
}

/** Whether two tallies hold the same counts at the same points. */
export function sameTally(first: Tally, second: Tally): boolean {
  return first.length === second.length && first.every((count, index) => count === second[index]);
}

/** How many answers lie between two points of the scale, both included. */
export function countBetween(scale: Scale, tally: Tally, from: number, to: number): number {
  return tallyCount(tally.slice(from - scale.min, to - scale.min + 1));
}

/**
 * Refuses a tally that belongs to another scale, so that a score is never computed from the wrong points.
 * @throws RangeError for a wrong length, or a count that is no whole number from 0 up.
 */
export function requireFit(scale: Scale, tally: Tally): void {
  const length = scale.max - scale.min + 1;
  if (tally.length !== length) {
    throw new RangeError(`A tally of ${scale.min}…${scale.max} has ${length} counts, not ${tally.length}`);
  }
  checked(tally);
}

function combine(first: Tally, second: Tally, sign: 1 | -1): Tally {
  if (first.length !== second.length) {
    throw new RangeError(`Tallies of ${first.length} and ${second.length} points do not combine`);
  }
  checked(second);
  return checked(first.map((count, index) => count + sign * (second[index] ?? 0)));
}

function checked(tally: Tally): Tally {
  for (let index = 0; index < tally.length; index += 1) {
    const count = tally[index] as number;
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a count`);
  }
  return tally;
}
