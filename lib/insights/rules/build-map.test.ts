import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_TOUCHPOINT } from '../../journey/model/touchpoint';
import { METRIC_IDS, METRICS } from '../../scoring/metrics';
import type { Filter, Period } from '../model';
import { buildMap, type Tree } from './build-map';
import { countedBySubject, measureView, pooled, type SliceCounts } from './counted';
import { EVERYTHING } from './filter';
import { scoresReply } from './scores-reply';
import { topWord, wordViews } from './words';

const filter: Filter = { from: '2026-01-01', to: '2026-01-02', ...EVERYTHING };
const period: Period = {
  from: '2026-01-01',
  to: '2026-01-02',
  previousFrom: '2025-12-30',
  previousTo: '2025-12-31',
  fallback: false,
};

const touchpoint = (id: string, stageId: string, more: Partial<Tree['touchpoints'][number]> = {}) => ({
  id,
  stageId,
  lineageId: `line-${id}`,
  ...EMPTY_TOUCHPOINT,
  title: id,
  channels: ['app'],
  splitFromId: null,
  splitOn: null,
  absorbed: [],
  reviewedOn: null,
  momentPolarity: null,
  momentReason: null,
  expectedEmotion: null,
  retired: false,
  ...more,
});

const stage = (id: string, title: string, more: Partial<Tree['stages'][number]> = {}) => ({
  id,
  title,
  goal: '',
  successCriterion: '',
  targetMetric: null,
  targetValue: null,
  ownerTeamId: null,
  contributorTeamIds: [],
  retired: false,
  ...more,
});

const tree: Tree = {
  id: 'journey',
  lineageId: 'line-journey',
  title: 'Becoming a customer',
  objective: '',
  startTrigger: '',
  endOutcome: '',
  state: 'as_is',
  copiedFromId: null,
  outcomes: [],
  reviewCadenceDays: null,
  reviewedOn: null,
  setupStep: null,
  revision: 0,
  ownerUserId: null,
  retired: false,
  personas: [],
  teams: [{ id: 'ops', name: 'Field ops' }],
  members: [],
  channels: [],
  links: [],
  markers: [],
  researchQuestions: [],
  parents: [],
  statements: [],
  handoffs: [],
  subJourneys: [],
  answeredOn: [],
  timeZone: 'Europe/Berlin',
  language: 'en',
  minimumN: 5,
  stages: [stage('s1', 'Join', { ownerTeamId: 'ops' }), stage('s2', 'Gone', { retired: true })],
  touchpoints: [
    touchpoint('a', 's1', { momentPolarity: 'break', momentReason: 'waiting' }),
    touchpoint('b', 's1'),
    touchpoint('c', 's1'),
    touchpoint('old', 's1', { retired: true }),
    touchpoint('hidden', 's2'),
  ],
  surveys: [
    { lineageId: 'line-a', metric: 'csat', wording: 'x@1', title: 'Ours', asking: true },
    { lineageId: 'line-journey', metric: 'nps', wording: 'recommend@1', title: 'Ours', asking: false },
  ],
};

const row = (lineageId: string, metric: string, wording: string, slice: number, counts: number[]) => ({
  lineageId,
  metric,
  wording,
  slice,
  counts: [...counts, ...Array(11 - counts.length).fill(0)],
});

const rows: SliceCounts[] = [
  row('line-a', 'csat', 'x@1', 0, [1, 0, 0, 0, 3]),
  row('line-a', 'csat', 'x@1', 1, [0, 0, 0, 4, 0]),
  row('line-a', 'csat', 'x@1', -1, [6, 0, 0, 0, 0]),
  row('line-b', 'csat', 'x@1', 0, [2, 0, 0, 0, 0]),
  row('line-b', 'csat', 'y@1', 0, [0, 0, 0, 0, 9]),
  row('line-b', 'rating5', 'x@1', 1, [0, 0, 0, 0, 9]),
  row('line-old', 'csat', 'x@1', 0, [99, 0, 0, 0, 0]),
];

