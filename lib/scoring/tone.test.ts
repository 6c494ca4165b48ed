import { expect, test } from 'vitest';
import { stepOf } from './tone';

test('five steps of equal width cover all tones, the ends included, and nothing falls beside them', () => {
  expect([-1, -0.61, -0.59, -0.21, -0.19, 0, 0.19, 0.21, 0.59, 0.61, 1].map(stepOf)).toEqual([
    0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4,
  ]);
  expect([-7, 7].map(stepOf)).toEqual([0, 4]);
});
