import { describe, expect, test } from 'vitest';
import { measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { parseOrder, type ScorecardOrder, scorecardOf } from './scorecard';

const low = measureView('ces', [30, 10, 0, 0, 0, 0, 0]);
const high = measureView('emotion', [0, 0, 0, 10, 30]);
const fallen = measureView('csat', [20, 20, 20, 20, 20], [0, 0, 0, 20, 80]);
const few = measureView('ces', [3, 0, 0, 0, 0, 0, 0]);

const map = {
  stages: [
    stageView('s', [
      touchpointView('high', { measures: [high], importanceCustomer: 2, expectedEmotion: 2 }),
      touchpointView('nobody'),
    ]),
    stageView('t', [
      touchpointView('low', { measures: [low], importanceCustomer: 5 }),
      touchpointView('few', { measures: [few] }),
      touchpointView('fallen', { measures: [fallen] }),
    ]),
  ],
};
const ids = (order: ScorecardOrder) => scorecardOf(map, order).map(({ touchpoint }) => touchpoint.id);

describe('the order of a scorecard', () => {
  test('is the map’s where nothing else is asked, or nothing that is known', () => {
    expect(ids(parseOrder('constructor'))).toEqual(['high', 'nobody', 'low', 'few', 'fallen']);
    expect(ids(parseOrder(null))).toEqual(ids('map'));
  });

  test('puts first what most needs a look, and last what cannot be told', () => {
    expect(ids('score')).toEqual(['low', 'fallen', 'high', 'nobody', 'few']);
    expect(ids('importance').slice(0, 2)).toEqual(['low', 'high']);
    expect(ids('gap')[0]).toBe('high');
    expect(ids('answers')).toEqual(['few', 'high', 'low', 'fallen', 'nobody']);
    expect(ids('change')[0]).toBe('fallen');
  });

  test('loses and doubles no touchpoint', () => {
    for (const order of ['score', 'importance', 'gap', 'answers', 'change'] as const) {
      expect(ids(order).toSorted()).toEqual(ids('map').toSorted());
    }
  });
});
