import { expect, test } from 'vitest';
import { medianEstimate } from './median';
import { seededRandom } from './random';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

test('the interval is of the ranks that tables of the sign test give', () => {
  // Ranks for 95 %: Dixon and Massey, Introduction to Statistical Analysis (4th ed. 1983), table A-25.
  for (const [n, low, high] of [
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [100, 40, 61],
  ] as const) {
    expect(medianEstimate(upTo(n).reverse()), String(n)).toMatchObject({ n, interval: { low, high } });
  }
});

test('nothing is told of nothing, and of five numbers no interval', () => {
  expect(medianEstimate([])).toBeNull();
  expect(medianEstimate([3, 1])).toEqual({ n: 2, value: 2, interval: null });
  expect(medianEstimate(upTo(5))).toEqual({ n: 5, value: 3, interval: null });
});

test('of skewed times it covers at least 95 of 100, and not all of them', () => {
  const random = seededRandom(17);
  for (const n of [6, 20, 101]) {
    let covered = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const drawn = Array.from({ length: n }, () => -Math.log(1 - random()));
      const { interval } = medianEstimate(drawn) ?? { interval: null };
      if (interval && interval.low <= Math.LN2 && interval.high >= Math.LN2) covered += 1;
    }
    expect(covered / 3_000).toBeGreaterThan(0.94);
    expect(covered / 3_000).toBeLessThan(0.985);
  }
});
