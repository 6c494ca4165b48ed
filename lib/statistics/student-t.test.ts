import { describe, expect, test } from 'vitest';
import { incompleteBeta } from './incomplete-beta';
import { Z95 } from './normal';
import { studentTCdf, studentTQuantile } from './student-t';

describe('Student t', () => {
  test.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [3.7, 2.8675207071911895],
    [10, 2.228138851986274],
    [30, 2.0422724563012378],
    [120, 1.9799304050824402],
    [12_345.6, 1.9601561582595104],
    [1_000_000, 1.959966356814107],
  ])('97.5 %% point with %s degrees of freedom is the published one', (df, expected) => {
    expect(Math.abs(studentTQuantile(0.975, df) - expected)).toBeLessThan(1e-10);
  });

  test('approaches the normal quantile from above', () => {
    expect(studentTQuantile(0.975, 1e7)).toBeGreaterThan(Z95);
    expect(studentTQuantile(0.975, 1e7)).toBeCloseTo(Z95, 6);
  });

  test.each([
    [0.5, 1, 0.6475836176504333],
    [0, 4, 0.5],
    [-1, 1, 0.25],
    [2.228138851986274, 10, 0.975],
  ])('P(T ≤ %s) with %s degrees of freedom', (t, df, expected) => {
    expect(studentTCdf(t, df)).toBeCloseTo(expected, 12);
  });

  test('quantile inverts the distribution on both sides of the middle', () => {
    for (const p of [0.001, 0.2, 0.5, 0.7, 0.999]) {
      for (const df of [1, 4.5, 60, 900]) expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 12);
    }
  });

  test('refuses what is no probability and no degrees of freedom', () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => studentTQuantile(p, 5)).toThrow(RangeError);
    for (const df of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => studentTCdf(1, df)).toThrow(RangeError);
    }
  });

  test('incomplete beta agrees with its closed form for whole parameters', () => {
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴, B(2, 3) = 1/12
    for (const x of [0, 0.1, 0.5, 0.9, 1]) {
      expect(incompleteBeta(x, 2, 3, -Math.log(12))).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 14);
    }
  });
});
