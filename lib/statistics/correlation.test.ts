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
