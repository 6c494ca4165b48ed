import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logOdds } from './log-odds';

describe('log-odds with a Dirichlet prior', () => {
  // Python 3 by the formula of the source.
  test.each([
    [{ count: 20, n: 500 }, { count: 5, n: 700 }, 0.5, 100, 1.6312241171029016, 3.3969193427767155],
    [{ count: 0, n: 50 }, { count: 9, n: 50 }, 0.5, 20, -3.083122366700391, -2.124895450562899],
  ])('equals the formula', (first, second, alpha, total, delta, z) => {
    const found = logOdds(first, second, alpha, total);
    expect(found.delta).toBeCloseTo(delta, 12);
    expect(found.z).toBeCloseTo(z, 12);
  });

  test('the groups exchanged turn the sign, and equal groups give 0', () => {
    const side = fc.nat(200).chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }));
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(logOdds(a, b, 0.5, 50).z).toBeCloseTo(-logOdds(b, a, 0.5, 50).z, 10);
        expect(logOdds(a, a, 0.5, 50).z).toBe(0);
      }),
    );
  });

  test('a word used once weighs less than one that is used often, at the same odds', () => {
    const rare = logOdds({ count: 1, n: 10 }, { count: 0, n: 10 }, 0.5, 50);
    const often = logOdds({ count: 100, n: 1000 }, { count: 0, n: 1000 }, 0.5, 50);
    expect(Math.abs(rare.z)).toBeLessThan(often.z);
  });

  test('what is no count or no prior is refused', () => {
    expect(() => logOdds({ count: 3, n: 2 }, { count: 0, n: 2 }, 1, 2)).toThrow(RangeError);
    expect(() => logOdds({ count: 1, n: 2 }, { count: 0, n: 2 }, 0, 2)).toThrow(RangeError);
  });
});
