import { expect, test } from 'vitest';
import { penaltyReward } from './penalty-reward';
import { welch, welchP } from './welch';

const low = { mean: 4, variance: 5, n: 40 };
const middle = { mean: 7, variance: 4, n: 60 };
const high = { mean: 7.4, variance: 3, n: 100 };

test('tells what a bad experience goes along with from what a good one does, each with Welch’s interval', () => {
  const { penalty, reward } = penaltyReward({ low, middle, high }, 10, 5);
  expect(penalty).toEqual({ delta: -3, n: [40, 60], p: welchP(low, middle), ...welch(low, middle, 10) });
  expect(penalty?.high).toBeLessThan(0);
  expect(reward?.delta).toBeCloseTo(0.4, 12);
  expect(reward?.low).toBeLessThan(0);
  expect(reward?.high).toBeGreaterThan(0);
});

test('says nothing where a side has too few people', () => {
  const few = { ...low, n: 4 };
  expect(penaltyReward({ low: few, middle, high }, 10, 5).penalty).toBeNull();
  expect(penaltyReward({ low: few, middle, high }, 10, 5).reward).not.toBeNull();
  expect(penaltyReward({ low, middle: few, high }, 10, 5)).toEqual({ penalty: null, reward: null });
});
