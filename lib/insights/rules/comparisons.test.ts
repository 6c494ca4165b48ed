import { describe, expect, test } from 'vitest';
import { METRICS } from '../../scoring/metrics';
import type { Tally } from '../../scoring/tally';
import { drawCounts } from '../../statistics/draws';
import { seededRandom } from '../../statistics/random';
import { comparedTogether } from './comparisons';
import { type Counted, measureView } from './counted';
import { measureDetail } from './measure-detail';
import { answersUntilFirm, answersUntilSure, reachedOn } from './until';

const MINIMUM_N = 5;
const measured = (now: Tally, before: Tally, metric: Counted['metric'] = 'csat') =>
  measureView({ metric, wording: 'x@1', title: 'X', slices: [now], previous: before }, MINIMUM_N);

const SATISFIED = [5, 5, 15, 40, 35];

describe('changes that are looked at together', () => {
  const alone = measured([8, 8, 14, 38, 32], [4, 4, 10, 42, 40]);
  const plain = measured([30, 30, 20, 10, 10], [2, 3, 5, 45, 45]);
  const none = measured([10, 10, 20, 30, 30], [10, 10, 20, 30, 30]);

  test('stay as they are where there is one, and have to be clearer in company', () => {
    expect(alone.change?.significant).toBe(true);
    const single = comparedTogether([[alone]], MINIMUM_N);
    expect(single.groups[0]?.[0]?.change?.significant).toBe(true);
    expect(single.comparisons).toEqual({ made: 1, standOut: 1 });
    const company = Array.from({ length: 30 }, () => [measured([...none.tally], [...none.tally])]);
    const many = comparedTogether([[alone], [plain], ...company], MINIMUM_N);
    expect(many.groups[0]?.[0]?.change?.significant).toBe(false);
    expect(many.groups[0]?.[0]?.adjustedP).toBeGreaterThan(0.05);
    expect(many.groups[1]?.[0]?.change?.significant).toBe(true);
    expect(many.comparisons).toEqual({ made: 32, standOut: 1 });
  });

  test('keep their groups and order, and change nothing but what is said of the change', () => {
    const { groups } = comparedTogether([[plain, none], [], [alone]], MINIMUM_N);
    expect(groups.map((group) => group.length)).toEqual([2, 0, 1]);
    const { change, adjustedP, ...rest } = groups[0]?.[0] ?? plain;
    const { change: before, adjustedP: _, ...own } = plain;
    expect(rest).toEqual(own);
    expect({ ...change, significant: true }).toEqual({ ...before, significant: true });
    expect(adjustedP).toBeGreaterThanOrEqual(change?.p ?? 1);
  });

  test('do not count what has too few answers or no period to compare with', () => {
    const few = measured([1, 0, 0, 1, 1], [40, 0, 0, 1, 1]);
    const first = measured([1, 0, 0, 10, 10], [0, 0, 0, 0, 0]);
    const { comparisons, groups } = comparedTogether([[few, first]], MINIMUM_N);
    expect(comparisons).toEqual({ made: 0, standOut: 0 });
    expect(groups[0]?.map(({ adjustedP }) => adjustedP)).toEqual([null, null]);
  });

  test('raise an arrow in about one screen of twenty where nothing changed: 40 touchpoints, 52 weeks', () => {
    const random = seededRandom(52);
    let [corrected, plainly] = [0, 0];
    for (let week = 0; week < 52; week += 1) {
      const measures = Array.from({ length: 40 }, () =>
        measured(
          drawCounts(random, 8 + Math.floor(random() * 112), SATISFIED),
          drawCounts(random, 8 + Math.floor(random() * 112), SATISFIED),
        ),
      );
      if (measures.some(({ change }) => change?.significant)) plainly += 1;
      if (comparedTogether([measures], MINIMUM_N).comparisons.standOut > 0) corrected += 1;
    }
    expect(plainly).toBeGreaterThan(36);
    expect(corrected).toBeLessThanOrEqual(6);
  });

  test('keep nearly all planted changes, and of what stands out about one in twenty is chance', () => {
    const random = seededRandom(4);
    const fallen = [20, 20, 20, 25, 15];
    let [found, chance, planted] = [0, 0, 0];
    for (let week = 0; week < 30; week += 1) {
      const measures = Array.from({ length: 40 }, (_, place) =>
        measured(drawCounts(random, 80, place < 8 ? fallen : SATISFIED), drawCounts(random, 80, SATISFIED)),
      );
      comparedTogether([measures], MINIMUM_N).groups[0]?.forEach(({ change }, place) => {
        if (place < 8) planted += 1;
        if (change?.significant && place < 8) found += 1;
        if (change?.significant && place >= 8) chance += 1;
      });
    }
    expect(found / planted).toBeGreaterThan(0.95);
    expect(chance / (found + chance)).toBeLessThan(0.08);
  });
});

