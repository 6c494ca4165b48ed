import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { formatInterval, formatScore } from '../../format';
import { LANES } from '../../journey/model/lanes';
import { sayIn } from '../../messages/say-in';
import { ENGLISH } from '../../translate';
import { mapScenes } from '../rules/picture/map-scenes';
import { INKS, type Scene, STEPS } from '../rules/picture/scene';
import { textLines } from '../rules/picture/text-lines';
import { measureText } from './fonts';
import { pdfOf } from './pdf';
import { svgOf } from './svg';

const OPTIONS = {
  t: ENGLISH,
  lanes: LANES,
  filterText: 'everybody',
  source: 'milepost.example',
  across: null,
};
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }));

const maps = fc
  .array(
    fc.record({
      title: words,
      touchpoints: fc.array(
        fc.record({ title: words, emotion: fc.option(fc.constant(0.5), { nil: null }), n: fc.nat(80) }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 5 },
  )
  .map((stages) => {
    let id = 0;
    return mapView(
      stages.map(({ title, touchpoints }, index) => ({
        ...stageView(String(index), []),
        title,
        touchpoints: touchpoints.map((one) => {
          id += 1;
          return touchpointView(String(id), {
            title: one.title,
            expectedEmotion: one.emotion,
            moment: one.n % 2 === 0 ? { polarity: 'both', reason: null } : null,
            measures:
              one.n === 0
                ? []
                : [
                    measureView('ces', [0, 0, 0, one.n, 0, 3, one.n]),
                    measureView('emotion', [one.n, 0, 1, 0, one.n]),
                  ],
          });
        }),
      })),
      { title: stages[0]?.title || 'Map', statements: [statement('1')] },
    );
  });

describe('the picture of a map', () => {
  test('no text is wider than it says or leaves the picture, and no line lies outside', () => {
    fc.assert(
      fc.property(maps, fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), (map, across) => {
        for (const scene of mapScenes(map, { ...OPTIONS, across }, measureText))
          expect(faultsOf(scene)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('every touchpoint is on exactly one page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, across) => {
        const touchpoints = Array.from({ length: count }, (_, index) =>
          touchpointView(`${index}`, { title: `T${index}` }),
        );
        const scenes = mapScenes(mapView([stageView('1', touchpoints)]), { ...OPTIONS, across }, measureText);
        const texts = scenes.flatMap(({ items }) =>
          items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
        );
        for (const { title } of touchpoints) expect(texts.filter((text) => text === title)).toHaveLength(1);
        for (const { width } of scenes)
          expect(width).toBeLessThanOrEqual(Math.max(1_072, 188 + across * 156));
      }),
      { numRuns: 30 },
    );
  });

  test('lines of a text fit their box and keep its words', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (text, width) => {
        const lines = textLines(text, width, 12, 400, 100, measureText);
        for (const line of lines)
          expect(measureText(line, 12, 400) <= width || [...line].length === 1).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(textLines(text, width, 12, 400, 2, measureText).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('says the number, interval and n of every score it colours', () => {
    const measure = measureView('ces', [1, 2, 3, 4, 5, 20, 30]);
    const map = mapView([stageView('1', [touchpointView('1', { measures: [measure] })])]);
    const svg = svgOf(mapScenes(map, OPTIONS, measureText)[0] as Scene);
    const { value, low, high } = measure.score;
    for (const text of ['CES', formatScore('ces', value), 'n 65', formatInterval('ces', low, high)]) {
      expect(svg.includes(`>${text}</text>`), text).toBe(true);
    }
  });

  test('speaks the language of whoever asked for it, numbers and days included', () => {
    const measure = measureView('ces', [1, 2, 3, 4, 5, 20, 30]);
    const map = mapView([stageView('1', [touchpointView('1', { measures: [measure] })])]);
    const svg = svgOf(mapScenes(map, { ...OPTIONS, t: sayIn('de') }, measureText)[0] as Scene);
    const { value, low, high } = measure.score;
    for (const text of [
      'Touchpoints',
      'Schlüsselmoment',
      formatScore('ces', value, 'de'),
      formatInterval('ces', low, high, 'de'),
    ]) {
      expect(svg.includes(`>${text}</text>`), text).toBe(true);
    }
    expect(svg).not.toContain('Stage and owner');
    expect(svg).not.toContain('moment that matters');
  });

  test('is well-formed XML whatever stands in it, with its typeface and no other address', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const svg = svgOf(mapScenes(map, OPTIONS, measureText)[0] as Scene);
        expect(/[<>&]/.test(svg.replace(/<\/?[a-z][^<>]*>|&#\d+;/g, ''))).toBe(false);
        expect(svg.match(/url\((?!data:font\/woff2)/)).toBeNull();
        expect(svg.includes('@font-face')).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('is a PDF with a page for each part, in every script', async () => {
    const titles = ['Größe', 'Путь клиента', 'Διαδρομή', 'Łódź', 'Đường', '旅程', '🚚'];
    const map = mapView([
      stageView(
        '1',
        titles.map((title, index) => touchpointView(`${index}`, { title })),
      ),
    ]);
    for (const [paper, across, pages] of [
      ['fit', null, 1],
      ['a3', 4, 2],
    ] as const) {
      const bytes = await pdfOf(mapScenes(map, { ...OPTIONS, across }, measureText), paper);
      const text = Buffer.from(bytes).toString('latin1');
      expect(text.slice(0, 5)).toBe('%PDF-');
      expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages);
    }
  }, 30_000);

  test('uses the colours of the screen', () => {
    const css = readFileSync('app/globals.css', 'utf8').split('@layer base')[0] ?? '';
    for (const [name, ink] of Object.entries(INKS)) expect(css).toContain(`--color-${name}: ${ink};`);
    STEPS.forEach(({ fill, ink }, index) => {
      expect(css).toContain(`--color-score-${index + 1}: ${fill};`);
      expect(css).toContain(`--color-on-score-${index + 1}: ${ink};`);
    });
  });
});

/** Where a picture breaks its bounds; expecting each item by itself would take longer than drawing them. */
function faultsOf({ width, height, items }: Scene): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'text') {
      const measured = Math.abs(measureText(item.text, item.size, item.weight) - item.width) < 0.001;
      // One sign alone may be wider than its box; nothing else is.
      const across = item.x >= 0 && ([...item.text].length < 3 || item.x + item.width <= width - 30);
      return measured && across && item.y <= height - 10 ? [] : [JSON.stringify(item)];
    }
    if (item.kind !== 'rect') return [];
    const sized = item.width > 0 && item.height > 0;
    return sized && item.x + item.width <= width && item.y + item.height <= height
      ? []
      : [JSON.stringify(item)];
  });
}

function statement(touchpointId: string) {
  return {
    ...{ id: 's', stageId: null, touchpointId, kind: 'pain' as const, effect: null, personaId: null },
    ...{
      text: 'Nobody knew my order when I called.',
      claimed: 'assumption' as const,
      state: 'assumption' as const,
    },
    ...{ expiresOn: null, createdOn: '2026-01-01', evidence: [] },
  };
}
