import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePoint } from './change-point';
import { drawCounts, drawNormal } from './draws';
import { EWMA_WEIGHT, ewmaLimit, ewmaRunLength } from './ewma-limit';
import { seededRandom } from './random';
import { answersForDifference, answersForMargin, answersUntilCertain } from './sample-size';
import { withoutSkewness } from './skewness';

// Yearly flow of the Nile at Aswan, 1871–1970 (R's datasets::Nile).
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];
const even = (values: readonly number[]) => values.map((value) => ({ value, weight: 1 }));

describe('the change point', () => {
  test('of the Nile is after the 28th year: 1097.75 before, 849.97 after, and hardly in doubt', () => {
    const found = changePoint(even(NILE));
    expect(found).toMatchObject({ at: 28, p: 0.001 });
    expect(found?.before).toBeCloseTo(1097.75, 2);
    expect(found?.after).toBeCloseTo(849.97, 2);
    expect(found?.from).toBeGreaterThanOrEqual(25);
    expect(found?.to).toBeLessThanOrEqual(30);
  });

  test('is the same for the same seed, and turns round with the series', () => {
    expect(changePoint(even(NILE), { seed: 4 })).toEqual(changePoint(even(NILE), { seed: 4 }));
    const back = changePoint(even([...NILE].reverse()));
    expect(back?.at).toBe(72);
    expect(back?.after).toBeCloseTo(1097.75, 2);
  });

  test('weighs weeks by their answers: one week of three answers is no new level', () => {
    const weeks = Array.from({ length: 20 }, (_, week) => ({ value: week < 12 ? 5 : 4, weight: 50 }));
    weeks[4] = { value: 1, weight: 3 };
    expect(changePoint(weeks)?.at).toBe(12);
  });

  test('is not clear in noise: its p-value is at most 5 % in about 5 % of series', () => {
    const random = seededRandom(12);
    let clear = 0;
    for (let run = 0; run < 300; run += 1) {
      const found = changePoint(even(Array.from({ length: 30 }, () => drawNormal(random))), {
        seed: run,
        permutations: 99,
      });
      if (found && found.p <= 0.05) clear += 1;
    }
    expect(clear).toBeGreaterThan(5);
    expect(clear).toBeLessThan(28);
  });

  test('has its true place in the range about nine times of ten', () => {
    const random = seededRandom(21);
    let held = 0;
    for (let run = 0; run < 400; run += 1) {
      const place = 8 + Math.floor(random() * 24);
      const values = Array.from({ length: 40 }, (_, at) => drawNormal(random) + (at >= place ? 1.2 : 0));
      const found = changePoint(even(values), { permutations: 0 });
      if (found && found.from <= place && place <= found.to) held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.83);
    expect(held / 400).toBeLessThan(0.97);
  });

  test('is not looked for in three values nor in equal ones', () => {
    expect(changePoint(even([1, 2, 3]))).toBeNull();
    expect(changePoint(even([2, 2, 2, 2, 2]))).toBeNull();
  });

  test('always lies in its range and within the series', () => {
    const series = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(series, (values) => {
        const found = changePoint(even(values), { permutations: 0 });
        if (found === null) return;
        expect(found.from >= 1 && found.from <= found.at).toBe(true);
        expect(found.at <= found.to && found.to < values.length).toBe(true);
      }),
    );
  });
});

describe('limits of the weighted average', () => {
  // Crowder, Technometrics 29 (1987), table 1; Lucas & Saccucci, Technometrics 32 (1990), for 500.
  test.each([
    [3, 0.75, 374.5],
    [3, 0.5, 397.5],
    [3, 0.25, 502.9],
    [3, 0.1, 842.2],
  ])('±%d with λ = %d are left after %d points on average', (limit, weight, length) => {
    expect(Math.abs(ewmaRunLength(limit, weight) / length - 1)).toBeLessThan(0.0015);
  });

  test('for a false alarm every 370 or 500 points are 2.86 and 2.96', () => {
    expect(ewmaLimit(370)).toBeCloseTo(2.86, 2);
    expect(ewmaLimit(500)).toBeCloseTo(2.962, 2);
    expect(ewmaRunLength(ewmaLimit(2000))).toBeCloseTo(2000, -1);
  });

  test('are left by simulated series as often as they say', () => {
    const random = seededRandom(100);
    const end = ewmaLimit(200) * Math.sqrt(EWMA_WEIGHT / (2 - EWMA_WEIGHT));
    let points = 0;
    const runs = 3000;
    for (let run = 0; run < runs; run += 1) {
      let average = 0;
      while (Math.abs(average) <= end) {
        average = EWMA_WEIGHT * drawNormal(random) + (1 - EWMA_WEIGHT) * average;
        points += 1;
      }
    }
    // Run lengths scatter about as much as they are long: four standard errors.
    expect(Math.abs(points / runs / 200 - 1)).toBeLessThan(4 / Math.sqrt(runs));
  });
});

