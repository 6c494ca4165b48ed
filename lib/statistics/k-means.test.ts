import { describe, expect, test } from 'vitest';
import { kMeans, type SparseVector } from './k-means';
import { seededRandom } from './random';

const random = seededRandom(7);
/** Twenty vectors around each of three axes, the last one of nothing. */
const planted = Array.from({ length: 60 }, (_, place): SparseVector => {
  const axis = place % 3;
  return new Map([
    [axis * 10, 2 + random()],
    [axis * 10 + 1, random()],
    [99, random() * 0.5],
  ]);
});

describe('k-means on directions', () => {
  test('planted groups are found again, whatever the seed', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const groups = kMeans(planted, 3, { seed });
      for (const axis of [0, 1, 2]) {
        const own = new Set(groups.filter((_, place) => place % 3 === axis));
        expect(own.size).toBe(1);
      }
      expect(new Set(groups).size).toBe(3);
    }
  });

  test('the same seed gives the same groups', () => {
    expect(kMeans(planted, 5, { seed: 3 })).toEqual(kMeans(planted, 5, { seed: 3 }));
  });

  test('length says nothing, only direction', () => {
    const longer = planted.map((one) => new Map([...one].map(([at, value]) => [at, value * 100])));
    expect(kMeans(longer, 3, { seed: 3 })).toEqual(kMeans(planted, 3, { seed: 3 }));
  });

  test('a vector of nothing belongs nowhere, and no groups are made of nothing', () => {
    expect(kMeans([new Map(), new Map([[1, 2]])], 4, { seed: 1 })).toEqual([null, 0]);
    expect(kMeans([], 2, { seed: 1 })).toEqual([]);
    expect(() => kMeans([], 0, { seed: 1 })).toThrow(RangeError);
  });
});
