import { expect, test } from 'vitest';
import { METRICS } from '@/lib/scoring/metrics';
import { scoreRange } from './score-range';

test('the ranges of a metric cover its scale once, in order', () => {
  const ranges = (id: 'nps' | 'ces' | 'csat') =>
    [0, 1, 2].map((place) => scoreRange(METRICS[id], place, 'en'));
  expect(ranges('nps')).toEqual(['0–6', '7–8', '9–10']);
  expect(ranges('ces')).toEqual(['1–3', '4', '5–7']);
  expect(ranges('csat')).toEqual(['1–2', '3', '4–5']);
});

test('faces go by their labels, in the customer’s language', () => {
  expect([0, 1, 2].map((place) => scoreRange(METRICS.emotion, place, 'en'))).toEqual([
    'Awful, Bad',
    'Okay',
    'Good, Great',
  ]);
  expect(scoreRange(METRICS.emotion, 0, 'de')).toBe('Furchtbar, Schlecht');
});
