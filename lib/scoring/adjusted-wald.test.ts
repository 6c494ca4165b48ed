import { describe, expect, test } from 'vitest';
import type { Interval } from '../statistics/interval';
import { Z95 } from '../statistics/normal';
import { adjustedNetMoments, adjustedWald } from './adjusted-wald';

function intervalOf(up: number, down: number, n: number): Interval {
  const interval = adjustedWald({ up, down, n });
  if (interval === null) throw new Error('no interval');
  return interval;
}

const halfWidth = ({ low, high }: Interval) => (high - low) / 2;

describe('adjusted Wald interval of a net share', () => {
  test.each([
    [5, 2, 10, 23.1, -19.1, 65.2],
    [15, 5, 30, 30.3, 4.8, 55.8],
    [60, 20, 120, 32.5, 19.3, 45.7],
    [162, 54, 324, 33.0, 24.9, 41.1],
    [250, 83, 500, 33.2, 26.7, 39.7],
  ])(
    '%i up, %i down of %i gives the published centre %f and interval %f … %f',
    (up, down, n, centre, low, high) => {
      const interval = intervalOf(up, down, n);
      expect(adjustedNetMoments({ up, down, n }).mean * 100).toBeCloseTo(centre, 1);
      expect(Math.abs(interval.low * 100 - low)).toBeLessThanOrEqual(0.051);
      expect(Math.abs(interval.high * 100 - high)).toBeLessThanOrEqual(0.051);
    },
  );

  test('standard error at 324 answers (½, ⅓, ⅙) is the published 4.1 points', () => {
    const { variance, n } = adjustedNetMoments({ up: 162, down: 54, n: 324 });
    expect(100 * Math.sqrt(variance / n)).toBeCloseTo(4.14, 1);
  });

  // Shares 53 % and 13 % make the NPS of 40; 40 % and 40 % the polarised one of 0.
  test.each([
    [10, 39],
    [30, 24],
    [50, 19],
    [100, 14],
    [200, 10],
    [400, 7],
    [1000, 4],
  ])('half-width near NPS 40 at n = %i is the published ±%i points', (n, expected) => {
    expect(Math.abs(100 * halfWidth(intervalOf(0.53 * n, 0.13 * n, n)) - expected)).toBeLessThan(0.6);
  });

  test('half-width of a polarised NPS of 0 is the published ±17 at 100 and ±5.5 at 1,000', () => {
    expect(100 * halfWidth(intervalOf(40, 40, 100))).toBeCloseTo(17.18, 1);
    expect(100 * halfWidth(intervalOf(400, 400, 1000))).toBeCloseTo(5.53, 1);
  });

  test('covers the truth in about 95.2 % of samples of five, where the plain Wald interval does in 79 %', () => {
    const grid = Array.from({ length: 19 }, (_, i) => (i + 1) / 20).flatMap((p) =>
      Array.from({ length: 19 }, (_, j) => (j + 1) / 20)
        .filter((d) => p + d <= 1 + 1e-9)
        .map((d) => ({ p, d })),
    );
    const average = (interval: (up: number, down: number) => Interval) =>
      grid.reduce((sum, { p, d }) => sum + coverage(5, p, d, interval), 0) / grid.length;
    const worst = Math.min(
      ...grid.map(({ p, d }) => coverage(5, p, d, (up, down) => intervalOf(up, down, 5))),
    );
    expect(grid).toHaveLength(190);
    expect(Math.abs(average((up, down) => intervalOf(up, down, 5)) - 0.952)).toBeLessThan(0.003);
    expect(worst).toBeGreaterThan(0.88);
    expect(average((up, down) => plainWald(up, down, 5))).toBeLessThan(0.85);
  });

  test('lies within −1…1, and the observed share is outside it only with a single answer', () => {
    const outside: number[] = [];
    for (let n = 1; n <= 40; n += 1) {
      for (let up = 0; up <= n; up += 1) {
        for (let down = 0; down <= n - up; down += 1) {
          const { low, high } = intervalOf(up, down, n);
          expect(low >= -1 && low < high && high <= 1).toBe(true);
          const observed = (up - down) / n;
          if (observed < low || observed > high) outside.push(n);
        }
      }
    }
    expect(outside).toEqual([1, 1]);
  });

  test('nobody has no interval, and impossible counts are refused', () => {
    expect(adjustedWald({ up: 0, down: 0, n: 0 })).toBeNull();
    expect(() => adjustedWald({ up: 4, down: 0, n: 3 })).toThrow(RangeError);
    expect(() => adjustedWald({ up: 1, down: -1, n: 3 })).toThrow(RangeError);
  });
});

/** Exact probability, over the trinomial, that the interval of n answers holds p − d. */
function coverage(n: number, p: number, d: number, interval: (up: number, down: number) => Interval): number {
  let covered = 0;
  for (let up = 0; up <= n; up += 1) {
    for (let down = 0; down <= n - up; down += 1) {
      const { low, high } = interval(up, down);
      const rest = n - up - down;
      const ways = factorial(n) / (factorial(up) * factorial(down) * factorial(rest));
      const probability = ways * p ** up * d ** down * Math.max(0, 1 - p - d) ** rest;
      if (low - 1e-12 <= p - d && p - d <= high + 1e-12) covered += probability;
    }
  }
  return covered;
}

function plainWald(up: number, down: number, n: number): Interval {
  const m = (up - down) / n;
  const half = Z95 * Math.sqrt(Math.max(0, (up + down) / n - m * m) / n);
  return { low: m - half, high: m + half };
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
