import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mannWhitney } from './mann-whitney';
import { fisherTwoSided, twoShareTest } from './two-share-test';

describe('the test of two shares', () => {
  test('is the N − 1 test (by scipy 1.17.1 from the formula)', () => {
    expect(twoShareTest({ count: 56, n: 70 }, { count: 48, n: 80 })).toEqual({
      p: expect.closeTo(0.008258287929380758, 10),
      method: 'n-1-z',
    });
    expect(twoShareTest({ count: 96, n: 120 }, { count: 40, n: 80 })?.p).toBeCloseTo(8.80920729502481e-6, 12);
  });

  test("is Fisher's exact test where less than one answer would be expected somewhere", () => {
    expect(twoShareTest({ count: 0, n: 1000 }, { count: 3, n: 500 })?.method).toBe('n-1-z');
    expect(twoShareTest({ count: 0, n: 1000 }, { count: 2, n: 500 })).toEqual({
      p: expect.closeTo(0.1109628641, 9),
      method: 'fisher',
    });
  });

  // scipy 1.17.1, stats.fisher_exact.
  test.each([
    [3, 10, 0, 12, 0.07792207792207792],
    [1, 10, 11, 14, 0.0027594561852200836],
    [0, 1000, 3, 503, 0.037333595919039626],
  ])('gives the exact p of %d of %d against %d of %d', (x, n, y, m, p) => {
    expect(fisherTwoSided({ count: x, n }, { count: y, n: m })).toBeCloseTo(p, 9);
  });

  test('has p = 1 where all answered alike, and none without answers', () => {
    expect(twoShareTest({ count: 5, n: 5 }, { count: 9, n: 9 })?.p).toBe(1);
    expect(twoShareTest({ count: 0, n: 0 }, { count: 9, n: 9 })).toBeNull();
  });

  test('is the same whichever side comes first', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, part]) => ({ count: Math.round(n * part), n }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const p = twoShareTest(a, b)?.p as number;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(twoShareTest(b, a)?.p).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('Mann–Whitney', () => {
  test('gives the U and p of scipy 1.17.1 for answers with ties', () => {
    // 1 1 2 3 5 5 5 against 2 3 4 5 5 4 3 2, stats.mannwhitneyu(method='asymptotic').
    const found = mannWhitney([2, 1, 1, 0, 3], [0, 2, 2, 2, 2]);
    expect(found?.u).toBe(25);
    expect(found?.p).toBeCloseTo(0.7661654608049862, 10);
    expect(found?.superiority).toBeCloseTo(25 / 56, 12);
  });

  test('knows the ends: all above, all below, all equal, nobody', () => {
    expect(mannWhitney([0, 0, 4], [4, 0, 0])?.superiority).toBe(1);
    expect(mannWhitney([4, 0, 0], [0, 0, 4])?.superiority).toBe(0);
    expect(mannWhitney([0, 3, 0], [0, 5, 0])).toEqual({ p: null, superiority: 0.5, u: 7.5 });
    expect(mannWhitney([0, 0, 0], [1, 0, 0])).toBeNull();
  });

  test('says the opposite when the groups are exchanged', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const there = mannWhitney(a, b);
        const back = mannWhitney(b, a);
        if (!there || !back) return;
        expect(there.superiority + back.superiority).toBeCloseTo(1, 12);
        if (there.p !== null) expect(back.p).toBeCloseTo(there.p, 12);
      }),
    );
  });

  test('does not compare different scales', () => {
    expect(() => mannWhitney([1, 2], [1, 2, 3])).toThrow(RangeError);
  });
});
