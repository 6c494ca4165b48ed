import { describe, expect, test } from 'vitest';
import { wilson } from './wilson';

describe('Wilson interval', () => {
  // 24 of 30 is printed elsewhere as 63–91: its upper end, 90.49, was rounded twice.
  test.each([
    [8, 10, 49, 94, 0],
    [24, 30, 62.7, 90.5, 1],
    [96, 120, 72, 86, 0],
    [40, 180, 16.8, 28.8, 1],
  ])('%i of %i gives the published %f … %f percent', (count, n, low, high, digits) => {
    const interval = wilson(count, n);
    expect((interval?.low ?? Number.NaN) * 100).toBeCloseTo(low, digits);
    expect((interval?.high ?? Number.NaN) * 100).toBeCloseTo(high, digits);
  });

  test('holds the observed share, stays in 0…1 and is never a single point, for every share up to n = 60', () => {
    for (let n = 1; n <= 60; n += 1) {
      for (let count = 0; count <= n; count += 1) {
        const { low, high } = wilson(count, n) ?? { low: Number.NaN, high: Number.NaN };
        expect(low >= 0 && high <= 1 && low <= count / n && count / n <= high && low < high).toBe(true);
      }
    }
  });

  test('nobody has no interval, and more than all is refused', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(5, 4)).toThrow(RangeError);
    expect(() => wilson(-1, 4)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 4)).toThrow(RangeError);
  });
});
