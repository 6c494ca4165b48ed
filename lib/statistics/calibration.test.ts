import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auc } from './auc';
import { type DatedTrials, forwardCheck } from './forward-check';
import { isotonic } from './isotonic';
import { chanceAt, logistic, logLoss, type Trials } from './logistic';
import { meanOfLosses } from './mean-of-losses';
import { seededRandom } from './random';

/** Customers who left, by their score 0…10. */
const LEFT: Trials[] = [7, 4, 5, 6, 7, 8, 7, 9, 8, 5, 3].map((count, x) => ({
  x,
  count,
  n: [12, 8, 10, 14, 20, 25, 30, 44, 60, 50, 40][x] as number,
}));

describe('Logistic fit', () => {
  const fit = logistic(LEFT);

  test('is the maximum likelihood that scipy 1.17 finds, to ten digits', () => {
    expect(fit?.intercept).toBeCloseTo(0.52271396, 8);
    expect(fit?.slope).toBeCloseTo(-0.28974402, 8);
    expect(fit?.slopeError).toBeCloseTo(0.05194511, 8);
    expect(fit?.logLikelihood).toBeCloseTo(-148.21694347881336, 9);
    expect(fit?.oddsRatio).toBeCloseTo(0.748455, 6);
    expect([fit?.n, fit?.events]).toEqual([313, 69]);
  });

  test('expects as many events as there were', () => {
    const expected = LEFT.reduce(
      (sum, one) => sum + one.n * chanceAt(fit ?? { intercept: 0, slope: 0 }, one.x),
      0,
    );
    expect(expected).toBeCloseTo(69, 8);
  });

  test('takes people one by one as it takes them together', () => {
    const apart = LEFT.flatMap(({ x, count, n }) =>
      Array.from({ length: n }, (_, index) => ({ x, count: index < count ? 1 : 0, n: 1 })),
    );
    expect(logistic(apart)?.slope).toBeCloseTo(fit?.slope ?? Number.NaN, 10);
    expect(logistic(apart)?.slopeError).toBeCloseTo(fit?.slopeError ?? Number.NaN, 10);
  });

  test('moves as x does: shifted and stretched, it tells the same chances', () => {
    const far = logistic(LEFT.map((one) => ({ ...one, x: 100 + 10 * one.x })));
    expect(far?.slope).toBeCloseTo((fit?.slope ?? Number.NaN) / 10, 10);
    expect(chanceAt(far ?? { intercept: 0, slope: 0 }, 130)).toBeCloseTo(
      chanceAt(fit ?? { intercept: 0, slope: 0 }, 3),
      10,
    );
  });

  test('is not made where the slope has no end, or nothing or everything happened', () => {
    expect(
      logistic([
        { x: 1, count: 5, n: 5 },
        { x: 2, count: 0, n: 5 },
      ]),
    ).toBeNull();
    expect(
      logistic([
        { x: 1, count: 5, n: 5 },
        { x: 2, count: 2, n: 5 },
      ]),
    ).toBeNull();
    expect(
      logistic([
        { x: 1, count: 0, n: 5 },
        { x: 2, count: 0, n: 5 },
      ]),
    ).toBeNull();
    expect(logistic([{ x: 3, count: 2, n: 5 }])).toBeNull();
    expect(logistic([])).toBeNull();
  });
});

