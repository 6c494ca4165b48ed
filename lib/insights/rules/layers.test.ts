import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { LAYERS } from '../../journey/model/lanes';
import { ENGLISH } from '../../translate';
import type { TouchpointView } from '../model';
import { layerCell, layerLegend } from './layers';
import { strengthsOf } from './strengths';

const TEAMS = [
  { id: 'sales', name: 'Sales' },
  { id: 'field', name: 'Field ops' },
];
const CONTEXT = { minimumN: 5, today: '2026-03-31', reviewCadenceDays: null, stages: [], teams: TEAMS };
const EASY = measureView('ces', [0, 0, 0, 2, 8, 30, 40]);
const HARD = measureView('ces', [40, 30, 8, 2, 0, 0, 0]);
const GLAD = measureView('emotion', [0, 0, 5, 20, 40]);
const FEW = measureView('ces', [0, 0, 0, 0, 1, 1, 1]);

const cell = (layer: Parameters<typeof layerCell>[0], over: Partial<TouchpointView>, context = {}) =>
  layerCell(layer, touchpointView('a', over), { ...CONTEXT, ...context }, ENGLISH);

describe('the layers of a map', () => {
  test('say a number or a word for every touchpoint, and their legend knows every colour they use', () => {
    const touchpoints = [
      {},
      { asking: true },
      { measures: [EASY, GLAD], expectedEmotion: 1, answeredOn: '2026-03-30' },
      { measures: [HARD], answeredOn: '2025-11-01' },
      { measures: [FEW], expectedEmotion: 0, answeredOn: '2025-06-01' },
    ];
    for (const layer of LAYERS) {
      const known = layerLegend(layer, CONTEXT, ENGLISH).map(({ fill }) => fill.scale);
      for (const over of touchpoints) {
        const { text, fill } = cell(layer, over);
        expect(text).not.toBe('');
        expect(known).toContain(fill.scale);
        if (fill.scale === 'amount')
          expect(layerLegend(layer, CONTEXT, ENGLISH)).toContainEqual(expect.objectContaining({ fill }));
      }
    }
  });

  test('show the same numbers as the map, with interval and n', () => {
    expect(cell('score', { measures: [GLAD, EASY] })).toMatchObject({ text: '6.4' });
    expect(cell('score', { measures: [EASY] }).note).toMatch(/^CES 6\.\d … 6\.\d, n 80$/);
    expect(cell('emotion', { measures: [EASY, GLAD] })).toMatchObject({ text: '+1.5' });
    expect(cell('effort', { measures: [GLAD] })).toMatchObject({
      text: 'not asked',
      fill: { scale: 'none' },
    });
    expect(cell('volume', { measures: [EASY, GLAD] })).toMatchObject({ text: '145', note: 'CES 80, EMO 65' });
  });

  test('by team show the owner, which may be the stage’s, and the legend names who owns something', () => {
    const [sales, field] = TEAMS as [(typeof TEAMS)[0], (typeof TEAMS)[0]];
    const stage = { ...stageView('one', [touchpointView('a'), touchpointView('b', { owner: field })]) };
    const stages = [{ ...stage, owner: sales }];
    expect(cell('team', {}, { stages })).toEqual({
      fill: { scale: 'team', index: 0 },
      text: 'Sales',
      note: 'the stage’s owner',
    });
    expect(cell('team', { owner: field })).toMatchObject({ text: 'Field ops', fill: { index: 1 } });
    expect(cell('team', {})).toMatchObject({ text: 'no owner', fill: { scale: 'none' } });
    expect(layerLegend('team', { ...CONTEXT, stages: [stage] }, ENGLISH).map(({ text }) => text)).toEqual([
      'Field ops',
      'no owner',
    ]);
  });

  test('never colour a score below the minimum n', () => {
    for (const layer of ['score', 'effort'] as const) {
      expect(cell(layer, { measures: [FEW] })).toEqual({
        fill: { scale: 'none' },
        text: 'too few',
        note: 'CES, 3 of 5',
      });
    }
  });

  test('colour a gap only where it is clear', () => {
    expect(cell('gap', { measures: [GLAD], expectedEmotion: 1.5 })).toMatchObject({
      text: 'as expected',
      fill: { tone: 0 },
    });
    expect(cell('gap', { measures: [GLAD], expectedEmotion: -2 })).toMatchObject({
      text: '+3.5',
      fill: { tone: 1 },
    });
    expect(cell('gap', { measures: [GLAD] }).text).toBe('nothing expected');
    expect(cell('gap', { expectedEmotion: 1 }).text).toBe('not measured');
  });

  test('call answers fresh up to one cadence, ageing up to two, then stale', () => {
    const on = (answeredOn: string | null, reviewCadenceDays: number | null = null, context = {}) =>
      cell('freshness', { answeredOn, reviewCadenceDays }, context).text;
    expect([on('2025-12-31'), on('2025-12-30'), on('2025-10-02'), on('2025-10-01'), on(null)]).toEqual([
      'fresh',
      'ageing',
      'ageing',
      'stale',
      'never answered',
    ]);
    expect(on('2026-03-20', 7)).toBe('ageing');
    expect(on('2026-03-20', null, { reviewCadenceDays: 3 })).toBe('stale');
    expect(on('2026-03-20', 30, { reviewCadenceDays: 3 })).toBe('fresh');
  });

  test('tell from nobody asked to enough how well a touchpoint is covered', () => {
    const said = [
      {},
      { asking: true },
      { asking: true, measures: [FEW] },
      { measures: [FEW, EASY] },
      { measures: [measureView('ces', [0, 0, 0, 0, 0, 0, 0])] },
    ].map((over) => cell('coverage', over).text);
    expect(said).toEqual(['nobody asked', 'asking', 'too few', 'enough', 'no answers']);
  });
});

describe('strengths and weaknesses', () => {
  const standing = (id: string, measure = EASY) => touchpointView(id, { measures: [measure] });
  const middle = measureView('ces', [1, 1, 1, 2, 1, 1, 1]);

  test('are only what lies on one side of the middle with its whole interval', () => {
    const map = mapView([
      stageView('one', [standing('good'), standing('unclear', middle), touchpointView('never')]),
      stageView('two', [standing('bad', HARD), standing('few', FEW)]),
    ]);
    const found = strengthsOf(map);
    expect(found.strong.map(({ touchpoint }) => touchpoint.id)).toEqual(['good']);
    expect(found.weak.map(({ touchpoint }) => touchpoint.id)).toEqual(['bad']);
    expect(found.unclear).toBe(1);
  });

  test('name the clearest ones where there are many, and count the rest', () => {
    const good = measureView('ces', [0, 0, 0, 10, 40, 20, 5]);
    const best = measureView('ces', [0, 0, 0, 0, 0, 0, 90]);
    const map = mapView([
      stageView('one', [standing('a', good), standing('b', best), standing('c', good), standing('d', best)]),
    ]);
    const found = strengthsOf(map, 2);
    expect(found.strong.map(({ touchpoint }) => touchpoint.id)).toEqual(['b', 'd']);
    expect(found).toMatchObject({ moreStrong: 2, weak: [], moreWeak: 0 });
  });
});