const map = () =>
  buildMap(
    tree,
    filter,
    period,
    {
      counted: countedBySubject(rows, tree.surveys, 2),
      words: [],
      comments: [],
      personas: [],
    },
    '2026-01-02',
  );

describe('the map', () => {
  test('shows nothing that was retired, nor what stands in a retired stage', () => {
    const { stages, retiredParts, coverage } = map();
    expect(stages.map((stage) => stage.touchpoints.map((one) => one.id))).toEqual([['a', 'b', 'c']]);
    expect(retiredParts).toEqual({
      stages: [{ id: 's2', title: 'Gone' }],
      touchpoints: [{ id: 'old', title: 'old', stageId: 's1', mergedInto: null }],
    });
    expect(coverage).toEqual({ measured: 2, touchpoints: 3 });
  });

  test('a stage pools the counts of equal metric and wording and blends nothing else', () => {
    const stage = map().stages[0];
    expect(stage?.measures.map(({ metric, wording, tally }) => [metric, wording, tally])).toEqual([
      ['csat', 'y@1', [0, 0, 0, 0, 9]],
      ['csat', 'x@1', [3, 0, 0, 4, 3]],
      ['rating5', 'x@1', [0, 0, 0, 0, 9]],
    ]);
    expect(stage?.owner).toEqual({ id: 'ops', name: 'Field ops' });
  });

  test('changes of the stages are judged together as well: one in fourteen that would be clear alone is not', () => {
    const names = Array.from({ length: 14 }, (_, place) => `p${place}`);
    const many: Tree = {
      ...tree,
      stages: names.map((name) => stage(`s-${name}`, name)),
      touchpoints: names.map((name) => touchpoint(name, `s-${name}`)),
    };
    const changed = (now: number[], first: number[], place: number) => [
      row(`line-p${place}`, 'csat', 'x@1', 0, now),
      row(`line-p${place}`, 'csat', 'x@1', -1, first),
    ];
    const stagesOf = (counts: SliceCounts[]) => {
      const counted = countedBySubject(counts, tree.surveys, 2);
      const answers = { counted, words: [], comments: [], personas: [] };
      return buildMap(many, filter, period, answers, '2026-01-02').stages;
    };
    const alike = [10, 10, 20, 30, 30];
    const borderline = changed([8, 8, 14, 38, 32], [4, 4, 10, 42, 40], 0);
    const plain = changed([30, 30, 20, 10, 10], [2, 3, 5, 45, 45], 1);
    const alone = stagesOf(borderline)[0]?.measures[0];
    expect(alone?.change?.significant).toBe(true);
    const company = names.slice(2).flatMap((_, place) => changed(alike, alike, place + 2));
    const [first, second] = stagesOf([...borderline, ...plain, ...company]);
    expect(first?.measures[0]?.change?.significant).toBe(false);
    expect(first?.measures[0]?.adjustedP).toBeGreaterThan(0.05);
    expect(second?.measures[0]?.change?.significant).toBe(true);
  });

  test('a measure compares with the period before and leaves thin slices out of its trend', () => {
    const measure = map().stages[0]?.touchpoints[0]?.measures[0];
    expect(measure?.score).toEqual(METRICS.csat.score([1, 0, 0, 4, 3]));
    expect(measure?.previous).toEqual(METRICS.csat.score([6, 0, 0, 0, 0]));
    expect(measure?.change).toEqual(METRICS.csat.difference([1, 0, 0, 4, 3], [6, 0, 0, 0, 0]));
    expect(measure?.spark).toEqual([null, null]);
    expect(measure?.shown).toBe(true);
  });

  test('asked and unanswered is a measure without a value; never asked is no measure', () => {
    const view = map();
    expect(
      view.measures.map(({ title, score, shown, level }) => [title, score.value, score.n, shown, level]),
    ).toEqual([['NPS', null, 0, false, 'none']]);
    expect(view.stages[0]?.touchpoints[2]?.measures).toEqual([]);
    expect([view.asking, view.stages[0]?.touchpoints[0]?.asking]).toEqual([false, true]);
  });

  test('pooling subjects equals counting them as one', () => {
    const counts = fc.array(fc.nat(50), { minLength: 11, maxLength: 11 });
    const anyRow = fc.record({
      lineageId: fc.constantFrom('1', '2', '3'),
      metric: fc.constantFrom(...METRIC_IDS),
      wording: fc.constantFrom('w1', 'w2'),
      slice: fc.integer({ min: -1, max: 3 }),
      counts,
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (list) => {
        const together = pooled([...countedBySubject(list, [], 4).values()]);
        const asOne =
          countedBySubject(
            list.map((one) => ({ ...one, lineageId: '1' })),
            [],
            4,
          ).get('1') ?? [];
        const numbers = (all: typeof together) =>
          all
            .map((one) => measureView(one, 5))
            .map(({ metric, wording, tally, score, previous }) => ({
              ...{ metric, wording, tally, score, previous },
            }))
            .sort((a, b) => (a.metric + a.wording < b.metric + b.wording ? -1 : 1));
        expect(numbers(together)).toEqual(numbers(asOne));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the scores reply', () => {
  test('names every touchpoint of the map in its order, in display units', () => {
    const reply = scoresReply(tree, period, countedBySubject(rows, tree.surveys, 2));
    expect(reply.touchpoints.map(({ id, metric, n, shown }) => [id, metric, n, shown])).toEqual([
      ['a', 'csat', 8, true],
      ['b', 'csat', 2, false],
      ['b', 'csat', 9, true],
      ['b', 'rating5', 9, true],
      ['c', null, 0, false],
    ]);
    expect(reply.touchpoints[0]).toMatchObject({
      title: 'a',
      stage: 'Join',
      value: 87.5,
      counts: { '1': 1, '2': 0, '3': 0, '4': 4, '5': 3 },
      formula: 'csat@1',
    });
    expect(reply.touchpoints[1]?.value).toBe(0);
    expect(reply.touchpoints[4]).toEqual({
      id: 'c',
      title: 'c',
      stage: 'Join',
      metric: null,
      value: null,
      n: 0,
      low: null,
      high: null,
      shown: false,
      counts: {},
      formula: null,
    });
    expect(reply.measures).toMatchObject([
      {
        id: 'journey',
        title: 'NPS',
        stage: null,
        metric: 'nps',
        value: null,
        n: 0,
        low: null,
        formula: 'nps@1',
      },
    ]);
    expect(Object.keys(reply.measures[0]?.counts ?? {}).length).toBe(11);
  });
});

describe('emotion words', () => {
  const choices = [
    { lineageId: 'l', words: ['frustrated', 'confused'], people: 2 },
    { lineageId: 'l', words: ['frustrated'], people: 1 },
    { lineageId: 'l', words: ['none'], people: 5 },
  ];

  test('shares are of everybody who answered the words question, “none” included', () => {
    const { words, n } = wordViews(choices, 'de', 5);
    expect(n).toBe(8);
    expect(words.map(({ id, label, count, share }) => [id, label, count, share])).toEqual([
      ['none', 'Keines davon', 5, 5 / 8],
      ['frustrated', 'Frustriert', 3, 3 / 8],
      ['confused', 'Verwirrt', 2, 2 / 8],
    ]);
    expect(topWord(choices, 5)).toEqual({ id: 'frustrated', share: 3 / 8 });
  });

  test('below the minimum n no word is told', () => {
    expect(wordViews(choices, 'en', 9)).toEqual({ words: [], n: 8 });
    expect(topWord(choices, 9)).toBeNull();
  });
});
