import { describe, expect, test } from 'vitest';
import { METRICS } from '../../scoring/metrics';
import { drawCounts } from '../../statistics/draws';
import { seededRandom } from '../../statistics/random';
import type { JourneyMapView } from '../model';
import { type Counted, countedBySubject, measureView, type SliceCounts } from './counted';
import { EVERYTHING } from './filter';
import {
  channelsTogether,
  heldAgainst,
  lessThose,
  type SideChoices,
  sharedFilter,
  sideBySide,
  sideFilter,
  sidesOf,
  standingOut,
  turnedRound,
} from './side-by-side';

const MOVER = '0198a1b2-0000-7000-8000-000000000001';
const RENTER = '0198a1b2-0000-7000-8000-000000000002';
const PERIOD = {
  from: '2026-08-25',
  to: '2026-11-22',
  previousFrom: '2026-05-27',
  previousTo: '2026-08-24',
};
const FILTER = { ...EVERYTHING, from: PERIOD.from, to: PERIOD.to };
const CHOICES: SideChoices = {
  persona: [MOVER, RENTER],
  channel: ['phone', 'website', 'app'],
  segment: ['pro'],
  source: ['email', 'link'],
};
const asked = (text: string, over: Partial<typeof FILTER> = {}, choices = CHOICES) =>
  sidesOf(new URLSearchParams(text), { ...FILTER, ...over }, PERIOD, choices);

describe('what is held against what', () => {
  test('is what the address says', () => {
    expect(asked(`by=persona&a=${RENTER}&b=${MOVER}`)).toEqual({
      ...{ by: 'persona', a: RENTER, b: MOVER, problem: null },
    });
    expect(asked('by=channel&a=app&b=phone')).toMatchObject({ a: 'app', b: 'phone', problem: null });
    expect(asked('by=period&a=2026-01-01&a=2026-01-31&b=2026-02-01&b=2026-02-28')).toEqual({
      by: 'period',
      a: { from: '2026-01-01', to: '2026-01-31' },
      b: { from: '2026-02-01', to: '2026-02-28' },
      problem: null,
    });
  });

  test('is chosen where the address leaves it open: what the filter names goes first', () => {
    expect(asked('')).toMatchObject({ by: 'persona', a: MOVER, b: RENTER });
    expect(asked('', { persona: RENTER })).toMatchObject({ a: RENTER, b: MOVER });
    expect(asked('by=channel', { channels: ['website'] })).toMatchObject({ a: 'website', b: 'phone' });
    expect(asked('by=channel&b=phone')).toMatchObject({ a: 'website', b: 'phone' });
    expect(asked('by=source')).toMatchObject({ a: 'email', b: 'link' });
    expect(asked('', {}, { ...CHOICES, persona: [MOVER] })).toMatchObject({ by: 'channel' });
    expect(asked('by=period')).toEqual({
      by: 'period',
      a: { from: '2026-05-27', to: '2026-08-24' },
      b: { from: '2026-08-25', to: '2026-11-22' },
      problem: null,
    });
  });

  test('may be one against everybody else, which is the choice where there is no other', () => {
    expect(asked(`by=persona&a=${RENTER}&b=*`)).toEqual({
      ...{ by: 'persona', a: RENTER, b: '*', problem: null },
    });
    expect(asked('by=channel&a=*')).toMatchObject({ a: '*', b: 'phone', problem: null });
    expect(asked('by=segment')).toEqual({ by: 'segment', a: 'pro', b: '*', problem: null });
    expect(sideFilter(FILTER, 'channel', '*')).toEqual(FILTER);
  });

  test('offers first the channels that meet at one touchpoint', () => {
    const touchpoints = [
      { channels: ['email', 'post'] },
      { channels: ['website'] },
      { channels: ['phone', 'website', 'sms'] },
    ];
    expect(channelsTogether(touchpoints, ['', 'email', 'phone', 'website'])).toEqual([
      ...['phone', 'website', 'email'],
    ]);
    expect(channelsTogether([], ['', 'app'])).toEqual(['app']);
  });

  test('is never two groups that share an answer', () => {
    expect(asked('by=channel&a=app&b=app').problem).toBe('same');
    expect(asked('by=segment', {}, { ...CHOICES, segment: [] }).problem).toBe('nothing to choose');
    expect(asked('by=segment&a=*', {}, { ...CHOICES, segment: [] }).problem).toBe('nothing to choose');
    expect(asked('by=segment&a=*&b=*').problem).toBe('same');
    const days = (a: string, b: string) => {
      const given = [...a.split(' ').map((day) => `a=${day}`), ...b.split(' ').map((day) => `b=${day}`)];
      return asked(`by=period&${given.join('&')}`).problem;
    };
    expect(days('2026-01-01 2026-01-31', '2026-01-01 2026-01-31')).toBe('same');
    expect(days('2026-01-01 2026-01-31', '2026-01-31 2026-02-28')).toBe('overlap');
    expect(days('2026-01-10 2026-01-20', '2026-01-01 2026-01-31')).toBe('overlap');
    expect(days('2026-02-01 2026-02-28', '2026-01-01 2026-01-31')).toBeNull();
  });

  test('is refused where no filter could have it', () => {
    for (const bad of [
      ...['by=persona&a=somebody', 'by=source&a=fax', `by=channel&a=${'x'.repeat(81)}`],
      ...['by=period&a=2026-02-30&a=2026-03-01', 'by=period&a=2026-03-02&a=2026-03-01'],
    ]) {
      expect(() => asked(bad), bad).toThrow('Some parameters need correcting.');
    }
  });

  test('leaves the rest of the filter as it is on both sides', () => {
    const filter = { ...FILTER, persona: MOVER, channels: ['app'], devices: ['phone' as const] };
    const shared = sharedFilter(filter, 'channel');
    expect(shared).toEqual({ ...filter, channels: [] });
    expect(sideFilter(shared, 'channel', 'phone')).toEqual({ ...filter, channels: ['phone'] });
    expect(sideFilter(sharedFilter(filter, 'persona'), 'persona', RENTER).persona).toBe(RENTER);
    expect(sideFilter(shared, 'source', 'widget').sources).toEqual(['widget']);
    expect(sideFilter(shared, 'period', { from: '2026-01-01', to: '2026-01-31' })).toMatchObject({
      ...{ from: '2026-01-01', to: '2026-01-31', persona: MOVER },
    });
  });
});

