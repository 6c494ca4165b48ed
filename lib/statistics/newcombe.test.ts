import { describe, expect, test } from 'vitest';
import { newcombe } from './newcombe';

describe('Newcombe interval of a difference of shares', () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('%i/%i − %i/%i gives the published %f … %f', (count, n, otherCount, otherN, low, high) => {
    const interval = newcombe({ count, n }, { count: otherCount, n: otherN });
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('of two unanimous sides still leaves room on both sides of 0', () => {
    const interval = newcombe({ count: 6, n: 6 }, { count: 6, n: 6 });
    expect(interval?.low).toBeLessThan(-0.2);
    expect(interval?.high).toBeGreaterThan(0.2);
  });

  test('needs answers on both sides', () => {
    expect(newcombe({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
    expect(newcombe({ count: 1, n: 2 }, { count: 0, n: 0 })).toBeNull();
  });
});
