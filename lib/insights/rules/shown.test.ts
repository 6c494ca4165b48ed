import { expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { shownOn } from './shown';

const SALES = { id: '0190a6d2-7a52-7bb1-8e11-4d7a7e3f0001', name: 'Sales' };
const FIELD = { id: '0190a6d2-7a52-7bb1-8e11-4d7a7e3f0002', name: 'Field ops' };
const MAP = mapView([
  stageView('first', [
    touchpointView('asked', { measures: [measureView('ces', [0, 0, 1, 2, 3, 2, 1])] }),
    touchpointView('asking', { asking: true, owner: FIELD }),
    touchpointView('moment', { moment: { polarity: 'build', reason: null } as never }),
  ]),
  {
    ...stageView('second', [
      touchpointView('of-stage'),
      touchpointView('own', { owner: FIELD, contributors: [SALES] }),
      touchpointView('other', { owner: FIELD }),
    ]),
    owner: SALES,
  },
]);
const shown = (show: Parameters<typeof shownOn>[1]) => [...(shownOn(MAP, show) ?? ['everything'])];

test('without a choice nothing steps back', () => {
  expect(shown(null)).toEqual(['everything']);
});

test('a team’s touchpoints are those it owns itself, through their stage, or helps with', () => {
  expect(shown(`team:${SALES.id}`)).toEqual(['of-stage', 'own']);
  expect(shown(`team:${FIELD.id}`)).toEqual(['asking', 'own', 'other']);
  expect(shown('team:0190a6d2-7a52-7bb1-8e11-4d7a7e3f0009')).toEqual([]);
});

test('moments, what nobody is asked about, and what nobody owns', () => {
  expect(shown('moments')).toEqual(['moment']);
  expect(shown('unasked')).toEqual(['moment', 'of-stage', 'own', 'other']);
  expect(shown('unowned')).toEqual(['asked', 'moment']);
});
