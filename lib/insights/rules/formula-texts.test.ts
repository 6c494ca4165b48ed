import { expect, test } from 'vitest';
import { METRIC_IDS, METRICS } from '../../scoring/metrics';
import { FORMULA_TEXTS } from './formula-texts';

test('every formula can be said in the reader’s language, and none is listed that no metric has', () => {
  const measures = METRIC_IDS.flatMap((id) => [METRICS[id], METRICS[id].secondary ?? METRICS[id]]);
  expect(FORMULA_TEXTS.toSorted()).toEqual([...new Set(measures.map(({ inWords }) => inWords))].toSorted());
});