const row = (lineageId: string, counts: readonly number[]): SliceCounts => ({
  ...{ lineageId, metric: 'csat', wording: 'csat@1', slice: 0, counts },
});

describe('two sides', () => {
  const random = seededRandom(11);
  const draws = Array.from({ length: 60 }, (_, index) => {
    const n = Math.floor(random() * 60);
    return {
      a: row(`t${index}`, drawCounts(random, n, [5, 5, 15, 40, 35])),
      b: row(`t${index}`, drawCounts(random, 60 - n, index < 8 ? [30, 30, 20, 10, 10] : [5, 5, 15, 40, 35])),
    };
  });
  const counted = countedBySubject(
    heldAgainst(
      draws.map(({ a }) => a),
      draws.map(({ b }) => b),
    ),
    [],
    1,
  );
  const turned = turnedRound(counted);
  const one = (of: ReadonlyMap<string, readonly Counted[]>, id: string) => of.get(id)?.[0] as Counted;

  test('add up to what the union counts', () => {
    const union = countedBySubject(
      draws.flatMap(({ a, b }) => [a, b]),
      [],
      1,
    );
    for (const [id, [all]] of union) {
      const [a, b] = [one(turned, id).slices[0] ?? [], one(counted, id).slices[0] ?? []];
      expect(a.map((count, point) => count + (b[point] ?? 0))).toEqual(all?.slices[0]);
    }
  });

  test('are all answers again once one is taken from them, whatever the other is', () => {
    const all = draws.map(({ a, b }) => ({ ...a, counts: a.counts.map((n, at) => n + (b.counts[at] ?? 0)) }));
    const some = draws.filter((_, index) => index % 3 > 0);
    const left = lessThose(
      all,
      some.map(({ a }) => a),
    );
    expect(left).toEqual(
      draws
        .map(({ b }, index) => (index % 3 > 0 ? b : all[index]))
        .filter((one) => one?.counts.some((n) => n > 0)),
    );
    expect(lessThose(all, all)).toEqual([]);
    expect(lessThose(all, [])).toEqual(all.filter(({ counts }) => counts.some((n) => n > 0)));
  });

  test('are told apart by B − A, which turns round with them', () => {
    for (const { a, b } of draws) {
      const [forth, back] = [one(counted, a.lineageId), one(turned, a.lineageId)].map((list) =>
        measureView(list, 5),
      );
      const expected = METRICS.csat.difference([...b.counts], [...a.counts]);
      expect(forth?.change).toEqual(expected);
      if (!expected) continue;
      expect(back?.change?.delta).toBeCloseTo(-expected.delta, 12);
      expect(back?.change?.low).toBeCloseTo(-expected.high, 12);
      expect(back?.change?.p).toBeCloseTo(expected.p, 12);
    }
  });

  const mapOf = (of: ReadonlyMap<string, readonly Counted[]>): JourneyMapView =>
    ({
      measures: [],
      handoffs: [],
      comparisons: { made: 0, standOut: 0 },
      stages: [
        {
          ...{ id: 's', title: 'Stage' },
          touchpoints: draws.map(({ a: { lineageId: id } }) => ({
            ...{ id, title: id },
            measures: (of.get(id) ?? []).map((list) => ({ ...measureView(list, 5), adjustedP: 0.01 })),
          })),
        },
      ],
    }) as unknown as JourneyMapView;
  const side = (of: ReadonlyMap<string, readonly Counted[]>) => ({
    ...{ value: 'x', filter: FILTER, map: mapOf(of) },
  });
  const compared = sideBySide(side(turned), side(counted));

  test('stand at every touchpoint in the order of the map, each measure beside its own', () => {
    expect(compared.stages[0]?.touchpoints.map(({ id }) => id)).toEqual(draws.map(({ a }) => a.lineageId));
    compared.stages[0]?.touchpoints.forEach(({ measures: [measure] }, index) => {
      expect(measure?.a.tally).toEqual(draws[index]?.a.counts);
      expect(measure?.b.tally).toEqual(draws[index]?.b.counts);
      expect(measure?.b.previous).toEqual(measure?.a.score);
    });
  });

  test('name what stands out only where both have enough answers', () => {
    const found = standingOut(compared, 5);
    expect(found.length).toBeGreaterThan(3);
    for (const { compared: pair, direction } of found) {
      expect(Math.min(pair.a.score.n, pair.b.score.n)).toBeGreaterThanOrEqual(5);
      expect(direction).toBe((pair.b.change?.delta ?? 0) > 0 ? 'up' : 'down');
    }
    expect(standingOut(compared, 61)).toEqual([]);
  });
});
