import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnValue } from './drawn-value';
import { type FixAssumptions, monthsKept, valueOfFix, valueRange, valueStandardError } from './value-of-fix';

/** 24,000 customers a year; churn 18 % after bad and 8 % after good; 40 a month at 70 % margin; 1.25 % leave a month. */
const WORKED: FixAssumptions = {
  customersPerYear: 24_000,
  reach: 1,
  badShareTarget: 0.12,
  churnAfterBad: 0.18,
  churnAfterGood: 0.08,
  marginPerMonth: 28,
  monthlyChurn: 0.0125,
  contactsAfterBad: 0.9,
  contactsAfterGood: 0.3,
  costPerContact: 6,
  effect: 1,
};

describe('Value of a fix', () => {
  test('gives the worked example: 40 of 180 bad, to come down to 12 %', () => {
    const range = valueRange({ count: 40, n: 180 }, WORKED);
    const all = [range?.low, range?.base, range?.high];
    expect(all.map((one) => Math.round(one?.retained ?? 0))).toEqual([114, 245, 404]);
    expect(all.map((one) => thousands(one?.margin12Months))).toEqual([35.9, 77, 126.8]);
    expect(all.map((one) => Math.round((one?.lifetimeMargin ?? 0) / 1000))).toEqual([256, 550, 905]);
    // Printed elsewhere as 14.6: 14,549.98 was rounded twice.
    expect(all.map((one) => thousands(one?.contactSaving))).toEqual([4.1, 8.8, 14.5]);
    expect(range?.base.lifetimeMargin).toBeCloseTo((range?.base.retained ?? 0) * 2240, 6);
    expect(range?.base.yearValue).toBeCloseTo(
      (range?.base.margin12Months ?? 0) + (range?.base.contactSaving ?? 0),
      9,
    );
  });

  test('is nothing where the target is met, where bad costs nobody, or where nothing is causal', () => {
    expect(valueOfFix(0.1, WORKED).yearValue).toBe(0);
    const harmless = { ...WORKED, churnAfterBad: 0.08, contactsAfterBad: 0.3 };
    expect(valueOfFix(0.3, harmless).yearValue).toBe(0);
    expect(valueOfFix(0.3, { ...WORKED, effect: 0 }).yearValue).toBe(0);
  });

  test('has no lifetime where nobody ever leaves, and no range where nobody answered', () => {
    expect(valueOfFix(0.3, { ...WORKED, monthlyChurn: 0 }).lifetimeMargin).toBeNull();
    expect(monthsKept(0)).toBe(12);
    expect(valueRange({ count: 0, n: 0 }, WORKED)).toBeNull();
  });

  test('never falls when more experiences are bad, more people pass or more of it is causal', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (a, b, reach, effect) => {
        const given = { ...WORKED, reach, effect };
        const [low, high] = [valueOfFix(Math.min(a, b), given), valueOfFix(Math.max(a, b), given)];
        expect(low.yearValue).toBeLessThanOrEqual(high.yearValue + 1e-9);
        expect(low.yearValue).toBeLessThanOrEqual(valueOfFix(Math.min(a, b), WORKED).yearValue + 1e-9);
        expect(low.yearValue).toBeGreaterThanOrEqual(0);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('has the standard error that many draws scatter by', () => {
    const counts = {
      bad: { count: 400, n: 1800 },
      churnBad: { count: 180, n: 1000 },
      churnGood: { count: 240, n: 3000 },
    };
    const error = valueStandardError(counts, WORKED, 300) ?? Number.NaN;
    const drawn = drawnValue(
      {
        bad: { kind: 'counted', ...counts.bad },
        churnBad: { kind: 'counted', ...counts.churnBad },
        churnGood: { kind: 'counted', ...counts.churnGood },
      },
      ({ bad, churnBad, churnGood }) => 24_000 * 300 * (bad - 0.12) * (churnBad - churnGood),
      { seed: 5, cost: null },
    );
    // Four of five draws lie within ±1.2816 standard errors of the middle.
    expect((drawn.range80.high - drawn.range80.low) / (2 * 1.2815515655)).toBeCloseTo(
      error,
      -Math.log10(error * 0.1),
    );
    expect(valueStandardError({ ...counts, bad: { count: 0, n: 0 } }, WORKED, 300)).toBeNull();
  });
});

describe('Drawn value', () => {
  const parts = {
    bad: { kind: 'counted', count: 40, n: 180 },
    uplift: { kind: 'guessed', low: 0.04, likely: 0.1, high: 0.16 },
    margin: { kind: 'given', value: 314 },
  } as const;
  const money = (one: { bad: number; uplift: number; margin: number }) =>
    24_000 * Math.max(0, one.bad - 0.12) * one.uplift * one.margin;

  test('is the same for the same seed and another for another', () => {
    const first = drawnValue(parts, money, { seed: 1, cost: 40_000 });
    expect(drawnValue(parts, money, { seed: 1, cost: 40_000 })).toEqual(first);
    expect(drawnValue(parts, money, { seed: 2, cost: 40_000 }).median).not.toBe(first.median);
  });

  test('lies about the value at the middle of its parts, wider than from counting alone', () => {
    const { median, range80, chanceAboveCost } = drawnValue(parts, money, { seed: 3, cost: 40_000 });
    expect(median).toBeGreaterThan(65_000);
    expect(median).toBeLessThan(85_000);
    expect(range80.low).toBeLessThan(median);
    expect(range80.high).toBeGreaterThan(median);
    // numpy 2.4 with 4,000,000 draws of the same parts: median 74,921, 80 % range 42,643 … 118,196, P = 0.9207.
    expect(Math.abs(median - 74_921)).toBeLessThan(74_921 * 0.02);
    expect(Math.abs(range80.low - 42_643)).toBeLessThan(42_643 * 0.03);
    expect(Math.abs(range80.high - 118_196)).toBeLessThan(118_196 * 0.03);
    expect(Math.abs((chanceAboveCost ?? 0) - 0.9207)).toBeLessThan(0.015);
  });

  test('names first the part that matters most, and leaves out what is given', () => {
    const { tornado } = drawnValue(parts, money, { seed: 4, cost: null });
    expect(tornado.map(({ part }) => part).sort()).toEqual(['bad', 'uplift']);
    const [first, second] = tornado.map(({ low, high }) => high - low);
    expect(first).toBeGreaterThanOrEqual(second ?? Number.NaN);
  });

  test('refuses what is no share and no guess', () => {
    const go = (bad: Parameters<typeof drawnValue>[0][string]) =>
      drawnValue({ bad }, ({ bad: x }) => x ?? 0, { seed: 1, cost: null, draws: 10 });
    expect(() => go({ kind: 'counted', count: 3, n: 2 })).toThrow(RangeError);
    expect(() => go({ kind: 'guessed', low: 1, likely: 3, high: 2 })).toThrow(RangeError);
    expect(go({ kind: 'guessed', low: 2, likely: 2, high: 2 }).median).toBe(2);
  });
});

const thousands = (value: number | undefined) => Math.round((value ?? Number.NaN) / 100) / 10;
