import { expect, test } from 'vitest';
import { channelScores } from './channel-scores';
import type { Counted } from './counted';

const counted = (...slices: number[][]): Counted => ({
  ...{ metric: 'csat', wording: 'csat@1', title: 'CSAT', slices, previous: [0, 0, 0, 0, 0] },
});

test('channels and what is in none of them are all answers, each once', () => {
  const all = counted([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]);
  const views = channelScores(
    [all],
    [
      { channel: 'phone', counted: [counted([1, 1, 3, 3, 0])] },
      { channel: 'app', counted: [] },
    ],
    5,
  );
  expect(views.map(({ channel }) => channel)).toEqual(['phone', 'app', null]);
  expect(views.map(({ measures }) => measures[0]?.score.n)).toEqual([8, 0, 22]);
  expect(views[2]?.measures[0]?.tally).toEqual([5, 5, 3, 3, 6]);
  expect(views[1]?.measures[0]).toMatchObject({
    shown: false,
    score: { value: null, low: null, high: null },
  });
});

test('nothing is told of no channel where every answer has one', () => {
  const all = counted([1, 2, 3, 4, 5]);
  expect(channelScores([all], [{ channel: 'phone', counted: [all] }], 5)).toHaveLength(1);
});

test('an answer that comes between the two countings is shown in its channel, and nowhere as less than nothing', () => {
  const views = channelScores(
    [counted([1, 0, 0, 0, 0])],
    [{ channel: 'phone', counted: [counted([2, 0, 0, 0, 0])] }],
    5,
  );
  expect(views.map(({ measures }) => measures[0]?.tally)).toEqual([[2, 0, 0, 0, 0]]);
});

test('nothing is told apart where there is one channel, or no answer', () => {
  expect(channelScores([counted([1, 0, 0, 0, 0])], [], 5)).toEqual([]);
  expect(channelScores([], [{ channel: 'phone', counted: [] }], 5)).toEqual([]);
});
