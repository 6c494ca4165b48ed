import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { JourneyMapView } from '@/lib/insights/model';
import { ENGLISH } from '@/lib/translate';
import { mapView, measureView, stageView, touchpointView } from './fixture';
import { MeasureCards } from './measure-cards';

const textOf = (map: JourneyMapView) =>
  renderToStaticMarkup(<MeasureCards map={map} t={ENGLISH} />)
    .replace(/<[^>]*>/g, '')
    .replace(/\s/g, ' ');

test('coverage tells how many touchpoints have enough answers and, apart from it, how many ask now', () => {
  const measures = [measureView('ces', [0, 0, 0, 0, 4, 3, 3])];
  const stage = stageView('s', [
    touchpointView('a', { measures, asking: true }),
    touchpointView('b', { measures }),
    touchpointView('c', { measures }),
    touchpointView('d', { title: 'Unpack' }),
  ]);
  const text = textOf(mapView([stage], { coverage: { measured: 3, touchpoints: 4 } }));
  expect(text).toContain('Touchpoints measured3 of 4 (75 %)');
  expect(text).toContain('1 asking now (25 %); still guesses: Unpack');
});

test('an empty map has no shares of nothing', () => {
  const text = textOf(mapView([]));
  expect(text).toContain('0 of 0');
  expect(text).not.toMatch(/%|NaN/);
});