describe('skewness taken out', () => {
  test('leaves what is symmetric as it is', () => {
    expect(withoutSkewness(-2.4, 0)).toBe(-2.4);
    expect(withoutSkewness(1.7, 1e-5)).toBeCloseTo(1.7, 4);
  });

  test('keeps the order', () => {
    const z = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(z, z, fc.double({ min: -2, max: 2, noNaN: true }), (a, b, skewness) => {
        if (a < b)
          expect(withoutSkewness(a, skewness)).toBeLessThanOrEqual(withoutSkewness(b, skewness) + 1e-9);
      }),
    );
  });

  test('makes weeks of ten answers, 95 % satisfied, alarm about as seldom as normal ones', () => {
    const random = seededRandom(95);
    const [share, n] = [0.95, 10];
    const sd = Math.sqrt((share * (1 - share)) / n);
    const skewness = (1 - 2 * share) / Math.sqrt(share * (1 - share)) / Math.sqrt(n);
    let [plain, corrected] = [0, 0];
    const weeks = 20_000;
    for (let week = 0; week < weeks; week += 1) {
      const [yes = 0] = drawCounts(random, n, [share, 1 - share]);
      const z = (yes / n - share) / sd;
      if (Math.abs(z) > 3) plain += 1;
      if (Math.abs(withoutSkewness(z, skewness)) > 3) corrected += 1;
    }
    expect(plain / weeks).toBeGreaterThan(0.009);
    expect(corrected / weeks).toBeLessThan(0.003);
  });
});

describe('sample sizes', () => {
  test('are those of the tables: 0.2 and 0.5 of an effort score with sd 1.2 at 80 %', () => {
    expect(answersForDifference(1.44, 0.2)).toBe(566);
    expect(answersForDifference(1.44, 0.5)).toBe(91);
  });

  test('are those of the tables for an NPS near 40 (variance .489): 5, 10 and 20 points', () => {
    expect([0.05, 0.1, 0.2].map((points) => answersForDifference(0.489, points))).toEqual([3071, 768, 192]);
    expect(Math.abs(answersForDifference(0.489, 0.03) - 8529)).toBeLessThanOrEqual(1);
  });

  test('bring an interval to its half-width: a share near 50 % to ±5 points', () => {
    expect(answersForMargin(0.25, 0.05)).toBe(385);
    expect(answersForMargin(0.25, 1)).toBe(1);
    expect(() => answersForMargin(0.25, 0)).toThrow(RangeError);
  });

  test('find a planted difference as often as they promise', () => {
    const random = seededRandom(80);
    const n = answersForDifference(1, 0.4);
    let found = 0;
    for (let run = 0; run < 2000; run += 1) {
      const difference = 0.4 + drawNormal(random) * Math.sqrt(2 / n);
      if (Math.abs(difference) / Math.sqrt(2 / n) > 1.96) found += 1;
    }
    expect(found / 2000).toBeGreaterThan(0.77);
    expect(found / 2000).toBeLessThan(0.83);
  });
});

describe('answers until a difference is certain', () => {
  const previous = { mean: 5, variance: 1.4, n: 300 };

  test('are none where it is certain, and as many as then make it so', () => {
    expect(answersUntilCertain({ mean: 4, variance: 1.4, n: 200 }, previous)).toBe(0);
    const current = { mean: 4.7, variance: 1.4, n: 40 };
    const more = answersUntilCertain(current, previous) as number;
    const z = (n: number) => 0.3 / Math.sqrt(1.4 / n + 1.4 / 300);
    expect(z(40 + more)).toBeGreaterThan(1.9599);
    expect(z(40 + more - 1)).toBeLessThan(1.96);
    expect(more).toBeGreaterThan(20);
  });

  test('are not known where the earlier answers alone are too few, or nothing differs', () => {
    expect(answersUntilCertain({ mean: 4.7, variance: 1.4, n: 40 }, { ...previous, n: 20 })).toBeNull();
    expect(answersUntilCertain({ mean: 5, variance: 1.4, n: 40 }, previous)).toBeNull();
    expect(answersUntilCertain({ mean: 4, variance: 1, n: 0 }, previous)).toBeNull();
  });
});
