import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawNormal } from './draws';
import { alwaysValidInterval, alwaysValidP, likelihoodRatio } from './msprt';
import { seededRandom } from './random';

const LOOKS = 30;

/** Whether a difference without an effect is called clear at any of 30 daily looks, by each way of reading it. */
function peek(random: () => number): { naive: boolean; always: boolean } {
  let [sum, naive, p] = [0, false, 1];
  for (let day = 1; day <= LOOKS; day += 1) {
    for (let answer = 0; answer < 10; answer += 1) sum += drawNormal(random) - drawNormal(random);
    const n = 10 * day;
    const variance = 2 / n;
    naive ||= Math.abs(sum / n) > 1.959963984540054 * Math.sqrt(variance);
    p = alwaysValidP(p, sum / n, variance, 0.3);
  }
  return { naive, always: p <= 0.05 };
}

describe('always-valid comparison', () => {
  test('gives the ratio and the half-width that the formula gives by hand', () => {
    // Computed with Python's math from the published formulas.
    expect(likelihoodRatio(0.1, 0.0004, 0.15)).toBeCloseTo(28508.157900757284, 6);
    expect(likelihoodRatio(0.05, 0.01, 0.3)).toBeCloseTo(0.3538817198149495, 12);
    expect(alwaysValidInterval(0.1, 0.0004, 0.15).high - 0.1).toBeCloseTo(0.0639292151806139, 12);
    expect(alwaysValidInterval(0, 0.01, 0.3, 0.1).high).toBeCloseTo(0.2770430227115183, 12);
  });

  test('an interval leaves out 0 exactly where the ratio has passed 1/α', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.1, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (delta, variance, tau) => {
          const { low, high } = alwaysValidInterval(delta, variance, tau);
          const ratio = likelihoodRatio(delta, variance, tau);
          fc.pre(Math.abs(ratio - 20) > 1e-6);
          expect(low > 0 || high < 0).toBe(ratio > 20);
        },
      ),
    );
  });

  test('a p-value never rises from one look to the next', () => {
    expect(alwaysValidP(0.01, 0, 0.001, 0.15)).toBe(0.01);
    expect(alwaysValidP(1, 0, 0.001, 0.15)).toBe(1);
  });

  test('who looks daily for 30 days is wrong in at most 5 %, where a plain interval is wrong in about 29 %', () => {
    const random = seededRandom(20260307);
    const runs = Array.from({ length: 1500 }, () => peek(random));
    const share = (of: 'naive' | 'always') => runs.filter((run) => run[of]).length / runs.length;
    expect(share('naive')).toBeGreaterThan(0.22);
    expect(share('always')).toBeLessThanOrEqual(0.05);
  });

  test('finds an effect as large as the one worth having', () => {
    const random = seededRandom(4);
    let found = 0;
    for (let run = 0; run < 200; run += 1) {
      const variance = 2 / 300;
      const delta = 0.4 + drawNormal(random) * Math.sqrt(variance);
      if (alwaysValidInterval(delta, variance, 0.3).low > 0) found += 1;
    }
    expect(found).toBeGreaterThan(180);
  });

  test('refuses what is no variance and no effect', () => {
    expect(() => likelihoodRatio(0.1, 0, 0.1)).toThrow(RangeError);
    expect(() => alwaysValidInterval(0.1, 0.1, 0)).toThrow(RangeError);
  });
});
