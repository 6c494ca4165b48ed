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

test('what others have published of the same metric and scale stands beside the whole journey, with source and year', () => {
  const nps = measureView('nps', [1, 0, 0, 0, 0, 0, 1, 2, 2, 4, 10]);
  const elsewhere = { id: 'b', metric: 'nps' as const, value: 0.31, link: null, n: null };
  const html = renderToStaticMarkup(
    <MeasureCards
      map={mapView([], { measures: [nps] })}
      benchmarks={[
        { ...elsewhere, scale: '0…10', source: 'A report', year: 2025 },
        { ...elsewhere, id: 'c', scale: '1…5', source: 'Another scale', year: 2024 },
      ]}
      t={ENGLISH}
    />,
  );
  const text = html.replace(/<[^>]*>/g, '').replace(/\s/g, ' ');
  expect(text).toContain('Elsewhere: +31 A report, 2025');
  expect(text).not.toContain('Another scale');
});
