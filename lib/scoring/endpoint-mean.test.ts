import { describe, expect, test } from 'vitest';
import { augmentedMoments, endpointMean } from './endpoint-mean';
import type { Tally } from './tally';

const EFFORT = { min: 1, max: 7 };
const FIVE = { min: 1, max: 5 };

describe('endpoint-adjusted interval of a mean', () => {
  test('four answers of 7 give 4.8 … 7 and not 7 ± 0', () => {
    const interval = endpointMean(EFFORT, [0, 0, 0, 0, 0, 0, 4]);
    // By hand: N = 5, mean 6.4, variance 3.24, half-width 1.96 · √0.648.
    expect(interval?.low).toBeCloseTo(4.8223, 4);
    expect(interval?.high).toBe(7);
  });

  test('adds half an answer at each end', () => {
    expect(augmentedMoments(FIVE, [0, 0, 3, 0, 0])).toEqual({ mean: 3, variance: 1, n: 4 });
  });

  test('is never a single point and always holds the observed mean, for every tally of up to eight answers', () => {
    let seen = 0;
    for (let n = 1; n <= 8; n += 1) {
      for (const tally of talliesOf(5, n)) {
        const { low, high } = endpointMean(FIVE, tally) ?? { low: Number.NaN, high: Number.NaN };
        const mean = tally.reduce((sum, count, index) => sum + count * (index + 1), 0) / n;
        expect(low >= 1 && high <= 5 && high - low > 0.1 && low <= mean && mean <= high).toBe(true);
        seen += 1;
      }
    }
    expect(seen).toBe(1286);
  });

  test.each([
    ['top-heavy', 0.97, [0.01, 0.02, 0.05, 0.2, 0.72]],
    ['polarised', 0.9, [0.4, 0.07, 0.06, 0.07, 0.4]],
    ['flat', 0.93, [0.2, 0.2, 0.2, 0.2, 0.2]],
  ])('covers the mean of a %s population with eight answers in over %f of samples', (_, least, shares) => {
    const truth = shares.reduce((sum, share, index) => sum + share * (index + 1), 0);
    let covered = 0;
    let all = 0;
    for (const tally of talliesOf(5, 8)) {
      const probability = multinomial(tally, shares);
      const interval = endpointMean(FIVE, tally);
      all += probability;
      if (interval && interval.low <= truth && truth <= interval.high) covered += probability;
    }
    expect(all).toBeCloseTo(1, 10);
    expect(covered).toBeGreaterThan(least);
  });

  test('nobody has no interval, and a foreign tally is refused', () => {
    expect(endpointMean(FIVE, [0, 0, 0, 0, 0])).toBeNull();
    expect(() => endpointMean(FIVE, [1, 0, 0])).toThrow(RangeError);
  });
});

function talliesOf(points: number, n: number): Tally[] {
  if (points === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) => first).flatMap((first) =>
    talliesOf(points - 1, n - first).map((rest) => [first, ...rest]),
  );
}

function multinomial(tally: Tally, shares: readonly number[]): number {
  let n = 0;
  return tally.reduce((probability, count, index) => {
    let result = probability;
    for (let k = 1; k <= count; k += 1) {
      n += 1;
      result *= (n / k) * (shares[index] ?? 0);
    }
    return result;
  }, 1);
}
