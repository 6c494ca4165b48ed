import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg';
import { holm } from './holm';

// Fifteen p-values of Benjamini & Hochberg (1995), section 3.
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

const PS = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('Benjamini–Hochberg', () => {
  test('finds the four of the paper at 5 %, with the adjusted values of scipy 1.17.1', () => {
    const adjusted = benjaminiHochberg(PUBLISHED);
    [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875,
      0.753231, 0.813214, 1,
    ].forEach((value, place) => {
      expect(adjusted[place]).toBeCloseTo(value, 6);
    });
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  });

  test('never lowers a p, keeps its order, and leaves a single one as it is', () => {
    fc.assert(
      fc.property(PS, (ps) => {
        const adjusted = benjaminiHochberg(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          ps.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
      }),
    );
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  test('says the same in whatever order the comparisons come', () => {
    fc.assert(
      fc.property(PS, (ps) => {
        expect(benjaminiHochberg([...ps].reverse())).toEqual(benjaminiHochberg(ps).reverse());
      }),
    );
  });

  test('refuses what is no p-value', () => {
    expect(() => benjaminiHochberg([0.1, 1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});

describe('Holm', () => {
  test('finds the three of the same paper that hold against any false finding', () => {
    expect(holm(PUBLISHED).filter((p) => p <= 0.05)).toHaveLength(3);
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });

  test('is never more generous than Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(PS, (ps) => {
        const generous = benjaminiHochberg(ps);
        holm(ps).forEach((p, place) => {
          expect(p).toBeGreaterThanOrEqual((generous[place] as number) - 1e-12);
        });
      }),
    );
  });
});
