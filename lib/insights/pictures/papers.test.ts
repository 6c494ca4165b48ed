import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { formatInterval, formatScore } from '../../format';
import { sayIn } from '../../messages/say-in';
import { ENGLISH } from '../../translate';
import type { Scene } from '../rules/picture/scene';
import { scorecardScenes } from '../rules/picture/scorecard-scenes';
import { A4, summaryScene } from '../rules/picture/summary-scene';
import { scorecardOf } from '../rules/scorecard';
import { summaryOf } from '../rules/summary';
import { measureText } from './fonts';
import { pdfOf } from './pdf';

const long = 'Donaudampfschifffahrtsgesellschaftskapitän wartet und wartet auf eine Antwort '.repeat(4);
const quote = {
  ...{ placementId: 'p', responseId: 'r', comment: long, metric: 'ces' as const, score: 1 },
  ...{ source: 'link' as const, persona: null, receivedAt: new Date('2026-03-01T09:00:00Z') },
};

const bad = measureView('ces', [40, 20, 5, 0, 0, 0, 0]);
const good = measureView('ces', [0, 0, 0, 1, 2, 20, 40]);
const map = mapView(
  ['One', 'Two', 'Three'].map((title, stage) => ({
    ...stageView(title, []),
    title,
    measures: [stage === 0 ? bad : good],
    touchpoints: [0, 1].map((place) =>
      touchpointView(`${stage}${place}`, {
        title: `${title} ${place} ${long}`,
        measures: [stage === 0 && place === 0 ? bad : good],
        quote,
      }),
    ),
  })),
  { title: `Journey ${long}`, measures: [good], objective: long },
);
const published = {
  ...{ id: 'b', metric: 'ces' as const, value: 5.6, scale: '1…7' as const },
  ...{ source: 'A study of broadband', link: null, year: 2025, n: 1_204 },
};
const options = {
  ...{ t: ENGLISH, filterText: 'everybody, all sources', source: 'https://milepost.example/j' },
  benchmarks: [published, { ...published, id: 'other', metric: 'nps' as const, source: 'Another scale' }],
};
const textOf = ({ items }: Scene) =>
  items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ');

describe('the summary on paper', () => {
  const scene = summaryScene(map, summaryOf(map, []), options, measureText);

  test('says the numbers of the screen with intervals and n, its filter and its source', () => {
    const text = textOf(scene);
    const { value, low, high, n } = bad.score;
    for (const said of [
      `(${formatInterval('ces', low, high)}, n ${n})`,
      formatScore('ces', value),
      'everybody, all sources',
      'https://milepost.example/j',
      'Weakest',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('says what was published elsewhere of the same metric, and what does not follow the filter', () => {
    const text = textOf(scene);
    expect(text).toContain('Elsewhere: 5.6 A study of broadband, 2025, n 1,204');
    expect(text).not.toContain('Another scale');
    expect(text).toContain('Improvements do not follow the filter');
    const few = mapView([], { measures: [{ ...good, shown: false }] });
    expect(textOf(summaryScene(few, summaryOf(few, []), options, measureText))).not.toContain('Elsewhere');
  });

  test('tells by how much the last fixes moved a score, not their verdict alone', () => {
    const verdict = {
      ...{ kind: 'worse', metric: 'ces', method: 'difference-in-differences' },
      effect: { delta: -1.8, low: -2.1, high: -1.5 },
      after: { score: { n: 412 } },
    };
    const summary = { ...summaryOf(map, []), done: [{ title: 'New page', verdict } as never] };
    const text = textOf(summaryScene(map, summary, options, measureText));
    expect(text).toContain('Worse, CES −1.8 (could be −2.1 … −1.5), n 412 since');
  });

  test('leaves nothing outside the sheet, however long titles and comments are', () => {
    for (const item of scene.items) {
      if (item.kind !== 'text') continue;
      expect(item.x + item.width, item.text).toBeLessThanOrEqual(A4.width - 30);
      expect(item.y).toBeLessThanOrEqual(scene.height);
    }
  });

  test('tells whoever hears it every text once and as what', () => {
    const told = (scene.tags ?? []).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, place) => from + place),
    );
    expect(new Set(told).size).toBe(told.length);
    scene.items.forEach((item, place) => {
      expect(told.includes(place), JSON.stringify(item)).toBe(item.kind === 'text');
    });
    expect(scene.tags?.[0]?.role).toBe('H1');
  });

  test('is a tagged PDF of one page in the language of whoever asked', async () => {
    const said = sayIn('de');
    const german = summaryScene(map, summaryOf(map, []), { ...options, t: said }, measureText);
    expect(textOf(german)).toContain('Am schwächsten');
    const bytes = Buffer.from(await pdfOf([german], 'a4')).toString('latin1');
    expect(bytes.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(bytes).toContain('/Lang (de)');
    expect(bytes).toMatch(/\/MarkInfo/);
    for (const role of ['H1', 'H2', 'LI', 'Table', 'TR', 'TH', 'TD']) expect(bytes).toContain(`/S /${role}`);
  });
});

test('what was blacked out is a bar, and the words beside it stay text', async () => {
  const words = { ...quote, comment: 'Then █████ left.' };
  const touchpoints = [
    touchpointView('1', { measures: [bad], quote: words }),
    touchpointView('2', { measures: [good] }),
  ];
  const one = mapView([stageView('s', touchpoints)]);
  const scene = summaryScene(one, summaryOf(one, []), options, measureText);
  expect(textOf(scene)).toContain('█████');
  const length = async (of: Scene) => (await pdfOf([of], 'a4')).length;
  const plain = {
    ...scene,
    items: scene.items.map((item) =>
      item.kind === 'text' ? { ...item, text: item.text.replace(/█/g, '\u65e5') } : item,
    ),
  };
  // Signs that the typeface lacks are drawn as the sign for that, which a bar is not.
  expect(await length(scene)).not.toBe(await length(plain));
});

test('a scorecard of many touchpoints goes on to further sheets, each with its headings, every touchpoint once', () => {
  const touchpoints = Array.from({ length: 50 }, (_, place) =>
    touchpointView(`${place}`, { title: `Touchpoint no. ${place}.`, measures: [good] }),
  );
  const many = mapView([stageView('s', touchpoints)]);
  const scenes = scorecardScenes(many, scorecardOf(many, 'map'), options, measureText);
  expect(scenes.length).toBeGreaterThan(2);
  const all = scenes.map(textOf);
  for (const text of all) expect(text).toContain('Importance');
  for (const { title } of touchpoints) {
    expect(all.join(' ').split(title)).toHaveLength(2);
  }
  for (const { items, height } of scenes) {
    for (const item of items) if (item.kind === 'text') expect(item.y).toBeLessThan(height - 20);
  }
});
