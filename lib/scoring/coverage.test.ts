import { describe, expect, test } from 'vitest';
import { drawCounts } from '../statistics/draws';
import type { Interval } from '../statistics/interval';
import { logChoose, logGamma } from '../statistics/log-gamma';
import { newcombe } from '../statistics/newcombe';
import { Z95 } from '../statistics/normal';
import { seededRandom } from '../statistics/random';
import { wilson } from '../statistics/wilson';
import { adjustedWald } from './adjusted-wald';
import { endpointMean } from './endpoint-mean';
import { METRICS } from './metrics';
import { npsDifference } from './nps-difference';

/** Whether an interval has the truth in it; the truth may be its very end. */
const holds = (interval: Interval | null, truth: number): boolean =>
  interval !== null && interval.low <= truth + 1e-12 && truth <= interval.high + 1e-12;

/** Pairs of promoters' and detractors' shares, 36 of them, none of them empty. */
const NET_PAIRS = Array.from({ length: 8 }, (_, i) => (i + 1) / 10).flatMap((p) =>
  Array.from({ length: 8 }, (_, j) => (j + 1) / 10)
    .filter((d) => p + d < 0.95)
    .map((d) => ({ p, d })),
);

/** How often the interval of so many answers holds the truth: every outcome for few answers, samples for many. */
function netCoverage(n: number, { p, d }: { p: number; d: number }, random: () => number): number {
  if (n <= 20) {
    let covered = 0;
    for (let up = 0; up <= n; up += 1) {
      for (let down = 0; up + down <= n; down += 1) {
        const rest = n - up - down;
        const ways = logGamma(n + 1) - logGamma(up + 1) - logGamma(down + 1) - logGamma(rest + 1);
        const chance = Math.exp(ways + up * Math.log(p) + down * Math.log(d) + rest * Math.log(1 - p - d));
        if (holds(adjustedWald({ up, down, n }), p - d)) covered += chance;
      }
    }
    return covered;
  }
  const runs = 250;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const [up = 0, down = 0] = drawCounts(random, n, [p, d, 1 - p - d]);
    if (holds(adjustedWald({ up, down, n }), p - d)) covered += 1;
  }
  return covered / runs;
}

