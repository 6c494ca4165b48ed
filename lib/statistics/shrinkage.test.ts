import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shrinkShares } from './beta-binomial';
import { drawNormal } from './draws';
import { seededRandom } from './random';
import { rankRanges } from './rank-ranges';
import { shrink } from './shrinkage';

// Hits of 18 players in their first 45 times at bat, 1970 (Efron & Morris 1977).
const HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];

describe('shrinking means', () => {
  test("becomes James–Stein's .400 → .294 with K − 3 in place of K − 1", () => {
    const share = HITS.reduce((sum, hits) => sum + hits, 0) / (18 * 45);
    const found = shrink(HITS.map((hits) => ({ mean: hits / 45, variance: share * (1 - share), n: 45 })));
    // Equal n: the weight of the common mean is v(K − 1)/Σ(y − ȳ)² here and v(K − 3)/Σ(y − ȳ)² there.
    const weight = ((found?.groups[0]?.weight as number) * 15) / 17;
    expect(1 - weight).toBeCloseTo(0.212, 3);
    expect(found?.common).toBeCloseTo(0.265, 3);
    expect(share + (1 - weight) * (0.4 - share)).toBeCloseTo(0.294, 3);
  });

  test('gives the values and standard deviations of numpy from the formulas', () => {
    const found = shrink([
      { mean: 5.2, variance: 1.4, n: 10 },
      { mean: 4.8, variance: 1.1, n: 40 },
      { mean: 6.1, variance: 0.9, n: 25 },
      { mean: 5.9, variance: 2.0, n: 8 },
      { mean: 3.9, variance: 1.3, n: 60 },
      { mean: 5.5, variance: 0.7, n: 4 },
    ]);
    expect((found?.spread as number) ** 2).toBeCloseTo(0.9216079892, 9);
    expect(found?.common).toBeCloseTo(5.2043412526, 9);
    expect(found?.groups.map(({ value }) => value)).toEqual(
      [5.200501970366, 4.812798162154, 6.055486503716, 5.802277816999, 3.92781672198, 5.427166340632].map(
        (value) => expect.closeTo(value, 9),
      ),
    );
    expect(found?.groups.map(({ sd }) => sd)).toEqual(
      [0.326440943775, 0.170794111579, 0.21401670978, 0.359808625522, 0.140194338376, 0.47647905475].map(
        (sd) => expect.closeTo(sd, 9),
      ),
    );
  });

  test('draws a group nearer to the others the fewer answers it has, and never beyond them', () => {
    const groups = fc.array(
      fc.record({
        mean: fc.double({ min: 1, max: 7, noNaN: true }),
        variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
        n: fc.integer({ min: 2, max: 500 }),
      }),
      { minLength: 5, maxLength: 40 },
    );
    fc.assert(
      fc.property(groups, (list) => {
        const found = shrink(list);
        if (found === null) return;
        const { common } = found;
        list.forEach(({ mean, n }, place) => {
          const { value, weight } = found.groups[place] as { value: number; weight: number };
          expect(value).toBeGreaterThanOrEqual(Math.min(mean, common) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(mean, common) + 1e-9);
          list.forEach((other, at) => {
            if (other.n < n) expect(found.groups[at]?.weight).toBeGreaterThanOrEqual(weight - 1e-12);
          });
        });
      }),
    );
  });

  test('tells nothing apart that scatters less than chance', () => {
    const found = shrink(Array.from({ length: 6 }, () => ({ mean: 5, variance: 1, n: 20 })));
    expect(found).toMatchObject({ spread: 0, common: 5 });
    expect(found?.groups.every(({ sd, value }) => sd === 0 && value === 5)).toBe(true);
  });

  test('gives a group without answers the common value, and nothing at all to four groups', () => {
    const some = [3, 4, 5, 6, 7].map((mean) => ({ mean, variance: 1, n: 30 }));
    const found = shrink([...some, { mean: 0, variance: 0, n: 0 }]);
    expect(found?.groups.at(-1)?.value).toBeCloseTo(found?.common as number, 12);
    expect(shrink(some.slice(1))).toBeNull();
  });

  test('calls a cell with four answers the worst in under 3 % of 40-touchpoint maps, the raw score in a quarter', () => {
    const random = seededRandom(40);
    let [raw, shrunken] = [0, 0];
    const runs = 300;
    for (let run = 0; run < runs; run += 1) {
      const groups = Array.from({ length: 40 }, (_, place) => {
        const n = place < 4 ? 4 : Math.round(Math.exp(3.5 + 1.1 * drawNormal(random))) + 5;
        const truth = 5 + 0.35 * drawNormal(random);
        return { mean: truth + (1.4 * drawNormal(random)) / Math.sqrt(n), variance: 1.96, n };
      });
      const lowest = (values: readonly number[]) => values.indexOf(Math.min(...values));
      if ((groups[lowest(groups.map(({ mean }) => mean))]?.n ?? 0) <= 5) raw += 1;
      const found = shrink(groups);
      if ((groups[lowest(found?.groups.map(({ value }) => value) ?? [])]?.n ?? 0) <= 5) shrunken += 1;
    }
    expect(raw / runs).toBeGreaterThan(0.25);
    expect(shrunken / runs).toBeLessThan(0.03);
  });

  test('names the truly worst of 40 touchpoints about twice as often as raw scores, of which half have five answers at most', () => {
    const random = seededRandom(41);
    const found = { raw: 0, rawFew: 0, shrunken: 0, shrunkenFew: 0 };
    const runs = 600;
    for (let run = 0; run < runs; run += 1) {
      const groups = Array.from({ length: 40 }, () => {
        const n = Math.max(2, Math.min(600, Math.round(Math.exp(3 + 1.4 * drawNormal(random)))));
        const truth = 5 + 0.35 * drawNormal(random);
        return { truth, mean: truth + (1.4 * drawNormal(random)) / Math.sqrt(n), variance: 1.96, n };
      });
      const lowest = (values: readonly number[]) => groups[values.indexOf(Math.min(...values))];
      const worst = lowest(groups.map(({ truth }) => truth));
      const raw = lowest(groups.map(({ mean }) => mean));
      const shrunken = lowest(shrink(groups)?.groups.map(({ value }) => value) ?? []);
      if (raw === worst) found.raw += 1;
      if (shrunken === worst) found.shrunken += 1;
      if ((raw?.n ?? 0) <= 5) found.rawFew += 1;
      if ((shrunken?.n ?? 0) <= 5) found.shrunkenFew += 1;
    }
    // The reference: 14 % and 31 % of the truly worst; 55 % and 0.4 % with five answers at most.
    expect(found.raw / runs).toBeLessThan(0.21);
    expect(found.shrunken / runs).toBeGreaterThan(0.27);
    expect(found.rawFew / runs).toBeGreaterThan(0.45);
    expect(found.shrunkenFew / runs).toBeLessThan(0.02);
  });
});

