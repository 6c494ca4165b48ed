import { describe, expect, test } from 'vitest';
import { addDays } from '../../clock';
import type { MetricId } from '../../scoring/metrics';
import type { Tally } from '../../scoring/tally';
import { drawCounts, drawNormal } from '../../statistics/draws';
import { type Random, seededRandom } from '../../statistics/random';
import { WATCHED_WEEKS, type WatchSubject, watchOver, watchSignals } from './watch';

const WEEKS = Array.from({ length: WATCHED_WEEKS }, (_, week) => ({
  from: addDays('2025-01-06', week * 7),
  to: addDays('2025-01-12', week * 7),
}));

/** Shares of the answers 0–10 of an NPS near +25, and the same with some promoters turned detractors. */
const USUAL = [2, 1, 2, 3, 4, 8, 10, 12, 15, 18, 25];
const worseBy = (points: number) =>
  USUAL.map((share, point) => share + (point === 10 ? -points / 2 : point === 5 ? points / 2 : 0));

function subject(lineageId: string, slices: readonly Tally[], metric: MetricId = 'nps'): WatchSubject {
  return { lineageId, counted: [{ metric, wording: 'one@1', title: 'One', slices }] };
}

/** Weekly answers: from 8 to 120 a week, every touchpoint at its own pace. */
function weekly(random: Random, shares: (week: number) => readonly number[], weeks = WATCHED_WEEKS): Tally[] {
  const pace = 8 + 112 * random() ** 2;
  return Array.from({ length: weeks }, (_, week) =>
    drawCounts(random, Math.max(0, Math.round(pace + Math.sqrt(pace) * drawNormal(random))), shares(week)),
  );
}

describe('a watch over 40 touchpoints', () => {
  test.each([
    [4, 4],
    [12, 12],
  ])('that may raise %d false alarms a year raises about as many in 52 weeks', (alarms) => {
    const random = seededRandom(alarms);
    let raised = 0;
    const maps = 6;
    for (let map = 0; map < maps; map += 1) {
      const subjects = Array.from({ length: 40 }, (_, place) =>
        subject(
          String(place),
          weekly(random, () => USUAL),
        ),
      );
      const lastYear = WEEKS.at(-52)?.from ?? '';
      raised += watchSignals(subjects, WEEKS, alarms).filter(({ noticedOn }) => noticedOn >= lastYear).length;
    }
    // At most four standard deviations of a count above, and no more than half of them missing.
    expect(raised / maps).toBeLessThan(alarms + 4 * Math.sqrt(alarms / maps));
    expect(raised / maps).toBeGreaterThan(alarms * 0.5);
  });

  test('keeps the same promise where nearly everybody is satisfied and weeks are small', () => {
    const random = seededRandom(17);
    let raised = 0;
    const maps = 5;
    for (let map = 0; map < maps; map += 1) {
      const subjects = Array.from({ length: 40 }, (_, place) =>
        subject(
          String(place),
          Array.from({ length: WATCHED_WEEKS }, () => drawCounts(random, 12, [1, 1, 2, 30, 66])),
          'csat',
        ),
      );
      raised += watchSignals(subjects, WEEKS, 4).length;
    }
    // Two years each; learning takes some of the first.
    expect(raised / maps).toBeLessThan(8 + 4);
  });

  test('finds planted falls: 15 points mostly within half a year, 30 points nearly always and soon', () => {
    const random = seededRandom(30);
    const [small, large] = [15, 30].map((points) => {
      const delays: number[] = [];
      const runs = 3;
      for (let run = 0; run < runs; run += 1) {
        const subjects = Array.from({ length: 40 }, (_, place) =>
          subject(
            String(place),
            weekly(random, (week) => (week < 60 ? USUAL : worseBy(points))),
          ),
        );
        const seen = new Map<string, number>();
        for (const { lineageId, noticedOn, direction } of watchSignals(subjects, WEEKS, 4)) {
          const week = WEEKS.findIndex(({ to }) => to >= noticedOn);
          if (direction === 'down' && week >= 60 && week < 86) seen.set(lineageId, week - 60);
        }
        delays.push(...seen.values());
      }
      delays.sort((a, b) => a - b);
      return { found: delays.length / (runs * 40), middle: delays[delays.length >> 1] ?? 99 };
    });
    expect(small?.found).toBeGreaterThan(0.6);
    expect(large?.found).toBeGreaterThan(0.9);
    expect(large?.middle).toBeLessThanOrEqual(4);
  });
});

