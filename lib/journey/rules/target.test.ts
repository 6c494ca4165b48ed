import { expect, test } from 'vitest';
import { METRIC_IDS } from '../../scoring/metrics';
import { ENGLISH } from '../../translate';
import { ownUnits, scoreRange, shownUnits, targetFaults } from './target';

test('the ends of a score are those of its scale', () => {
  expect(METRIC_IDS.map((metric) => [metric, ...Object.values(scoreRange(metric))])).toEqual([
    ['nps', -1, 1],
    ['ces', 1, 7],
    ['csat', 0, 1],
    ['emotion', -2, 2],
    ['rating5', 1, 5],
    ['ease5', 1, 5],
  ]);
});

test('what is typed and what is stored are the same score', () => {
  expect(ownUnits('nps', 60)).toBe(0.6);
  expect(shownUnits('nps', 0.57)).toBe(57);
  expect(shownUnits('csat', ownUnits('csat', 74))).toBe(74);
  expect(ownUnits('ces', 5.5)).toBe(5.5);
});

test('a target has a metric and a score that the metric can have, or neither', () => {
  const paths = (targetMetric: 'nps' | 'ces' | null, targetValue: number | null) =>
    targetFaults({ targetMetric, targetValue }, ENGLISH).map(({ path }) => path);
  expect(paths(null, null)).toEqual([]);
  expect(paths('nps', -1)).toEqual([]);
  expect(paths('ces', 7)).toEqual([]);
  expect(paths('nps', 60)).toEqual(['targetValue']);
  expect(paths('ces', 0.5)).toEqual(['targetValue']);
  expect(paths('nps', null)).toEqual(['targetValue']);
  expect(paths(null, 5)).toEqual(['targetMetric']);
});

test('the refusal says what may be typed', () => {
  expect(targetFaults({ targetMetric: 'nps', targetValue: 2 }, ENGLISH)[0]?.message).toBe(
    'Give a score of −100 to 100.',
  );
});
