import { describe, expect, test } from 'vitest';
import type { Moments } from './moments';
import { welch } from './welch';

// Student's sleep data (Biometrika 1908), hours of extra sleep in two groups of ten.
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('Welch interval of a difference of means', () => {
  test("gives R's t.test of the sleep data: −3.3654832 … 0.2054832", () => {
    const interval = welch(momentsOf(FIRST), momentsOf(SECOND), 100);
    expect(interval?.low).toBeCloseTo(-3.3654832, 7);
    expect(interval?.high).toBeCloseTo(0.2054832, 7);
  });

  test('stays within the range a difference can have', () => {
    expect(welch(momentsOf(FIRST), momentsOf(SECOND), 2)).toEqual({
      low: -2,
      high: expect.closeTo(0.2054832, 6),
    });
  });

  test('is not made from fewer than two answers on a side, nor without any variance', () => {
    const some = { mean: 1, variance: 1, n: 5 };
    expect(welch({ ...some, n: 1 }, some, 4)).toBeNull();
    expect(welch(some, { ...some, n: 1 }, 4)).toBeNull();
    expect(welch({ ...some, variance: 0 }, { ...some, variance: 0 }, 4)).toBeNull();
    expect(welch({ ...some, variance: 0 }, some, 4)).not.toBeNull();
  });
});

function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1), n };
}
