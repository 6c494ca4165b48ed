import { describe, expect, test } from 'vitest';
import { readTable } from '../../response/rules/answer-table';
import { METRICS } from '../../scoring/metrics';
import { valueRange } from '../../statistics/value-of-fix';
import type { Benchmark, ScoredGroup, StoredEconomics } from '../model';
import { daysAsked, parseStudy } from './asked-study';
import { comparable, isPossible, scaleName } from './benchmarks';
import { economicsOf, fixAssumptions, missingFigures } from './economics';
import { groupAmounts } from './group-amounts';
import { lastDay } from './last-day';
import { measuredFigures } from './measured';
import { best, tells } from './predictors';
import { guessOutcomeColumns, readOutcomes } from './read-outcomes';
import { fittingHorizon, studyOutcomes } from './study';

const STORED: StoredEconomics = {
  currency: 'EUR',
  customersPerYear: 24_000,
  arpuPerMonth: 40,
  grossMargin: 0.7,
  monthlyChurn: 0.0125,
  churnAfterBad: 0.18,
  churnAfterGood: 0.08,
  contactsAfterBad: 0.9,
  contactsAfterGood: 0.3,
  costPerContact: 6,
  by: 'Ana',
  at: '2026-01-02T03:04:05.000Z',
};

describe('Economics', () => {
  test('lead from the settings to the worked value of a fix', () => {
    const economics = economicsOf(STORED, {});
    const given = fixAssumptions(economics, { reach: 1, badShareTarget: 0.12, effect: 1 });
    expect(given && Math.round(valueRange({ count: 40, n: 180 }, given)?.base.retained ?? 0)).toBe(245);
    expect(economics.figures.churnAfterBad.origin).toEqual({ kind: 'assumed', by: 'Ana', at: STORED.at });
  });

  test('put what was measured before what is assumed', () => {
    const origin = { kind: 'measured', metric: 'nps', n: 200, events: 60, low: 0.2, high: 0.4 } as const;
    const { figures } = economicsOf(STORED, { churnAfterBad: { value: 0.3, origin } });
    expect(figures.churnAfterBad).toEqual({ value: 0.3, origin });
    expect(figures.churnAfterGood.value).toBe(0.08);
  });

  test('without figures say which are missing, and value nothing', () => {
    const nothing = economicsOf(null, {});
    expect(missingFigures(nothing)).toHaveLength(5);
    expect(fixAssumptions(nothing, { reach: 1, badShareTarget: 0, effect: 1 })).toBeNull();
    const some = economicsOf({ ...STORED, monthlyChurn: null, contactsAfterBad: null }, {});
    expect(fixAssumptions(some, { reach: 1, badShareTarget: 0, effect: 1 })).toMatchObject({
      monthlyChurn: 0,
      contactsAfterBad: 0,
    });
  });
});

/** Detractors leave after 100 days in three of ten cases, promoters in one of ten; asked over 100 days. */
function people(each = 20): ScoredGroup[] {
  return Array.from({ length: 100 }, (_, on) => on).flatMap((on) => [
    { on, score: 3, cameAfter: on % 10 < 3 ? 100 : null, n: each },
    { on, score: 8, cameAfter: on % 10 < 2 ? 150 : null, n: each },
    { on, score: 10, cameAfter: on % 10 < 1 ? 200 : null, n: each },
  ]);
}

