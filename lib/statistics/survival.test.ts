import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareTail } from './chi-square';
import { kaplanMeier, type Lifetime, medianSurvival, type SurvivalCurve, survivalAt } from './kaplan-meier';
import { logRank } from './log-rank';
import { rmst, rmstDifference } from './rmst';
import { solveLinear } from './solve-linear';

// Remission in acute myelogenous leukaemia, weeks (Miller, Survival Analysis, 1981); 0: still in remission.
const MAINTAINED = lifetimes([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]);
const NOT = lifetimes([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]);

describe('Kaplan–Meier', () => {
  const curve = kaplanMeier(MAINTAINED) as SurvivalCurve;

  test("gives the published curve of Miller's leukaemia data", () => {
    expect(curve.steps.map(({ time }) => time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([11, 10, 8, 7, 5, 4, 2]);
    const expected = [0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091];
    for (const [index, step] of curve.steps.entries())
      expect(step.survival).toBeCloseTo(expected[index] as number, 6);
  });

  test('has the log-log intervals of scipy 1.17', () => {
    const low = [0.50808021, 0.44742861, 0.35019039, 0.26575204, 0.16733091, 0.09282957, 0.01173848];
    const high = [0.98667382, 0.95116223, 0.89902397, 0.83529924, 0.75339979, 0.65704083, 0.52501484];
    for (const [index, { interval }] of curve.steps.entries()) {
      expect(interval?.low).toBeCloseTo(low[index] as number, 8);
      expect(interval?.high).toBeCloseTo(high[index] as number, 8);
    }
  });

  test("has R's medians: 31 and 23 weeks", () => {
    expect(medianSurvival(curve)).toBe(31);
    expect(medianSurvival(kaplanMeier(NOT) as SurvivalCurve)).toBe(23);
  });

  test('takes the middle of the rest where the curve lies on exactly one half', () => {
    expect(medianSurvival(kaplanMeier(lifetimes([1, 2, 3, 4], [1, 1, 1, 1])) as SurvivalCurve)).toBe(2.5);
    expect(medianSurvival(kaplanMeier(lifetimes([1, 2, 3, 4], [1, 0, 0, 0])) as SurvivalCurve)).toBeNull();
    expect(medianSurvival(kaplanMeier(lifetimes([1, 2, 5, 5], [1, 1, 0, 0])) as SurvivalCurve)).toBe(2);
  });

  test('counts people who went the same way together', () => {
    const apart = kaplanMeier([...MAINTAINED, ...MAINTAINED]);
    expect(kaplanMeier(MAINTAINED.map((one) => ({ ...one, n: 2 })))).toEqual(apart);
  });

  test('says nothing beyond the last one watched, and nothing of nobody', () => {
    expect(survivalAt(curve, 0)).toBe(1);
    expect(survivalAt(curve, 13)).toBeCloseTo(0.818182, 6);
    expect(survivalAt(curve, 162)).toBeNull();
    expect(survivalAt(kaplanMeier(NOT) as SurvivalCurve, 1000)).toBe(0);
    expect(kaplanMeier([])).toBeNull();
    expect(() => kaplanMeier([{ time: -1, ended: true }])).toThrow(RangeError);
  });

  test('falls from 1, stays within 0–1 and inside its interval, for any lifetimes', () => {
    const one = fc.record({ time: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (all) => {
        const { steps } = kaplanMeier(all) as SurvivalCurve;
        let before = 1;
        for (const { survival, interval } of steps) {
          expect(survival).toBeLessThan(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (interval) expect(interval.low <= survival && survival <= interval.high).toBe(true);
          before = survival;
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});

describe('Log-rank', () => {
  test("gives R's chi-square of the leukaemia data: 3.4 on 1 degree, p = 0.0653", () => {
    const compared = logRank([MAINTAINED, NOT]);
    expect(compared?.chiSquare).toBeCloseTo(3.396388698977599, 10);
    expect(compared?.df).toBe(1);
    expect(compared?.p).toBeCloseTo(0.06533932204050502, 10);
  });

  test('does not depend on the order of the groups, also of three', () => {
    const third = lifetimes([3, 9, 20, 21, 50, 60], [1, 1, 0, 1, 1, 0]);
    const first = logRank([MAINTAINED, NOT, third]);
    const other = logRank([third, MAINTAINED, NOT]);
    expect(first?.df).toBe(2);
    expect(first?.chiSquare).toBeCloseTo(other?.chiSquare ?? Number.NaN, 9);
  });

  test('finds nothing between equal groups, and needs two of them and an ending', () => {
    expect(logRank([NOT, NOT])?.chiSquare).toBeCloseTo(0, 12);
    expect(logRank([NOT, []])).toBeNull();
    expect(logRank([lifetimes([1, 2], [0, 0]), lifetimes([1, 2], [0, 0])])).toBeNull();
  });
});

describe('Restricted mean', () => {
  test('is the area below the curve, with the error of an independent computation in numpy', () => {
    const mean = rmst(kaplanMeier(MAINTAINED) as SurvivalCurve, 40);
    expect(mean?.mean).toBeCloseTo(28.897727272727273, 12);
    expect(mean?.standardError).toBeCloseTo(3.4675776788916006, 12);
    const other = rmst(kaplanMeier(NOT) as SurvivalCurve, 40);
    expect(other?.mean).toBeCloseTo(21.930555555555557, 12);
    expect(other?.standardError).toBeCloseTo(3.835641163184592, 12);
  });

  test('differs by the difference of the areas, and by nothing where the groups are one', () => {
    const a = kaplanMeier(MAINTAINED) as SurvivalCurve;
    const b = kaplanMeier(NOT) as SurvivalCurve;
    const difference = rmstDifference(a, b, 40);
    expect(difference?.difference).toBeCloseTo(6.967171717171716, 12);
    expect(difference?.interval.low).toBeLessThan(0);
    expect(rmstDifference(a, a, 40)?.difference).toBe(0);
  });

  test('is the whole time where nobody ended, and unknown beyond what was watched', () => {
    const calm = kaplanMeier(lifetimes([50, 60], [0, 0])) as SurvivalCurve;
    expect(rmst(calm, 40)).toEqual({ mean: 40, standardError: 0, interval: { low: 40, high: 40 } });
    expect(rmst(calm, 61)).toBeNull();
  });
});

test.each([
  [3.841458820694124, 1, 0.05],
  [0.5, 1, 0.47950012218695337],
  [10, 2, 0.006737946999085468],
  [30, 7, 9.495972508134177e-5],
  [0.2, 5, 0.9991138612111875],
  [0, 3, 1],
])('P(chi-square ≥ %s) with %s degrees of freedom is that of scipy 1.17', (x, df, expected) => {
  expect(Math.abs(chiSquareTail(x, df) - expected)).toBeLessThan(expected * 1e-12);
});

test('a linear system is solved, and a singular one is not', () => {
  const x = solveLinear(
    [
      [0, 2, 1],
      [1, -1, 3],
      [4, 0, 0.5],
    ],
    [5, 7, 6],
  );
  const [a = 0, b = 0, c = 0] = x ?? [];
  expect(2 * b + c).toBeCloseTo(5, 12);
  expect(a - b + 3 * c).toBeCloseTo(7, 12);
  expect(4 * a + 0.5 * c).toBeCloseTo(6, 12);
  expect(
    solveLinear(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ),
  ).toBeNull();
});

function lifetimes(times: number[], ended: number[]): Lifetime[] {
  return times.map((time, index) => ({ time, ended: ended[index] === 1 }));
}
