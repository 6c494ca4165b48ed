import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BeforeAfter, differenceInDifferences, placeboFails } from './difference-in-differences';
import { drawNormal } from './draws';
import { seededRandom } from './random';

const group = (before: number, after: number, variance = 0.001): BeforeAfter => ({
  before: { value: before, variance },
  after: { value: after, variance },
});

describe('difference in differences', () => {
  test('is the change of the one minus that of the other, with SE = √ΣSE²', () => {
    const found = differenceInDifferences(group(0.5, 0.7), [group(0.6, 0.65)], 1);
    expect(found?.effect).toBeCloseTo(0.15, 12);
    expect(found?.variance).toBeCloseTo(0.004, 12);
    expect(found?.interval.low).toBeCloseTo(0.15 - 1.959963984540054 * Math.sqrt(0.004), 12);
    expect(found?.heterogeneity).toBe(0);
  });

  test('takes others that moved apart as a sign of what may have moved the one', () => {
    // Computed with Python from DerSimonian & Laird's formulas.
    const others = [group(0, 0.05, 0.001), group(0, 0.2, 0.001), group(0, -0.02, 0.002)];
    const found = differenceInDifferences(group(0, 0.2), others, 1);
    expect(found?.heterogeneity).toBeCloseTo(0.0097875, 10);
    expect(found?.trend).toBeCloseTo(0.07666666666666667, 12);
    expect(found?.variance).toBeCloseTo(0.01593888888888889, 12);
    expect(found?.interval.low).toBeCloseTo(-0.12411077210117853, 12);
    expect(found?.interval.high).toBeCloseTo(0.3707774387678452, 12);
  });

  test('finds nothing where all moved alike, however much', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (shift) => {
        const found = differenceInDifferences(group(0.1, 0.1 + shift), [group(0.3, 0.3 + shift)], 1);
        expect(found?.effect).toBeCloseTo(0, 12);
        expect(placeboFails(group(0.1, 0.1 + shift), [group(0.3, 0.3 + shift)], 1)).toBe(false);
      }),
    );
  });

  test('a placebo date fails where one already moved away before', () => {
    expect(placeboFails(group(0.1, 0.5), [group(0.3, 0.3), group(0.2, 0.2)], 1)).toBe(true);
    expect(placeboFails(group(0.1, 0.5), [], 1)).toBeNull();
    expect(differenceInDifferences(group(0.1, 0.5), [], 1)).toBeNull();
  });

  test('covers the effect in about 95 of 100 cases, with a trend that all share', () => {
    const random = seededRandom(99);
    const around = (value: number) => value + drawNormal(random) * Math.sqrt(0.001);
    let covered = 0;
    for (let run = 0; run < 2000; run += 1) {
      const others = [0.4, 0.6].map((base) => group(around(base), around(base + 0.1)));
      const found = differenceInDifferences(group(around(0.2), around(0.2 + 0.1 + 0.15)), others, 1);
      if (found && found.interval.low <= 0.15 && 0.15 <= found.interval.high) covered += 1;
    }
    expect(covered / 2000).toBeGreaterThan(0.94);
  });
});