describe('how often 95 % intervals hold the truth', () => {
  test.each([5, 20, 100, 1000])('adjusted Wald, NPS of %i answers: 95 % ± 1 on average over a grid', (n) => {
    const random = seededRandom(n);
    const coverages = NET_PAIRS.map((pair) => netCoverage(n, pair, random));
    const average = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.01);
    // Not on average only: with five answers some shares are covered less, none badly.
    expect(Math.min(...coverages)).toBeGreaterThan(n === 5 ? 0.85 : 0.9);
  });

  test.each([5, 20, 100, 1000])('Wilson, a share of %i answers: 95 % ± 1 on average over a grid', (n) => {
    const shares = Array.from({ length: 39 }, (_, place) => (place + 1) / 40);
    const coverages = shares.map((share) => {
      let covered = 0;
      for (let count = 0; count <= n; count += 1) {
        if (!holds(wilson(count, n), share)) continue;
        covered += Math.exp(
          logChoose(n, count) + count * Math.log(share) + (n - count) * Math.log(1 - share),
        );
      }
      return covered;
    });
    const average = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.01);
  });

  /** The mean answer of a shape, counted from the scale's lowest point. */
  const meanPlace = (shares: readonly number[]): number =>
    shares.reduce((sum, share, at) => sum + share * at, 0) / shares.reduce((sum, share) => sum + share, 0);

  // Shapes of answers 1–7: usual, very good, and divided.
  const SHAPES = {
    usual: [3, 5, 8, 14, 25, 28, 17],
    good: [0, 1, 1, 3, 10, 30, 55],
    divided: [30, 12, 5, 4, 5, 12, 32],
  } as const;

  test.each([
    ['usual', 5, 0.95, 1],
    ['usual', 20, 0.94, 0.98],
    ['usual', 100, 0.94, 0.96],
    ['usual', 1000, 0.94, 0.96],
    ['good', 5, 0.97, 1],
    ['good', 20, 0.95, 1],
    ['good', 100, 0.94, 0.98],
    ['good', 1000, 0.94, 0.96],
    ['divided', 5, 0.89, 0.95],
    ['divided', 20, 0.91, 0.96],
    ['divided', 100, 0.935, 0.96],
    ['divided', 1000, 0.94, 0.96],
  ] as const)(
    'endpoint-adjusted, a mean of %s answers, %i of them: from %d to %d, careful where answers are few',
    (shape, n, least, most) => {
      const random = seededRandom(n + SHAPES[shape][0]);
      const shares: readonly number[] = SHAPES[shape];
      const truth = 1 + meanPlace(shares);
      const runs = 3000;
      let covered = 0;
      for (let run = 0; run < runs; run += 1) {
        if (holds(endpointMean({ min: 1, max: 7 }, drawCounts(random, n, shares)), truth)) covered += 1;
      }
      expect(covered / runs).toBeGreaterThanOrEqual(least);
      expect(covered / runs).toBeLessThanOrEqual(most);
    },
  );

  // Shapes of answers −2…2 and 1–5: faces, ratings, and the mean beside a CSAT.
  const FIVE = {
    usual: [6, 14, 25, 35, 20],
    good: [1, 2, 7, 30, 60],
    divided: [35, 10, 8, 12, 35],
  } as const;

  test.each([
    ['usual', 5, 0.94, 1],
    ['usual', 20, 0.94, 0.98],
    ['usual', 100, 0.94, 0.96],
    ['usual', 1000, 0.94, 0.96],
    ['good', 5, 0.97, 1],
    ['good', 20, 0.95, 1],
    ['good', 100, 0.94, 0.98],
    ['good', 1000, 0.94, 0.96],
    ['divided', 5, 0.88, 0.96],
    ['divided', 20, 0.91, 0.96],
    ['divided', 100, 0.935, 0.96],
    ['divided', 1000, 0.94, 0.96],
  ] as const)(
    'every metric of five points, a mean of %s answers, %i of them: from %d to %d',
    (shape, n, least, most) => {
      const random = seededRandom(3 * n + FIVE[shape][0]);
      const shares: readonly number[] = FIVE[shape];
      const place = meanPlace(shares);
      const metrics = [METRICS.emotion, METRICS.rating5, METRICS.ease5];
      const covered = metrics.map(() => 0);
      const runs = 3000;
      for (let run = 0; run < runs; run += 1) {
        const tally = drawCounts(random, n, shares);
        for (const [at, metric] of metrics.entries()) {
          const { low, high } = metric.score(tally);
          const interval = low === null || high === null ? null : { low, high };
          if (holds(interval, place + metric.scale.min)) covered[at] = (covered[at] ?? 0) + 1;
        }
      }
      for (const count of covered) {
        expect(count / runs).toBeGreaterThanOrEqual(least);
        expect(count / runs).toBeLessThanOrEqual(most);
      }
    },
  );

  test.each([20, 100])('differences of %i and as many answers: 93 % to 98 %, for each method', (n) => {
    const random = seededRandom(n);
    const [net, share, mean] = [
      [0.5, 0.2],
      [0.7, 0.55],
      [SHAPES.usual, SHAPES.good],
    ] as const;
    const means = mean.map((shares) => {
      const total = shares.reduce((sum: number, one) => sum + one, 0);
      return shares.reduce((sum: number, one, point) => sum + one * (point + 1), 0) / total;
    });
    const covered = { net: 0, share: 0, mean: 0 };
    const runs = 2500;
    for (let run = 0; run < runs; run += 1) {
      const [up = 0, down = 0] = drawCounts(random, n, [net[0], net[1], 1 - net[0] - net[1]]);
      const [less = 0, more = 0] = drawCounts(random, n, [0.4, 0.3, 0.3]);
      if (holds(npsDifference({ up, down, n }, { up: less, down: more, n }), 0.3 - 0.1)) covered.net += 1;
      const [now = 0] = drawCounts(random, n, [share[0], 1 - share[0]]);
      const [before = 0] = drawCounts(random, n, [share[1], 1 - share[1]]);
      if (holds(newcombe({ count: now, n }, { count: before, n }), share[0] - share[1])) covered.share += 1;
      const change = METRICS.ces.difference(drawCounts(random, n, mean[0]), drawCounts(random, n, mean[1]));
      if (holds(change, (means[0] as number) - (means[1] as number))) covered.mean += 1;
    }
    for (const count of Object.values(covered)) {
      expect(count / runs).toBeGreaterThan(0.93);
      expect(count / runs).toBeLessThan(0.98);
    }
  });
});

describe('the interval of an NPS beside its reference', () => {
  test('lies close to Tango’s score interval of paired shares from 20 answers on', () => {
    for (const [up, down, n] of [
      [10, 4, 20],
      [15, 5, 30],
      [60, 20, 120],
      [5, 60, 100],
      [162, 54, 324],
    ] as const) {
      const reference = tango(up, down, n);
      const own = adjustedWald({ up, down, n });
      const loose = 2 / n ** 0.75;
      expect(Math.abs((own?.low ?? 9) - reference.low)).toBeLessThan(loose);
      expect(Math.abs((own?.high ?? 9) - reference.high)).toBeLessThan(loose);
    }
  });
});

/**
 * Tango's score interval of the difference of two paired shares, b and c of n being the discordant pairs: the differences
 * that the score test does not refuse. Source: Tango, Statistics in Medicine 17 (1998) 891.
 */
function tango(b: number, c: number, n: number): Interval {
  const score = (delta: number): number => {
    const quadratic = 2 * n;
    const linear = -b - c + (2 * n - b + c) * delta;
    const constant = -c * delta * (1 - delta);
    const q21 = (Math.sqrt(linear * linear - 4 * quadratic * constant) - linear) / (2 * quadratic);
    const variance = n * (2 * q21 + delta * (1 - delta));
    return (b - c - n * delta) / Math.sqrt(Math.max(variance, 1e-12));
  };
  const end = (from: number, to: number, bound: number): number => {
    let [low, high] = [from, to];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (score(middle) > bound) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const observed = (b - c) / n;
  return { low: end(-1 + 1e-9, observed, Z95), high: end(observed, 1 - 1e-9, -Z95) };
}
