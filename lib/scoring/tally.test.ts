import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addTallies,
  countBetween,
  countsByPoint,
  emptyTally,
  requireFit,
  sameTally,
  scalePoints,
  subtractTally,
  tallyCount,
  tallyOf,
} from './tally';

const FACES = { min: -2, max: 2 };
const scores = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 60 });

describe('tally', () => {
  test('counts each score at its point, with index 0 at the minimum', () => {
    expect(tallyOf(FACES, [2, -2, 0, 2])).toEqual([1, 0, 1, 0, 2]);
  });

  test('does not depend on the order of answers', () => {
    fc.assert(
      fc.property(scores, (list) => {
        expect(tallyOf(FACES, list.toReversed())).toEqual(tallyOf(FACES, list));
        expect(tallyOf(FACES, list.toSorted())).toEqual(tallyOf(FACES, list));
      }),
    );
  });

  test('of two lists together is the sum of both tallies', () => {
    fc.assert(
      fc.property(scores, scores, scores, (a, b, c) => {
        const sum = addTallies(tallyOf(FACES, a), tallyOf(FACES, b), tallyOf(FACES, c));
        expect(sum).toEqual(tallyOf(FACES, [...a, ...b, ...c]));
        expect(tallyCount(sum)).toBe(a.length + b.length + c.length);
      }),
    );
  });

  test('subtracting what was added gives back what was there', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const left = subtractTally(tallyOf(FACES, [...a, ...b]), tallyOf(FACES, b));
        expect(sameTally(left, tallyOf(FACES, a))).toBe(true);
      }),
    );
  });

  test('adding nobody changes nothing', () => {
    expect(addTallies([1, 0, 2, 0, 3], emptyTally(FACES))).toEqual([1, 0, 2, 0, 3]);
    expect(tallyCount(emptyTally(FACES))).toBe(0);
  });

  test('names every point as text, also those nobody chose', () => {
    expect(countsByPoint(FACES, [1, 0, 2, 0, 3])).toEqual({ '-2': 1, '-1': 0, '0': 2, '1': 0, '2': 3 });
    expect(Object.keys(countsByPoint({ min: 0, max: 10 }, emptyTally({ min: 0, max: 10 })))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect(scalePoints(FACES)).toEqual([-2, -1, 0, 1, 2]);
  });

  test('counts a range of points with both its ends', () => {
    expect(countBetween(FACES, [1, 2, 4, 8, 16], -1, 1)).toBe(14);
    expect(countBetween(FACES, [1, 2, 4, 8, 16], 2, 2)).toBe(16);
  });

  test('tells tallies apart by count, place and length', () => {
    expect(sameTally([1, 2], [1, 2])).toBe(true);
    expect(sameTally([1, 2], [2, 1])).toBe(false);
    expect(sameTally([1, 2], [1, 2, 0])).toBe(false);
  });

  test.each([3, -3, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s as a score of −2…2', (score) => {
    expect(() => tallyOf(FACES, [score])).toThrow(RangeError);
  });

  test('refuses to combine tallies of different scales', () => {
    expect(() => addTallies([1, 2, 3], [1, 2])).toThrow(RangeError);
    expect(() => subtractTally([1, 2], [1, 2, 0])).toThrow(RangeError);
  });

  test('refuses counts that count nothing: negative, broken, or more taken than there', () => {
    expect(() => addTallies([-1, 0])).toThrow(RangeError);
    expect(() => addTallies([1, 0], [0.5, 0])).toThrow(RangeError);
    expect(() => addTallies([5, 0], [-1, 0])).toThrow(RangeError);
    expect(() => subtractTally([1, 0], [0, 1])).toThrow(RangeError);
    expect(() => requireFit(FACES, [0, 0, Number.NaN, 0, 0])).toThrow(RangeError);
    expect(() => countsByPoint(FACES, [1, 2, 3])).toThrow(RangeError);
  });
});
