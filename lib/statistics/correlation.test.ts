import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlation } from './correlation';

const pair = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }));

test('gives the correlation and interval of scipy 1.17.1 (pearsonr): 0.8333, 0.3117 … 0.9690', () => {
  const found = correlation([2, 1, 4, 3, 7, 5, 8, 6].map((y, i) => [i + 1, y] as const));
  expect(found?.value).toBeCloseTo(0.8333333333333331, 12);
  expect(found?.low).toBeCloseTo(0.31169805718344, 12);
  expect(found?.high).toBeCloseTo(0.968989208891987, 12);
});

test('has the p-value of the same transformation, under 5 % exactly where the interval excludes 0', () => {
  // atanh(0.8333…)·√5 = 2.679 standard errors; scipy 1.17.1: 2·norm.sf of it.
  const found = correlation([2, 1, 4, 3, 7, 5, 8, 6].map((y, i) => [i + 1, y] as const));
  expect(found?.p).toBeCloseTo(0.00734182193, 9);
  fc.assert(
    fc.property(fc.array(pair, { minLength: 4, maxLength: 30 }), (pairs) => {
      const one = correlation(pairs);
      if (one !== null) expect(one.p < 0.05).toBe(one.low > 0 || one.high < 0);
    }),
  );
});

test('counts a pair as often as it says', () => {
  const pairs = [[1, 2, 3] as const, [2, 3] as const, [4, 3, 2] as const, [5, 9] as const];
  const apart = pairs.flatMap(([x, y, count = 1]) => Array.from({ length: count }, () => [x, y] as const));
  const together = correlation(pairs);
  expect(together?.n).toBe(7);
  expect(together?.value).toBeCloseTo(correlation(apart)?.value as number, 12);
});

test('says nothing of three pairs, or where one side never varies', () => {
  const three = [[1, 2] as const, [2, 3] as const, [3, 1] as const];
  expect(correlation(three)).toBeNull();
  expect(correlation([...three, [4, 4]])).not.toBeNull();
  expect(correlation([1, 2, 3, 4, 5].map((y) => [3, y] as const))).toBeNull();
});

test('is the same seen from either side, lies within −1…1 and within its interval', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 4, maxLength: 40 }), (pairs) => {
      const found = correlation(pairs);
      const turned = correlation(pairs.map(([x, y]) => [y, x] as const));
      if (found === null) return expect(turned).toBeNull();
      expect(turned?.value).toBeCloseTo(found.value, 12);
      expect(found.low).toBeGreaterThanOrEqual(-1);
      expect(found.low).toBeLessThanOrEqual(found.value);
      expect(found.high).toBeGreaterThanOrEqual(found.value);
      expect(found.high).toBeLessThanOrEqual(1);
    }),
  );
});
