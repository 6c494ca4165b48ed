import { describe, expect, test } from 'vitest';
import { addDays } from '../../clock';
import { METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally, tallyOf } from '../../scoring/tally';
import { drawCounts } from '../../statistics/draws';
import { seededRandom } from '../../statistics/random';
import { BASELINE_DAYS } from '../model';
import { freezeBaseline } from './baseline';
import { judgedDays, verdictOf } from './verdict';

const STARTED = '2026-05-01';
const SCALE = METRICS.csat.scale;
const GOOD = [2, 4, 14, 45, 35];
const BAD = [14, 20, 26, 28, 12];

/** A touchpoint's daily counts: the chances before the start, and after it. */
function told(
  seed: number,
  { before, after, days, perDay }: { before: number[]; after: number[]; days: number; perDay: number },
): Tally[] {
  const random = seededRandom(seed);
  const day = (chances: number[]) => drawCounts(random, perDay, chances);
  return [
    ...Array.from({ length: BASELINE_DAYS }, () => day(before)),
    ...Array.from({ length: days }, () => day(after)),
  ];
}

function judge(own: Tally[], others: { title: string; days: Tally[] }[] = [], minimumN = 5) {
  const days = own.length - BASELINE_DAYS;
  const span = { from: addDays(STARTED, -BASELINE_DAYS), to: addDays(STARTED, days - 1) };
  const tally = addTallies(emptyTally(SCALE), ...own.slice(0, BASELINE_DAYS));
  const baseline = freezeBaseline(
    [{ metric: 'csat', wording: 'w', tally }],
    { metric: null, targetValue: null },
    { from: span.from, to: addDays(STARTED, -1) },
  );
  return verdictOf({ baseline, startedOn: STARTED, effectiveOn: STARTED, span, own, others, minimumN });
}

describe('the verdict', () => {
  test('is better where customers are clearly more satisfied, and says since when that is clear', () => {
    const verdict = judge(told(1, { before: BAD, after: GOOD, days: 40, perDay: 8 }));
    expect(verdict).toMatchObject({ kind: 'better', method: 'before-after', others: null, missing: 0 });
    expect(verdict?.effect?.low).toBeGreaterThan(0);
    expect(verdict?.fall?.low).toBeGreaterThan(0.15);
    expect(verdict?.effect?.clearOn?.slice(0, 7)).toBe('2026-05');
  });

  test('is worse where they are clearly less satisfied', () => {
    expect(judge(told(2, { before: GOOD, after: BAD, days: 40, perDay: 8 }))?.kind).toBe('worse');
  });

  test('is no clear difference only where everything worth having is ruled out', () => {
    const verdict = judge(told(3, { before: GOOD, after: GOOD, days: 60, perDay: 10 }));
    expect(verdict?.kind).toBe('same');
    expect(verdict?.effect?.low).toBeGreaterThan(-0.15);
    expect(verdict?.effect?.high).toBeLessThan(0.15);
  });

  test('is too early to tell with few answers, and says how many are missing', () => {
    expect(judge(told(4, { before: GOOD, after: GOOD, days: 2, perDay: 8 }))?.kind).toBe('unclear');
    const few = judge(told(4, { before: GOOD, after: GOOD, days: 1, perDay: 3 }));
    expect(few).toMatchObject({ kind: 'unclear', effect: null, missing: 2 });
  });

  test('takes off what changed at untouched touchpoints too', () => {
    const own = told(5, { before: BAD, after: GOOD, days: 60, perDay: 10 });
    const same = { title: 'Elsewhere', days: told(6, { before: BAD, after: GOOD, days: 60, perDay: 10 }) };
    const verdict = judge(own, [same]);
    expect(verdict).toMatchObject({ method: 'difference-in-differences', others: { titles: ['Elsewhere'] } });
    expect(verdict?.kind).not.toBe('better');
    expect(verdict?.others?.trend).toBeGreaterThan(0.2);
    expect(verdict?.fall?.low).toBeLessThan(0);
    expect(verdict?.fall?.high).toBeGreaterThan(0);
  });

  test('compares with nobody who moved apart already before the start', () => {
    const own = told(7, { before: BAD, after: GOOD, days: 30, perDay: 10 });
    const drifting = [
      ...told(8, { before: GOOD, after: GOOD, days: 0, perDay: 10 }).slice(0, 45),
      ...told(9, { before: BAD, after: BAD, days: 0, perDay: 10 }).slice(0, 45),
      ...told(10, { before: BAD, after: BAD, days: 30, perDay: 10 }).slice(BASELINE_DAYS),
    ];
    const verdict = judge(own, [{ title: 'Drifting', days: drifting }]);
    expect(verdict).toMatchObject({ method: 'before-after', placeboFailed: true, others: null });
  });

  test('is null where nobody had answered before', () => {
    const own = Array.from({ length: BASELINE_DAYS + 5 }, () => emptyTally(SCALE));
    expect(judge(own)).toBeNull();
  });

  test('who looks every day for 60 days is misled in at most 5 of 100 cases', () => {
    const runs = 400;
    let misled = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const verdict = judge(told(1000 + seed, { before: GOOD, after: GOOD, days: 60, perDay: 4 }));
      if (verdict?.effect?.clearOn) misled += 1;
    }
    expect(misled / runs).toBeLessThanOrEqual(0.05);
  });
});

test('the baseline is frozen with all its measures, and judged by the wanted one', () => {
  const counted = [
    { metric: 'csat' as const, wording: 'a', tally: tallyOf(SCALE, [4, 5, 5]) },
    { metric: 'emotion' as const, wording: 'b', tally: tallyOf(METRICS.emotion.scale, [1, 2]) },
    { metric: 'ces' as const, wording: 'c', tally: emptyTally(METRICS.ces.scale) },
  ];
  const days = { from: '2026-01-01', to: '2026-03-31' };
  const most = freezeBaseline(counted, { metric: null, targetValue: null }, days);
  expect(most.judged).toEqual({ metric: 'csat', wording: 'a' });
  expect(most.worth).toBe(0.15);
  expect(most.measures.map(({ metric, score }) => [metric, score.n, score.formula])).toEqual([
    ['csat', 3, 'csat@1'],
    ['emotion', 2, 'emotion@1'],
  ]);
  const wanted = freezeBaseline(counted, { metric: 'emotion', targetValue: 1.9 }, days);
  expect(wanted.judged?.metric).toBe('emotion');
  expect(wanted.worth).toBeCloseTo(0.4, 12);
  expect(freezeBaseline(counted, { metric: 'nps', targetValue: null }, days)).toMatchObject({
    judged: null,
    worth: null,
  });
});

test('days are judged from 90 before the start to 180 after the change, and none that is to come', () => {
  const at = { startedOn: '2026-05-01', effectiveOn: '2026-05-11' };
  expect(judgedDays(at, '2026-05-20')).toEqual({ from: '2026-01-31', to: '2026-05-20' });
  expect(judgedDays(at, '2027-05-20')?.to).toBe('2026-11-06');
  expect(judgedDays(at, '2026-05-10')).toBeNull();
  expect(judgedDays({ startedOn: null, effectiveOn: null }, '2026-05-10')).toBeNull();
});
