import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import type { LinkView } from '../model';
import { cohortView, labelOf, oneInPeople, orderView, placesOf, silenceViews, wayEntries } from './customers';
import { questionsOf } from './questions';

const CES = measureView('ces', [5, 5, 5, 5, 5, 5, 5]);
const NPS = measureView('nps', [1, 1, 1, 1, 1, 1, 1, 3, 4, 5, 6]);
const loop = {
  id: 'l',
  kind: 'loop',
  fromId: 'c',
  toId: 'a',
  label: '',
  shareRatio: null,
} satisfies LinkView;

const MAP = mapView(
  [
    stageView('one', [touchpointView('a', { measures: [CES] }), touchpointView('b', { measures: [CES] })]),
    stageView('two', [touchpointView('c', { measures: [NPS] }), touchpointView('d')]),
  ],
  { links: [loop], measures: [NPS], lineageId: 'whole', title: 'Journey' },
);

const answer = (lineage: string, day: number, score: number) => ({
  lineageId: lineage,
  placementId: 'p',
  responseId: `${lineage} ${day}`,
  metric: lineage === 'lineage-a' || lineage === 'lineage-b' ? 'ces' : 'nps',
  wording: lineage === 'lineage-a' || lineage === 'lineage-b' ? CES.wording : NPS.wording,
  score,
  words: null,
  comment: null,
  source: 'email' as const,
  receivedAt: new Date(Date.UTC(2026, 0, day, 12)),
});
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

describe('a person’s way', () => {
  test('names where each answer was given, the gap before it, and what went wrong', () => {
    const entries = wayEntries(
      MAP,
      [answer('lineage-a', 1, 2), answer('lineage-c', 4, 9), answer('whole', 4, 8)],
      dayOf,
    );
    expect(entries.map(({ title, stage, daysSince, group }) => [title, stage, daysSince, group])).toEqual([
      ['Touchpoint a', 'Stage one', null, 'low'],
      ['Touchpoint c', 'Stage two', 3, 'high'],
      ['Journey', null, 0, 'middle'],
    ]);
    expect(entries.map(({ question }) => question)).toEqual(['CES', 'NPS', 'NPS']);
    expect(entries.map(({ touchpointId }) => touchpointId)).toEqual(['a', 'c', null]);
  });

  test('says where it goes against the map, but not along a path that the map draws', () => {
    const back = (list: ReturnType<typeof answer>[]) =>
      wayEntries(MAP, list, dayOf).map((entry) => entry.back);
    expect(back([answer('lineage-b', 1, 4), answer('lineage-a', 2, 4)])).toEqual([false, true]);
    expect(back([answer('lineage-c', 1, 4), answer('lineage-a', 2, 4)])).toEqual([false, false]);
    expect(back([answer('lineage-a', 1, 4), answer('lineage-c', 2, 4)])).toEqual([false, false]);
    // The whole has no place on the map: the step before it is kept.
    expect(back([answer('lineage-b', 1, 4), answer('whole', 2, 4), answer('lineage-a', 3, 4)])).toEqual([
      ...[false, false, true],
    ]);
    // What came in together has no order.
    expect(back([answer('lineage-b', 1, 4), answer('lineage-a', 1, 4)])).toEqual([false, false]);
  });
});

test('a person is called by name, then address, then key; what a site only claims is said', () => {
  const contact = { name: 'Ana', email: 'ana@example.com' };
  expect(labelOf('contact:1', contact)).toEqual({ label: 'Ana', note: 'ana@example.com', sure: true });
  expect(labelOf('contact:1', { name: '', email: 'ana@example.com' })).toMatchObject({
    label: 'ana@example.com',
  });
  expect(labelOf('key:LB-7', null)).toEqual({ label: 'LB-7', note: null, sure: true });
  expect(labelOf('key:unverified:7', null)).toEqual({ label: '7', note: null, sure: false });
});