describe('shrinking shares', () => {
  const COUNTS = [3, 8, 20, 45, 4, 30, 9, 61, 2, 10];
  const ANSWERS = [5, 10, 40, 60, 20, 100, 9, 80, 8, 30];

  test('has the beta distribution of the greatest marginal likelihood (scipy 1.17.1, optimize.minimize)', () => {
    const found = shrinkShares(COUNTS.map((count, place) => ({ count, n: ANSWERS[place] as number })));
    expect(found?.common).toBeCloseTo(2.208774 / (2.208774 + 1.82134), 3);
    expect(found?.groups.map(({ value }) => value)).toEqual(
      [0.576823, 0.727633, 0.5044, 0.73729, 0.258375, 0.30961, 0.860221, 0.752216, 0.349853, 0.358764].map(
        (value) => expect.closeTo(value, 3),
      ),
    );
  });

  test('shrinks the 18 players as scipy does: .400 → .273', () => {
    const found = shrinkShares(HITS.map((count) => ({ count, n: 45 })));
    expect(found?.groups[0]?.value).toBeCloseTo(0.2727, 3);
    expect(found?.groups[2]?.value).toBeCloseTo(0.2703, 3);
  });

  test('draws what it believes: mean and spread of the draws are its own', () => {
    const found = shrinkShares(COUNTS.map((count, place) => ({ count, n: ANSWERS[place] as number })));
    const random = seededRandom(3);
    const group = found?.groups[4];
    const draws = Array.from({ length: 8000 }, () => group?.draw(random) as number);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean).toBeCloseTo(group?.value as number, 2);
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(Math.sqrt(variance) / (group?.sd as number)).toBeCloseTo(1, 1);
  });

  test('tells nothing apart where the shares scatter less than chance, nor with four groups', () => {
    const equal = Array.from({ length: 7 }, () => ({ count: 20, n: 40 }));
    expect(shrinkShares(equal)).toMatchObject({ common: 0.5, spread: 0 });
    expect(shrinkShares(Array.from({ length: 6 }, () => ({ count: 9, n: 9 })))).toMatchObject({ common: 1 });
    expect(shrinkShares(equal.slice(3))).toBeNull();
  });
});

