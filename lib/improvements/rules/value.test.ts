import { describe, expect, test } from 'vitest';
import { ECONOMIC_FIGURES, type Economics, type Figure } from '../../outcomes/model';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { cumulativeValue, improvementValue, realisedValue } from './value';

const FIGURES = {
  customersPerYear: 24_000,
  arpuPerMonth: 40,
  grossMargin: 0.7,
  monthlyChurn: 0.0125,
  churnAfterBad: 0.18,
  churnAfterGood: 0.08,
  contactsAfterBad: 0.9,
  contactsAfterGood: 0.3,
  costPerContact: 6,
} as const;

const origin = { kind: 'assumed', by: 'Ana', at: '2026-01-01' } as const;
const economics: Economics = {
  currency: 'EUR',
  figures: Object.fromEntries(
    ECONOMIC_FIGURES.map((name): [string, Figure] => [name, { value: FIGURES[name], origin }]),
  ) as Economics['figures'],
};

/** 40 bad answers of 180. */
const tally = tallyOf(METRICS.csat.scale, [...Array(40).fill(1), ...Array(140).fill(5)]);
const measure = { metric: 'csat' as const, tally };

describe('the value of a fix', () => {
  test('is that of the worked example at the ends of the interval', () => {
    const value = improvementValue(measure, { reach: 1, targetBadShare: 0.12 }, economics);
    expect([value?.low, value?.base, value?.high].map((one) => Math.round(one?.retained ?? 0))).toEqual([
      114, 245, 404,
    ]);
    expect(value?.base.contactSaving).toBeCloseTo(8832, 6);
    expect(Math.round((value?.base.margin12Months ?? 0) / 100)).toBe(770);
    expect(value?.badShare).toMatchObject({ count: 40, n: 180 });
    expect(value?.target).toEqual({ value: 0.12, assumed: false });
    expect(value?.assumed).toHaveLength(ECONOMIC_FIGURES.length);
  });

  test('without a target is taken to halve the bad share, and says so', () => {
    const value = improvementValue(measure, { reach: 0.5, targetBadShare: null }, economics);
    expect(value?.target.assumed).toBe(true);
    expect(value?.target.value).toBeCloseTo(40 / 360, 12);
    expect(value?.base.affected).toBeCloseTo(24_000 * 0.5 * (40 / 360), 6);
  });

  test('is not told where nobody answered or a figure is missing', () => {
    const nobody = { metric: 'csat' as const, tally: tallyOf(METRICS.csat.scale, []) };
    const given = { reach: 1, targetBadShare: null };
    expect(improvementValue(nobody, given, economics)).toBeNull();
    expect(improvementValue(measure, given, null)).toBeNull();
    const poor: Economics = {
      ...economics,
      figures: { ...economics.figures, arpuPerMonth: { value: null, origin: null } },
    };
    expect(improvementValue(measure, given, poor)).toBeNull();
  });
});

test('what was really reached has its interval, and a share that rose costs', () => {
  const won = realisedValue({ value: 0.1, low: 0.02, high: 0.18 }, 1, economics);
  const lost = realisedValue({ value: -0.1, low: -0.18, high: -0.02 }, 1, economics);
  expect(won?.low).toBeGreaterThan(0);
  expect(won?.base).toBeCloseTo(-(lost?.base ?? 0), 6);
  expect(won?.high).toBeCloseTo((won?.base ?? 0) * 1.8, 6);
  expect(lost?.high).toBeLessThan(0);
  expect(realisedValue({ value: 0.1, low: 0, high: 0.2 }, 1, null)).toBeNull();
});

test('a running total is less uncertain than the sum of its ends', () => {
  const total = cumulativeValue([
    { low: 60, base: 100, high: 150 },
    { low: 20, base: 50, high: 90 },
  ]);
  expect(total[0]?.total).toEqual({ low: 60, base: 100, high: 150 });
  expect(total[1]?.total.base).toBe(150);
  expect(total[1]?.total.low).toBeCloseTo(100, 12);
  expect(total[1]?.total.high).toBeCloseTo(150 + Math.sqrt(50 ** 2 + 40 ** 2), 12);
});