describe('Isotonic fit', () => {
  test('is that of scipy 1.17 with weights', () => {
    const values = [0.9, 0.8, 0.82, 0.7, 0.75, 0.6, 0.61, 0.3];
    const weights = [4, 9, 3, 10, 12, 7, 20, 5];
    const fitted = isotonic(
      values.map((value, index) => ({ value, weight: weights[index] as number })),
      'falling',
    );
    const expected = [0.9, 0.805, 0.805, 0.72727273, 0.72727273, 0.60740741, 0.60740741, 0.3];
    for (const [index, value] of fitted.entries()) expect(value).toBeCloseTo(expected[index] as number, 8);
  });

  test('is ordered, keeps the weighted sum, and leaves alone what is in order', () => {
    const place = fc.record({
      value: fc.double({ min: -5, max: 5, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const fitted = isotonic(places, 'rising');
        for (const [index, value] of fitted.entries()) {
          if (index > 0) expect(value).toBeGreaterThanOrEqual(fitted[index - 1] as number);
        }
        const sum = (values: number[]) =>
          values.reduce((total, value, index) => total + value * (places[index]?.weight ?? 0), 0);
        expect(sum(fitted)).toBeCloseTo(sum(places.map(({ value }) => value)), 6);
        const again = isotonic(
          fitted.map((value) => ({ value, weight: 1 })),
          'rising',
        );
        for (const [index, value] of again.entries()) expect(value).toBeCloseTo(fitted[index] as number, 12);
      }),
      { seed: 13, numRuns: 200 },
    );
    expect(() => isotonic([{ value: 1, weight: 0 }], 'rising')).toThrow(RangeError);
  });
});

describe('AUC', () => {
  test('is the Mann–Whitney share with the DeLong interval of an independent computation in numpy', () => {
    const found = auc(LEFT);
    expect(found?.value).toBeCloseTo(0.28050011879306247, 12);
    expect(found?.interval?.low).toBeCloseTo(0.21703639974615443, 10);
    expect(found?.interval?.high).toBeCloseTo(0.35412791163423, 10);
  });

  test('turns round with x, is one half where x tells nothing, and needs both sides', () => {
    const turned = auc(LEFT.map((one) => ({ ...one, x: -one.x })));
    expect(turned?.value).toBeCloseTo(1 - 0.28050011879306247, 12);
    expect(auc([{ x: 1, count: 3, n: 9 }])?.value).toBe(0.5);
    expect(auc([{ x: 1, count: 3, n: 3 }])).toBeNull();
    expect(
      auc([
        { x: 1, count: 3, n: 3 },
        { x: 0, count: 0, n: 3 },
      ]),
    ).toEqual({ value: 1, interval: null });
  });
});

test('the mean of losses has the normal interval of a mean', () => {
  const mean = meanOfLosses([
    { loss: 1, n: 2 },
    { loss: 0, n: 2 },
  ]);
  expect(mean?.mean).toBe(0.5);
  expect(mean?.interval.high).toBeCloseTo(0.5 + 1.959963984540054 * Math.sqrt(1 / 3 / 4), 12);
  expect(meanOfLosses([{ loss: 1, n: 1 }])).toBeNull();
});

test('log-loss is that of the definition, also where all or none did', () => {
  expect(logLoss({ count: 1, n: 4 }, 0.25)).toBeCloseTo(-(Math.log(0.25) + 3 * Math.log(0.75)) / 4, 14);
  expect(logLoss({ count: 4, n: 4 }, 0.5)).toBeCloseTo(Math.LN2, 14);
  expect(logLoss({ count: 0, n: 4 }, 0)).toBeCloseTo(0, 14);
});

describe('Check in order of time', () => {
  test('finds what tells, and finds nothing in what does not', () => {
    const told = forwardCheck(people(2000, (x) => 0.6 - 0.05 * x, 21));
    expect(told?.gain.interval.low).toBeGreaterThan(0);
    expect(told?.auc?.interval?.low).toBeGreaterThan(0.6);
    expect(told?.brier.mean).toBeLessThan(told?.baseBrier.mean ?? 0);
    const untold = forwardCheck(people(2000, () => 0.3, 22));
    expect(untold?.gain.interval.low).toBeLessThan(0);
    expect(untold?.auc?.value).toBeGreaterThan(0.4);
    expect(untold?.auc?.value).toBeLessThan(0.6);
  });

  test('predicts the last four of five parts, each from what came before', () => {
    const checked = forwardCheck(people(1000, (x) => 0.6 - 0.05 * x, 23));
    expect(checked?.n).toBeGreaterThan(780);
    expect(checked?.n).toBeLessThan(820);
  });

  test('sees through a link that turns round with time, which shuffled parts would hide', () => {
    const first = people(1000, (x) => 0.05 + 0.06 * x, 24);
    const later = people(1000, (x) => 0.65 - 0.06 * x, 25).map((one) => ({ ...one, on: one.on + 2000 }));
    expect(forwardCheck([...first, ...later], 2)?.gain.interval.high).toBeLessThan(0);
  });

  test('judges nobody where nothing can be fitted', () => {
    expect(forwardCheck([])).toBeNull();
    expect(forwardCheck(people(300, () => 0, 26))).toBeNull();
  });
});

function people(n: number, chance: (x: number) => number, seed: number): DatedTrials[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, on) => {
    const x = Math.floor(random() * 11);
    return { on, x, count: random() < chance(x) ? 1 : 0, n: 1 };
  });
}