describe('who answered one thing and later another', () => {
  const { touchpoints } = questionsOf(MAP);
  const [first, , later] = touchpoints as [
    (typeof touchpoints)[0],
    (typeof touchpoints)[0],
    (typeof touchpoints)[0],
  ];

  test('is scored by what was answered first, and a group below the minimum has no score', () => {
    const rows = [
      { first: 1, later: 0, people: 10 },
      { first: 3, later: 6, people: 10 },
      { first: 4, later: 10, people: 4 },
      { first: 7, later: 10, people: 20 },
      { first: 5, later: 8, people: 10 },
    ];
    const view = cohortView(first, later, rows, 5);
    expect(view.people).toBe(54);
    expect(view.groups.map(({ group, n, score }) => [group, n, score?.value ?? null])).toEqual([
      ['low', 20, -1],
      ['middle', 4, null],
      ['high', 30, 20 / 30],
    ]);
    expect(view.difference?.delta).toBeCloseTo(5 / 3, 12);
    expect(view.difference?.low).toBeGreaterThan(0);
  });

  test('is not compared where low or high has too few people', () => {
    const rows = [
      { first: 1, later: 0, people: 4 },
      { first: 7, later: 10, people: 20 },
    ];
    expect(cohortView(first, later, rows, 5).difference).toBeNull();
  });
});

describe('planned against actual order', () => {
  const step = (from: number, to: number, people: number) => ({ from, to, people, medianSeconds: 86_400 });

  test('counts the order of the map and the paths drawn on it as planned, with an interval', () => {
    const steps = [step(0, 1, 40), step(0, 2, 20), step(2, 0, 10), step(2, 1, 30)];
    const view = orderView(MAP, steps, [{ place: 0, people: 10 }]);
    expect(view.steps).toBe(100);
    expect(view.planned?.share).toBe(0.7);
    expect(view.planned?.low).toBeCloseTo(0.6042, 3);
    expect(view.against.map(({ from, to, people, medianDays }) => [from, to, people, medianDays])).toEqual([
      ['Touchpoint c', 'Touchpoint b', 30, 1],
    ]);
    expect(view.along.map(({ kind, people }) => [kind, people])).toEqual([
      ['next', 40],
      ['ahead', 20],
      ['drawn', 10],
    ]);
    expect(view.returns).toEqual([{ touchpointId: 'a', title: 'Touchpoint a', people: 10 }]);
  });

  test('names no step of fewer people than the minimum, but counts it', () => {
    const view = orderView(MAP, [step(1, 0, 4), step(0, 1, 6)], [{ place: 0, people: 4 }]);
    expect(view).toMatchObject({ steps: 10, against: [], returns: [] });
    expect(orderView(MAP, [step(0, 1, 4)], []).planned).toBeNull();
  });
});

test('silence has a share with an interval, from enough people and where a usual time is known', () => {
  const rows = [
    { place: 0, people: 40, wentOn: 30, medianSeconds: 2 * 86_400 },
    { place: 1, people: 4, wentOn: 1, medianSeconds: 86_400 },
    { place: 2, people: 40, wentOn: 30, medianSeconds: 0 },
  ];
  const views = silenceViews(MAP, rows, [{ place: 3, people: 8, silent: 6 }]);
  expect(
    views.map(({ touchpointId, silent, medianDays }) => [touchpointId, silent?.share ?? null, medianDays]),
  ).toEqual([
    ['a', 0.25, 2],
    ['b', null, 1],
    ['c', null, 0],
    ['d', null, null],
  ]);
  expect(views[0]?.silent?.low).toBeCloseTo(0.1419, 3);
  expect(views[3]).toMatchObject({ last: true, asked: { people: 8, silent: 6 } });
});

test('a merged touchpoint is one place with all its lineages', () => {
  const absorbed = [{ lineageId: 'gone', title: 'Gone', on: '2026-01-01' }];
  const map = { stages: [stageView('s', [touchpointView('a', { absorbed })])] };
  expect(placesOf(map).map(({ lineageIds }) => lineageIds)).toEqual([['lineage-a', 'gone']]);
});

test('everybody is followed up to 150,000 answers, and beyond so few that about as many are read', () => {
  const of = (n: number) =>
    oneInPeople(
      mapView([
        stageView('one', [touchpointView('a', { measures: [measureView('ces', [n, 0, 0, 0, 0, 0, 0])] })]),
      ]),
    );
  expect([of(0), of(150_000), of(150_001), of(600_000), of(10_000_000)]).toEqual([1, 1, 2, 4, 67]);
});