describe('a signal', () => {
  const steady = (week: number): Tally => (week % 2 ? [1, 2, 5, 12, 10] : [1, 1, 6, 11, 11]);
  const fallen = (week: number): Tally => (week % 2 ? [4, 6, 8, 8, 4] : [5, 5, 8, 7, 5]);

  test('says when a lasting fall began, between which days, when it was noticed, and how far it went', () => {
    const slices = WEEKS.map((_, week) => (week < 70 ? steady(week) : fallen(week)));
    const [signal, ...more] = watchSignals([subject('a', slices, 'csat')], WEEKS, 4);
    expect(more).toEqual([]);
    expect(signal).toMatchObject({
      lineageId: 'a',
      metric: 'csat',
      wording: 'one@1',
      direction: 'down',
      rule: 'drift',
    });
    expect(signal?.since).toBe(WEEKS[70]?.from);
    expect((signal?.from ?? '') <= (signal?.since ?? '')).toBe(true);
    expect((signal?.to ?? '') >= (signal?.since ?? '')).toBe(true);
    expect(signal?.noticedOn).toBe(WEEKS[70]?.to);
    expect(signal?.before.value).toBeCloseTo(22 / 30, 2);
    expect(signal?.after.value).toBeCloseTo(12 / 30, 1);
    // What it rests on: every answer since the one before, and those since; each with its interval.
    expect([signal?.before.n, signal?.after.n]).toEqual([70 * 30, 60]);
    expect(signal?.after.high).toBeLessThan(signal?.before.low as number);
  });

  test('is told of one week that is far out, which does not become what is usual', () => {
    const slices = WEEKS.map((_, week) => (week === 80 ? [20, 6, 2, 1, 1] : steady(week)));
    const found = watchSignals([subject('a', slices, 'csat')], WEEKS, 4);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      rule: 'jump',
      direction: 'down',
      since: WEEKS[80]?.from,
      noticedOn: WEEKS[80]?.to,
    });
    const points = watchOver([subject('a', slices, 'csat')], WEEKS, 4).series[0]?.points ?? [];
    expect(Math.abs(points[81]?.z ?? 9)).toBeLessThan(1);
  });

  test('is given once for each change: down, and later up again', () => {
    const slices = WEEKS.map((_, week) => (week >= 40 && week < 75 ? fallen(week) : steady(week)));
    const found = watchSignals([subject('a', slices, 'csat')], WEEKS, 4);
    expect(found.map(({ direction, since }) => [direction, since])).toEqual([
      ['up', WEEKS[75]?.from],
      ['down', WEEKS[40]?.from],
    ]);
  });

  test('is not given for a steady score, nor while too little is known', () => {
    expect(
      watchSignals(
        [
          subject(
            'a',
            WEEKS.map((_, week) => steady(week)),
            'csat',
          ),
        ],
        WEEKS,
        52,
      ),
    ).toEqual([]);
    const young = WEEKS.map((_, week) =>
      week < 100 ? [0, 0, 0, 0, 0] : week < 102 ? steady(week) : fallen(week),
    );
    const watch = watchOver([subject('a', young, 'csat')], WEEKS, 4);
    expect(watch.series[0]).toMatchObject({
      signals: [],
      state: { kind: 'learning', answers: 80, weeks: 16 },
    });
  });
});

describe('the series of a watch', () => {
  test('puts weeks together until there are ten answers, and waits with what is left', () => {
    const slices = WEEKS.map((_, week) => (week < 100 ? [0, 0, 0, 0, 0] : [0, 0, 1, 2, 1]));
    const watch = watchOver([subject('a', slices, 'csat')], WEEKS, 4);
    expect(watch.series[0]?.points).toEqual([
      {
        ...{ from: WEEKS[100]?.from, to: WEEKS[102]?.to, z: null, average: null, limit: null },
        // Wilson, 9 of 12.
        score: {
          ...{ value: 0.75, n: 12, method: 'wilson', formula: 'csat@1' },
          low: expect.closeTo(0.467695, 6),
          high: expect.closeTo(0.911058, 6),
        },
      },
    ]);
  });

  test('holds a week against all before it, and what these leave open counts as well', () => {
    const slices = WEEKS.map((_, week) => {
      if (week < 50 || week > 58) return [0, 0, 0, 0, 0];
      return week < 58 ? [7, 6, 0, 7, 6] : [20, 20, 0, 30, 30];
    });
    const last = watchOver([subject('a', slices, 'csat')], WEEKS, 4).series[0]?.points.at(-1);
    // 60 % of 100 after half of 208: 0.1 / √(0.2512 · (1/100 + 1/208)); at one half shares have no skewness.
    expect(last?.z).toBeCloseTo(1.639607175, 9);
    expect(last?.average).toBeCloseTo(0.2 * 1.639607175, 9);
  });

  test('leaves out what nobody answered, and shares the false alarms among the rest', () => {
    const some = subject(
      'a',
      WEEKS.map(() => [1, 1, 4, 8, 6]),
      'csat',
    );
    const nobody = subject(
      'b',
      WEEKS.map(() => [0, 0, 0, 0, 0]),
      'csat',
    );
    const one = watchOver([some, nobody], WEEKS, 4);
    expect(one.watched).toBe(1);
    const many = watchOver(
      Array.from({ length: 40 }, (_, place) => ({ ...some, lineageId: String(place) })),
      WEEKS,
      4,
    );
    expect(many.limits.drift).toBeGreaterThan(one.limits.drift);
    expect(many.limits.jump).toBeGreaterThanOrEqual(3);
  });

  test('judges weeks that scatter more than their answers by their own scatter', () => {
    const random = seededRandom(5);
    // The level itself goes up and down from week to week, four times as much as 200 answers do.
    const subjects = Array.from({ length: 40 }, (_, place) =>
      subject(
        String(place),
        WEEKS.map(() => {
          const level = 0.7 + 0.12 * Math.max(-2.4, Math.min(2.4, drawNormal(random)));
          return drawCounts(random, 200, [0, 0, 1 - level, level, 0]);
        }),
        'csat',
      ),
    );
    // 84 weeks at four a year; judged by their answers alone these would be hundreds.
    expect(watchSignals(subjects, WEEKS, 4).length).toBeLessThan(20);
  });

  test('asks for no false alarms in vain', () => {
    expect(() => watchOver([], WEEKS, 0)).toThrow(RangeError);
  });
});
