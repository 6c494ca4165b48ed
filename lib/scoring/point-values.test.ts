import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS, METRICS } from './metrics';
import { answerMoments, badCounts, pointValues, satisfiedCounts } from './point-values';
import { emptyTally, tallyOf } from './tally';

test('each point counts as its metric says', () => {
  expect(pointValues(METRICS.nps)).toEqual([-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]);
  expect(pointValues(METRICS.csat)).toEqual([0, 0, 0, 1, 1]);
  expect(pointValues(METRICS.ces)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(pointValues(METRICS.emotion)).toEqual([-2, -1, 0, 1, 2]);
});

test.each(METRIC_IDS)('the mean of the points of %s is its score, and the variance is never 0', (id) => {
  const metric = METRICS[id];
  const { min, max } = metric.scale;
  fc.assert(
    fc.property(fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 40 }), (scores) => {
      const tally = tallyOf(metric.scale, scores);
      const moments = answerMoments(metric, tally);
      expect(moments?.mean).toBeCloseTo(metric.score(tally).value as number, 10);
      expect(moments?.n).toBe(scores.length);
      expect(moments?.variance).toBeGreaterThan(0);
    }),
  );
});

test('nobody has no moments', () => {
  expect(answerMoments(METRICS.nps, emptyTally(METRICS.nps.scale))).toBeNull();
});

test('bad and satisfied are the outer groups of the scale', () => {
  expect(badCounts(METRICS.nps, tallyOf(METRICS.nps.scale, [0, 6, 7, 9, 10]))).toEqual({ count: 2, n: 5 });
  expect(satisfiedCounts(METRICS.nps, tallyOf(METRICS.nps.scale, [0, 6, 7, 9, 10]))).toEqual({
    count: 2,
    n: 5,
  });
  expect(badCounts(METRICS.ces, tallyOf(METRICS.ces.scale, [1, 3, 4, 5]))).toEqual({ count: 2, n: 4 });
  expect(satisfiedCounts(METRICS.ces, tallyOf(METRICS.ces.scale, [1, 3, 4, 5]))).toEqual({ count: 1, n: 4 });
  expect(badCounts(METRICS.emotion, tallyOf(METRICS.emotion.scale, [-2, -1, 0, 2]))).toEqual({
    count: 2,
    n: 4,
  });
});
