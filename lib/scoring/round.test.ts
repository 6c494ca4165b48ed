import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundHalfAway } from './round';

describe('rounding for display', () => {
  test.each([
    [-12.5, 0, -13],
    [12.5, 0, 13],
    [-0.4, 0, 0],
    [-0.04, 1, 0],
    [4.349, 1, 4.3],
    [4.35, 1, 4.4],
    [-4.35, 1, -4.4],
    [1.005, 2, 1.01],
    [0.145 * 100, 0, 15],
    [99.99, 1, 100],
  ])('%f to %i decimals is %f', (value, decimals, expected) => {
    expect(roundHalfAway(value, decimals)).toBe(expected);
  });

  test('never gives minus zero, and mirrors about 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, decimals) => {
          const rounded = roundHalfAway(value, decimals);
          expect(Object.is(rounded, -0)).toBe(false);
          expect(rounded + roundHalfAway(-value, decimals)).toBe(0);
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        },
      ),
    );
  });

  test('refuses what is no number', () => {
    expect(() => roundHalfAway(Number.NaN, 0)).toThrow(RangeError);
    expect(() => roundHalfAway(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError);
  });
});