describe('What outcomes tell', () => {
  const asked = { through: 500, horizon: 365, minimumN: 5, falling: true } as const;
  const study = studyOutcomes(METRICS.nps, people(1), asked);

  test('counts by score and by group, with intervals that hold the share', () => {
    expect(study.byGroup.map(({ n, events }) => [n, events])).toEqual([
      [100, 30],
      [100, 20],
      [100, 10],
    ]);
    const three = study.byScore.find(({ score }) => score === 3);
    expect(three).toMatchObject({ n: 100, events: 30, share: 0.3, fitted: 0.3 });
    expect(three?.interval?.low).toBeCloseTo(0.2189, 4);
    expect(study.byScore.find(({ score }) => score === 4)).toMatchObject({ n: 0, share: null, fitted: null });
    expect([study.n, study.events, study.few, study.onlyEvents]).toEqual([300, 60, false, false]);
  });

  test('finds that a point more goes with lower odds of leaving', () => {
    expect(study.slope?.oddsInterval.high).toBeLessThan(1);
    expect(study.survival.logRank?.p).toBeLessThan(0.01);
    // Of 100 days, 365 days less 30 % · 265 against 10 % · 165.
    expect(study.survival.longer?.months).toBeCloseTo((0.3 * 265 - 0.1 * 165) / (365.25 / 12), 6);
    expect(study.survival.longer?.interval.low).toBeGreaterThan(0);
    expect(study.survival.medians).toEqual({ low: null, middle: null, high: null });
  });

  test('leaves out of the shares whoever answered less than the horizon ago, but not of survival', () => {
    const recent = studyOutcomes(METRICS.nps, people(1), { ...asked, through: 400 });
    expect(recent.n).toBe(36 * 3);
    expect(recent.survival.groups.map(({ n }) => n)).toEqual([100, 100, 100]);
    expect(recent.few).toBe(true);
  });

  test('shows no share and no curve of fewer people than the minimum', () => {
    const few = studyOutcomes(METRICS.nps, people(1), { ...asked, minimumN: 101 });
    expect(few.byScore.every(({ share, interval }) => share === null && interval === null)).toBe(true);
    expect(few.survival.groups).toEqual([]);
    expect(few.survival.longer).toBeNull();
  });

  test('says so where everybody on file had left', () => {
    const left = people(1).filter(({ cameAfter }) => cameAfter !== null);
    expect(studyOutcomes(METRICS.nps, left, asked).onlyEvents).toBe(true);
    expect(studyOutcomes(METRICS.nps, [], asked)).toMatchObject({ n: 0, onlyEvents: false, slope: null });
  });
});

test('the horizon is the longest within which enough had the outcome', () => {
  expect(fittingHorizon(people(1), 500)).toBe(365);
  // A year has passed for nobody, and within half a year only those who leave after 100 and 150 days had left.
  expect(fittingHorizon(people(1), 300)).toBe(180);
  expect(fittingHorizon([{ on: 0, score: 1, cameAfter: 80, n: 60 }], 100)).toBe(90);
  expect(fittingHorizon([{ on: 0, score: 1, cameAfter: 80, n: 2 }], 100)).toBe(90);
  expect(fittingHorizon([], 100)).toBe(365);
});

describe('Measured figures', () => {
  const none = { contacts: [], spent: [] };

  test('take churn after bad and good from those a year ago, with Wilson intervals', () => {
    const found = measuredFigures([{ metric: 'nps', groups: people(), ...none }], 500);
    expect(found.churnAfterBad).toMatchObject({
      value: 0.3,
      origin: { metric: 'nps', n: 2000, events: 600 },
    });
    expect(found.churnAfterGood?.value).toBe(0.1);
    expect(found.churnAfterGood?.origin.low).toBeLessThan(0.1);
    // 80 % stay a year: 1 − 0.8^(1/12)
    expect(found.monthlyChurn?.value).toBeCloseTo(0.018423, 6);
    expect(found.contactsAfterBad).toBeUndefined();
    expect(found.arpuPerMonth).toBeUndefined();
  });

  test('are none below 50 who left or 30 in a group', () => {
    const few = people(1).filter(({ on }) => on < 70);
    expect(measuredFigures([{ metric: 'nps', groups: few, ...none }], 500)).toEqual({});
    const onlyGood = people().filter(({ score }) => score > 3);
    expect(measuredFigures([{ metric: 'nps', groups: onlyGood, ...none }], 500)).toEqual({});
    expect(measuredFigures([], 500)).toEqual({});
  });

  test('take contacts by group and spending by month', () => {
    const found = measuredFigures(
      [
        {
          metric: 'nps',
          groups: people(),
          contacts: [
            { score: 2, n: 100, sum: 90, squares: 200 },
            { score: 10, n: 100, sum: 30, squares: 40 },
          ],
          spent: [{ score: 2, n: 50, sum: 24_000, squares: 11_600_000 }],
        },
      ],
      500,
    );
    expect(found.contactsAfterBad?.value).toBe(0.9);
    expect(found.contactsAfterGood?.value).toBe(0.3);
    expect(found.arpuPerMonth?.value).toBe(40);
    expect(found.arpuPerMonth?.origin.low).toBeLessThan(40);
  });
});

