import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { formatChange, formatInterval, formatScore } from '../../format';
import type { ImprovementView, Verdict } from '../../improvements/model';
import { sayIn } from '../../messages/say-in';
import { ENGLISH } from '../../translate';
import { type DigestMatter, digestOf, risenTheme } from './digest';
import { mineOf } from './mine';

const ME = 'me';
const owner = { ownerPerson: { id: ME, name: 'Ines' } };
const fell = measureView('csat', [90, 60, 20, 20, 20], [5, 5, 20, 60, 120]);
const rose = measureView('ces', [0, 0, 0, 5, 10, 60, 120], [60, 60, 30, 5, 5, 5, 5]);
const still = measureView('nps', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
const map = mapView([
  stageView('s', [
    touchpointView('1', { title: 'Pay', measures: [fell], ...owner }),
    touchpointView('2', { title: 'Call', measures: [rose, still], ...owner }),
    touchpointView('3', { title: 'Not mine', measures: [fell] }),
  ]),
]);
const matter = (over: Partial<DigestMatter> = {}): DigestMatter => ({
  mine: [{ ...mineOf(map, ME, ENGLISH), findings: [] }],
  ...{ signals: [], cases: [], improvements: [], theme: null, today: '2026-03-30' },
  ...over,
});
const improvement = (over: { title: string; state: string; doneOn: string | null; kind: Verdict['kind'] }) =>
  ({
    ...over,
    verdict: {
      kind: over.kind,
      metric: 'ces',
      effect: { delta: 0.8, low: 0.3, high: 1.4, p: 0.01, clearOn: null },
      after: { score: { n: 77 } },
    },
  }) as unknown as ImprovementView;

describe('what an owner is told', () => {
  test('is what changed beyond chance at their own touchpoints, with n, interval and change as on the map', () => {
    const { sections, heads } = digestOf(matter(), ENGLISH);
    expect(sections.map(({ title }) => title)).toEqual(['Fell beyond chance:', 'Rose beyond chance:']);
    const { value, low, high, n } = fell.score;
    const line = sections[0]?.lines[0] ?? '';
    expect(line).toContain(
      `Pay: ${fell.title} ${formatScore('csat', value)} (${formatInterval('csat', low, high)}, n ${n})`,
    );
    expect(line).toContain(formatChange('csat', fell.change?.delta ?? 0));
    expect(sections.flatMap(({ lines }) => lines).join()).not.toMatch(/Not mine|NPS/);
    expect(heads).toEqual(['1 score fell', '1 score rose']);
  });

  test('is nothing where there is nothing', () => {
    const calm = mapView([stageView('s', [touchpointView('1', { measures: [still], ...owner })])]);
    const mine = [{ ...mineOf(calm, ME, ENGLISH), findings: [] }];
    const cases = [{ title: 'Pay', open: 3, overdue: 0, fresh: 0 }];
    expect(digestOf(matter({ mine, cases }), ENGLISH)).toEqual({ sections: [], heads: [] });
    expect(digestOf(matter({ mine: [] }), ENGLISH).sections).toEqual([]);
  });

  test('has overdue and new cases, and verdicts of what goes on or was done lately', () => {
    const { sections, heads } = digestOf(
      matter({
        mine: [],
        cases: [{ title: 'Pay', open: 4, overdue: 2, fresh: 1 }],
        improvements: [
          improvement({ title: 'Goes on', state: 'doing', doneOn: null, kind: 'better' }),
          improvement({ title: 'Done lately', state: 'done', doneOn: '2026-03-20', kind: 'same' }),
          improvement({ title: 'Long ago', state: 'done', doneOn: '2026-01-01', kind: 'better' }),
          improvement({ title: 'Nothing yet', state: 'doing', doneOn: null, kind: 'unclear' }),
        ],
      }),
      ENGLISH,
    );
    const [cases, verdicts] = sections;
    expect(cases?.lines).toEqual(['Pay: 4 open cases, 2 overdue, 1 new this week']);
    expect(verdicts?.lines).toHaveLength(2);
    expect(verdicts?.lines[0]).toContain('Goes on: Better, CES +0.8 (could be +0.3 … +1.4), n 77 since');
    expect(heads).toEqual(['2 cases overdue', '2 verdicts']);
  });

  test('is in the owner’s language and never longer than a letter', () => {
    const cases = Array.from({ length: 40 }, (_, place) => ({
      title: `T${place}`,
      open: 1,
      overdue: 1,
      fresh: 0,
    }));
    const { sections } = digestOf(matter({ cases }), sayIn('de'));
    expect(sections.at(-1)?.lines).toHaveLength(7);
    expect(sections.at(-1)?.lines.at(-1)).toBe('und 34 weitere.');
    expect(sections[0]?.title).toBe('Mehr als zufällig gefallen:');
  });
});

describe('a theme that comes up more', () => {
  const names = new Map([
    ['a', 'Waiting'],
    ['b', 'Price'],
  ]);
  const talk = (total: number, a: number, b: number) => ({
    total,
    themes: new Map([
      ['a', a],
      ['b', b],
    ]),
  });

  test('is named with its share now and before, where that is beyond chance', () => {
    expect(risenTheme(names, talk(40, 20, 8), talk(160, 16, 32), 5)).toMatchObject({
      ...{ name: 'Waiting', n: 20, total: 40, before: 0.1 },
    });
  });

  test('is none where it may be chance, where few wrote of it, where it fell, or where nothing is known of before', () => {
    expect(risenTheme(names, talk(40, 6, 8), talk(160, 16, 32), 5)).toBeNull();
    expect(risenTheme(names, talk(8, 4, 0), talk(400, 1, 1), 5)).toBeNull();
    expect(risenTheme(names, talk(40, 0, 0), talk(160, 80, 90), 5)).toBeNull();
    expect(risenTheme(names, talk(40, 30, 0), talk(0, 0, 0), 5)).toBeNull();
  });
});