describe('rank ranges', () => {
  const sure = (value: number) => ({ draw: () => value });

  test('are single ranks where nothing is uncertain, rank 1 the highest', () => {
    const { ranges } = rankRanges([sure(1), sure(3), sure(2)], { seed: 1, draws: 50, lowest: 1, highest: 2 });
    expect(ranges).toEqual([
      { best: 3, worst: 3, amongLowest: 1, amongHighest: 0 },
      { best: 1, worst: 1, amongLowest: 0, amongHighest: 1 },
      { best: 2, worst: 2, amongLowest: 0, amongHighest: 1 },
    ]);
  });

  test('are the same for the same seed', () => {
    const groups = Array.from({ length: 12 }, (_, place) => ({
      draw: (random: () => number) => place / 6 + drawNormal(random),
    }));
    expect(rankRanges(groups, { seed: 5 })).toEqual(rankRanges(groups, { seed: 5 }));
    expect(rankRanges(groups, { seed: 5 })).not.toEqual(rankRanges(groups, { seed: 6 }));
  });

  test('are wide where groups cannot be told apart: 80 % of ten equal ones is eight ranks', () => {
    const { ranges } = rankRanges(
      Array.from({ length: 10 }, () => sure(4)),
      { seed: 9 },
    );
    for (const { best, worst, amongLowest } of ranges) {
      expect(worst - best).toBeGreaterThanOrEqual(7);
      expect(amongLowest).toBeGreaterThan(0.45);
      expect(amongLowest).toBeLessThan(0.55);
    }
  });

  test('hold the true rank in about 80 % of maps', () => {
    const random = seededRandom(77);
    let held = 0;
    const runs = 100;
    for (let run = 0; run < runs; run += 1) {
      const truths = Array.from({ length: 20 }, () => 5 + 0.5 * drawNormal(random));
      const groups = truths.map((truth) => {
        const n = 10 + Math.floor(random() * 90);
        return { mean: truth + (1.4 * drawNormal(random)) / Math.sqrt(n), variance: 1.96, n };
      });
      const ranges = rankRanges(shrink(groups)?.groups ?? [], { seed: run, draws: 400 }).ranges;
      truths.forEach((truth, place) => {
        const rank = 1 + truths.filter((other) => other > truth).length;
        const range = ranges[place];
        if (range && range.best <= rank && rank <= range.worst) held += 1;
      });
    }
    expect(held / (runs * 20)).toBeGreaterThan(0.78);
    expect(held / (runs * 20)).toBeLessThan(0.93);
  });
});