test('amounts are put together by group, and none is shown of too few', () => {
  const amounts = [
    { score: 0, n: 3, sum: 6, squares: 14 },
    { score: 5, n: 3, sum: 12, squares: 50 },
    { score: 9, n: 2, sum: 2, squares: 2 },
  ];
  const [low, middle, high] = groupAmounts(METRICS.nps, amounts, 5);
  expect(low).toMatchObject({ group: 'low', n: 6, mean: 3 });
  expect(low?.interval?.high).toBeCloseTo(3 + 1.959963984540054 * Math.sqrt(10 / 5 / 6), 9);
  expect(middle).toMatchObject({ n: 0, mean: null });
  expect(high).toMatchObject({ n: 2, mean: null });
  expect(groupAmounts(METRICS.nps, [], 5)).toEqual([]);
});

test('the metric that told most comes first, and one of which nothing is known last', () => {
  const check = (mean: number, low: number, high: number) => ({
    ...{ n: 100, events: 20, gain: { mean, interval: { low, high }, n: 100 } },
  });
  const of = (metric: 'nps' | 'ces' | 'csat', one: unknown) =>
    ({ metric, n: 10, events: 3, check: one }) as Parameters<typeof tells>[0];
  const sorted = best([
    of('csat', null),
    of('ces', check(0.01, -0.01, 0.03)),
    of('nps', check(0.02, 0.01, 0.03)),
  ]);
  expect(sorted.map(({ metric }) => metric)).toEqual(['nps', 'ces', 'csat']);
  expect(sorted.map(tells)).toEqual(['yes', 'unclear', 'unclear']);
  expect(tells(of('nps', { ...check(0.02, 0.01, 0.03), events: 9 }))).toBe('unclear');
  expect(tells(of('nps', check(-0.02, -0.03, -0.01)))).toBe('no');
});

describe('A file of outcomes', () => {
  const wide =
    'customer_id,renewed_on,cancelled_on,city\nA-1,2026-01-02,,Rome\nA-2,,2026-02-03,Bern\nA-3,,soon,\n';
  const long =
    'email;date;what;amount\nAna@Example.com;2026-01-02;spent;12,50\nb@x.com;2026-01-03;renewal;\n';

  test('with a column for each day is understood and read', () => {
    const table = read(wide);
    const columns = guessOutcomeColumns(table);
    expect(columns).toEqual(['person', 'renewedOn', 'leave', 'leave']);
    const file = readOutcomes(table, { columns: ['person', 'renewedOn', 'leftOn', 'leave'] });
    expect(file).toEqual({
      outcomes: [
        { person: { key: 'A-1' }, kind: 'renewed', day: '2026-01-02' },
        { person: { key: 'A-2' }, kind: 'churned', day: '2026-02-03' },
      ],
      refused: [{ row: 4, column: 'cancelled_on', value: 'soon', why: 'Give a day, like 2026-03-31.' }],
    });
  });

  test('with one row per event is understood and read', () => {
    const table = read(long);
    const columns = guessOutcomeColumns(table);
    expect(columns).toEqual(['person', 'day', 'kind', 'amount']);
    expect(readOutcomes(table, { columns })).toEqual({
      outcomes: [
        { person: { email: 'ana@example.com' }, kind: 'spent', day: '2026-01-02', amount: 12.5 },
        { person: { email: 'b@x.com' }, kind: 'renewed', day: '2026-01-03' },
      ],
      refused: [],
    });
  });

  test('says of a flag who left and who was kept on that day', () => {
    const table = read('id,day,churned,revenue\nA,2026-01-02,1,20\nB,2026-01-02,0,\nC,2026-01-02,maybe,-3\n');
    const columns = guessOutcomeColumns(table);
    expect(columns).toEqual(['person', 'day', 'leave', 'spent']);
    const file = readOutcomes(table, { columns: ['person', 'day', 'left', 'spent'] });
    expect('outcomes' in file && file.outcomes.map(({ kind }) => kind)).toEqual([
      'churned',
      'spent',
      'renewed',
    ]);
    expect('refused' in file && file.refused.map(({ column }) => column)).toEqual(['churned', 'revenue']);
  });

  test('lets the later of two rows about the same person, kind and day count', () => {
    const table = read('id,day,spent\nA,2026-01-02,1\nA,2026-01-02,2\n');
    expect(readOutcomes(table, { columns: ['person', 'day', 'spent'] })).toMatchObject({
      outcomes: [{ amount: 2 }],
    });
  });

  test('refuses a row without a person and a broken address, and keeps the others', () => {
    const table = read('who,day,spent\n,2026-01-02,1\na@b@c,2026-01-02,1\nA,2026-01-02,1\n');
    const file = readOutcomes(table, { columns: ['person', 'day', 'spent'] });
    expect('outcomes' in file && file.outcomes).toHaveLength(1);
    expect('refused' in file && file.refused.map(({ row }) => row)).toEqual([2, 3]);
  });

  test.each([
    [['leave', 'day', 'spent'], 'person'],
    [['person', 'day', 'leave'], 'outcome'],
    [['person', 'leave', 'spent'], 'day'],
    [['person', 'day', 'amount'], 'outcome'],
    [['person', 'person', 'leftOn'], 'once'],
  ] as const)('is not read by a plan that lacks something: %j', (columns, word) => {
    const file = readOutcomes(read('a,b,c\n1,2,3\n'), { columns: [...columns] });
    expect('fault' in file && file.fault).toContain(word);
  });
});

