import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from './kappa';
import { seededRandom, seedOf } from './random';

/** Two dermatologists about 88 patients: the worked example of SAS's FREQ procedure, with its printed figures. */
const SKIN = [
  [10, 4, 1, 0],
  [5, 10, 12, 2],
  [2, 4, 12, 5],
  [0, 2, 6, 13],
];

describe('cohenKappa', () => {
  test('gives the published figures', () => {
    const skin = cohenKappa(SKIN);
    expect(skin?.kappa).toBeCloseTo(0.3449, 4);
    expect(skin?.standardError).toBeCloseTo(0.0724, 4);
    // Cohen's own interval is kappa ± 1.96 standard errors: 0.2030 … 0.4868 there.
    expect((skin?.kappa ?? 0) - 1.959964 * (skin?.standardError ?? 0)).toBeCloseTo(0.203, 4);
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toMatchObject({ agreement: 0.7, byChance: 0.5 });
  });

  test('gives the figures of a second implementation', () => {
    for (const { counts, kappa, se, low, high } of [
      {
        counts: [
          [8, 1],
          [2, 9],
        ],
        kappa: 0.7,
        se: 0.158886752122,
        low: 0.315361257002,
        high: 0.957366015725,
      },
      {
        counts: [
          [20, 5],
          [10, 15],
        ],
        kappa: 0.4,
        se: 0.126996062931,
        low: 0.138407782042,
        high: 0.630822987189,
      },
      {
        counts: [
          [3, 0],
          [0, 17],
        ],
        kappa: 1,
        se: 0,
        low: 0.556119933118,
        high: 1,
      },
      {
        counts: [
          [2, 1],
          [0, 17],
        ],
        kappa: 0.772727272727,
        se: 0.215721180438,
        low: 0.2307823664,
        high: 1,
      },
      { counts: SKIN, kappa: 0.34487534626, se: 0.072396687372, low: 0.197015445303, high: 0.477483975514 },
      {
        counts: [
          [6, 0, 1],
          [1, 7, 0],
          [1, 0, 4],
        ],
        ...{ kappa: 0.771863117871, se: 0.120539553473, low: 0.450833867661, high: 0.951464982914 },
      },
    ]) {
      const found = cohenKappa(counts);
      expect(found?.kappa).toBeCloseTo(kappa, 10);
      expect(found?.standardError).toBeCloseTo(se, 10);
      expect(found?.interval.low).toBeCloseTo(low, 10);
      expect(found?.interval.high).toBeCloseTo(high, 10);
    }
  });

  test('says nothing of one class or of nothing, and refuses what is no table', () => {
    expect(
      cohenKappa([
        [20, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
    expect(() =>
      cohenKappa([
        [1, -1],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });

  test('stays within its bounds, and the same whoever is called the first', () => {
    const table = fc.integer({ min: 2, max: 4 }).chain((size) =>
      fc.array(fc.array(fc.nat(30), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(table, (counts) => {
        const found = cohenKappa(counts);
        if (found === null) return;
        const { kappa, interval } = found;
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(kappa + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(kappa - 1e-12);
        const turned = cohenKappa(counts.map((_, i) => counts.map((row) => row[i] ?? 0)));
        expect(turned?.kappa).toBeCloseTo(kappa, 9);
        expect(turned?.interval.low).toBeCloseTo(interval.low, 9);
      }),
      { numRuns: 200 },
    );
  });

  test('its interval holds the true value about 95 times in 100, from twenty judged on', () => {
    for (const { yes, kappa, n } of [
      { yes: 0.1, kappa: 0.6, n: 20 },
      { yes: 0.3, kappa: 0.3, n: 20 },
      { yes: 0.5, kappa: 0.8, n: 20 },
      { yes: 0.3, kappa: 0.6, n: 100 },
    ]) {
      const byChance = yes ** 2 + (1 - yes) ** 2;
      const apart = (1 - (kappa * (1 - byChance) + byChance)) / 2;
      const draw = seededRandom(seedOf(`kappa ${yes} ${kappa} ${n}`));
      let covered = 0;
      for (let run = 0; run < 2000; run += 1) {
        const counts: [[number, number], [number, number]] = [
          [0, 0],
          [0, 0],
        ];
        for (let one = 0; one < n; one += 1) {
          const at = draw();
          if (at < yes - apart) counts[0][0] += 1;
          else if (at < yes) counts[0][1] += 1;
          else if (at < yes + apart) counts[1][0] += 1;
          else counts[1][1] += 1;
        }
        const interval = cohenKappa(counts)?.interval;
        // Where both used one class only, nothing is claimed, so nothing is wrong.
        if (!interval || (interval.low <= kappa && kappa <= interval.high)) covered += 1;
      }
      expect(covered / 2000).toBeGreaterThan(0.92);
      expect(covered / 2000).toBeLessThan(0.99);
    }
  });
});