describe('how many answers are missing', () => {
  test('is what makes an interval as narrow as its target, and never fewer than make 30', () => {
    const { csat, ces } = METRICS;
    const more = answersUntilFirm(csat, [2, 2, 4, 8, 4]) as number;
    const later = csat.score([2, 2, 4, 8, 4].map((count) => (count * (20 + more)) / 20).map(Math.round));
    expect(((later.high ?? 1) - (later.low ?? 0)) / 2).toBeCloseTo(csat.targetHalfWidth, 2);
    expect(answersUntilFirm(csat, [0, 0, 0, 0, 12])).toBe(18);
    expect(answersUntilFirm(csat, [0, 0, 0, 0, 0])).toBeNull();
    expect(answersUntilFirm(csat, [10, 10, 40, 800, 400])).toBe(0);
    // Wald's formula for the same: z²·s²/0.4².
    const spread = [4, 4, 4, 4, 4, 4, 4];
    const wald = (1.96 ** 2 * 4.15) / 0.16;
    expect(Math.abs((answersUntilFirm(ces, spread) ?? 0) + 28 - wald)).toBeLessThan(8);
  });

  test('makes a change certain that stays as it is', () => {
    const { csat } = METRICS;
    const [now, before] = [
      [4, 6, 10, 12, 8],
      [20, 30, 70, 130, 90],
    ];
    const more = answersUntilSure(csat, now, before) as number;
    expect(Math.abs(more - 12)).toBeLessThanOrEqual(4);
    const scaled = (total: number) => now.map((count) => Math.round((count * total) / 40));
    expect(csat.difference(scaled(40 + more + 8), before)?.significant).toBe(true);
    expect(csat.difference(scaled(40 + more - 8), before)?.significant).toBe(false);
    expect(answersUntilSure(csat, [90, 0, 0, 0, 0], before)).toBe(0);
    expect(answersUntilSure(csat, now, [0, 0, 0, 0, 0])).toBeNull();
    expect(answersUntilSure(csat, now, [1, 0, 1, 2, 1])).toBeNull();
  });

  test('is also what finds a change of the size of the target: 0.4 of an effort score with sd 2 in 394 answers', () => {
    const spread = { metric: 'ces', wording: 'x@1', title: 'X' } as const;
    const detail = measureDetail({
      ...spread,
      slices: [[70, 70, 70, 70, 70, 70, 70]],
      previous: [0, 0, 0, 0, 0, 0, 0],
    });
    expect(detail.finds?.change).toBe(0.4);
    // (1.96 + 0.8416)² · 2 · 4.008 / 0.4², the variance of a uniform scale being 4 · n/(n − 1).
    expect(detail.finds?.answers).toBe(394);
    expect(detail.order).toBeNull();
    const equal = measureDetail({
      ...spread,
      slices: [[0, 0, 0, 0, 0, 0, 9]],
      previous: [0, 0, 0, 0, 0, 9, 0],
    });
    expect(equal.finds).toBeNull();
    expect(equal.order).toMatchObject({ above: 1 });
  });

  test('is reached at the pace of the period, or later than a year, or nobody knows', () => {
    const around = { period: { from: '2026-01-01', to: '2026-01-10' }, today: '2026-01-10' };
    const measure = measured([0, 0, 0, 10, 10], [0, 0, 0, 0, 0]);
    const view = around as Parameters<typeof reachedOn>[2];
    expect(reachedOn(4, measure, view)).toBe('2026-01-12');
    expect(reachedOn(2000, measure, view)).toBe('later');
    expect(reachedOn(4, measure, { ...view, today: '2026-01-11' })).toBeNull();
    expect(reachedOn(4, measured([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]), view)).toBeNull();
  });
});
