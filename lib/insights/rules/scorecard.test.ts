import { describe, expect, test } from 'vitest';
import { measureView, stageView, touchpointView } from '@/components/journey/fixture';
import type { Tally } from '../../scoring/tally';
import { answersAt, parseOrder, type ScorecardOrder, scorecardOf } from './scorecard';

const low = measureView('ces', [30, 10, 0, 0, 0, 0, 0]);
const high = measureView('emotion', [0, 0, 0, 10, 30]);
const fallen = measureView('csat', [20, 20, 20, 20, 20], [0, 0, 0, 20, 80]);
const few = measureView('ces', [3, 0, 0, 0, 0, 0, 0]);

const map = {
  id: 'journey',
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

  test('counts the answers to every question of a touchpoint', () => {
    expect(answersAt({ measures: [low, few] })).toBe(43);
    expect(answersAt({ measures: [] })).toBe(0);
  });

  test('by score goes by what is believed of each: five bad answers are not the lowest, and say where they can stand', () => {
    const usual: Tally[] = [
      [20, 20, 25, 20, 15],
      [8, 10, 22, 35, 25],
      [6, 10, 20, 38, 26],
      [5, 8, 20, 40, 27],
      [4, 6, 14, 42, 34],
      [1, 2, 5, 32, 60],
    ];
    const measures = [[0, 3, 2, 0, 0], ...usual].map((tally) => measureView('emotion', tally));
    const stage = stageView(
      's',
      measures.map((measure, place) => touchpointView(String(place), { measures: [measure] })),
    );
    const lines = scorecardOf({ id: 'journey', stages: [stage] }, 'score');
    const raw = measures.map(({ score }) => score.value as number);
    expect(Math.min(...raw)).toBe(raw[0]);
    expect(lines.map(({ touchpoint }) => touchpoint.id).slice(0, 2)).toEqual(['1', '0']);
    expect(lines[0]?.rank).toEqual({ best: 6, worst: 7, of: 7 });
    expect(lines[1]?.rank?.best).toBeLessThan(lines[1]?.rank?.worst as number);
    expect(scorecardOf({ id: 'journey', stages: [stage] }, 'map')[0]?.rank).toBeNull();
  });

  test('by fall goes by what is left of it at least: a clear small fall stands before a large one that may be none', () => {
    const [clear, maybe, risen] = [
      measureView('csat', [200, 200, 200, 300, 300], [100, 100, 200, 400, 400]),
      measureView('csat', [3, 2, 1, 1, 1], [1, 1, 1, 2, 2]),
      measureView('csat', [0, 0, 0, 40, 40], [20, 20, 20, 20, 20]),
    ];
    expect(maybe.change?.delta).toBeLessThan(clear.change?.delta as number);
    const stage = stageView(
      's',
      Object.entries({ risen, maybe, clear }).map(([id, one]) => touchpointView(id, { measures: [one] })),
    );
    const lines = scorecardOf({ id: 'journey', stages: [stage] }, 'change');
    expect(lines.map(({ touchpoint }) => touchpoint.id)).toEqual(['clear', 'maybe', 'risen']);
  });

  test('loses and doubles no touchpoint', () => {
    for (const order of ['score', 'importance', 'gap', 'answers', 'change'] as const) {
      expect(ids(order).toSorted()).toEqual(ids('map').toSorted());
    }
  });
});