describe('The address', () => {
  const params = (text: string) => parseStudy(new URLSearchParams(text));

  test('asks for leaving unless it says otherwise', () => {
    expect(params('')).toMatchObject({ metric: null, lineageId: null, kind: 'churned', horizon: null });
    expect(params('metric=ces&outcome=renewed&horizon=90&source=email')).toMatchObject({
      metric: 'ces',
      kind: 'renewed',
      horizon: 90,
      filter: { sources: ['email'] },
    });
  });

  test.each(['metric=tea', 'horizon=30', 'outcome=spent', 'subject=x', 'source=fax'])(
    '%s is refused',
    (text) => {
      expect(() => params(text)).toThrow();
    },
  );

  test('means three years up to the last day unless it names days', () => {
    expect(daysAsked(params('').filter, '2026-06-30')).toMatchObject({
      from: '2023-07-01',
      to: '2026-06-30',
    });
    expect(daysAsked(params('from=2026-01-01').filter, '2026-06-30').from).toBe('2026-01-01');
  });
});

describe('Benchmarks', () => {
  const one: Benchmark = {
    ...{
      id: 'x',
      metric: 'nps',
      value: 0.3,
      scale: '0…10',
      source: 'A report',
      link: null,
      year: 2025,
      n: null,
    },
  };

  test('stand beside a score only where metric and scale agree', () => {
    expect(scaleName('emotion')).toBe('−2…2');
    const all = [one, { ...one, scale: 'other' as const }, { ...one, metric: 'csat' as const }];
    expect(comparable(all, 'nps')).toEqual([one]);
    expect(comparable(all, 'csat')).toEqual([]);
  });

  test('are refused where their scale cannot have the value', () => {
    expect(isPossible(one)).toBe(true);
    expect(isPossible({ ...one, value: 30 })).toBe(false);
    expect(isPossible({ ...one, value: 78, scale: 'other' })).toBe(true);
  });
});

test('the last day is that of the newest outcome, and never after today', () => {
  expect(lastDay([], '2026-01-01')).toBeNull();
  expect(lastDay([{ last: '2025-12-01' }, { last: '2025-11-01' }], '2026-01-01')).toBe('2025-12-01');
  expect(lastDay([{ last: '2027-12-01' }], '2026-01-01')).toBe('2026-01-01');
});

function read(text: string) {
  const table = readTable(text);
  if ('fault' in table) throw new Error(table.fault);
  return table;
}
