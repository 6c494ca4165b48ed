import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBeta, drawBinomial, drawCounts, drawGamma, drawNormal, shuffled } from './draws';
import { type State, seededRandom, seedOf, xoshiro128 } from './random';

describe('seeded random numbers', () => {
  test('are those of xoshiro128** from the state 1, 2, 3, 4 (an own implementation in Python)', () => {
    const state: State = [1, 2, 3, 4];
    expect(Array.from({ length: 6 }, () => xoshiro128(state))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ]);
  });

  test('are the same for the same seed and others for another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  test('lie in 0 ≤ x < 1, a tenth of them in each tenth', () => {
    const random = seededRandom(2026);
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const x = random();
      expect(x >= 0 && x < 1).toBe(true);
      tenths[Math.floor(x * 10)] = (tenths[Math.floor(x * 10)] as number) + 1;
    }
    // Four standard deviations of a count of 10,000.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(380);
  });

  test('have one seed for one text', () => {
    // FNV-1a's own vectors for '' and 'a'.
    expect(seedOf('')).toBe(0x811c9dc5);
    expect(seedOf('a')).toBe(0xe40c292c);
    fc.assert(fc.property(fc.string(), (text) => seedOf(text) >= 0 && seedOf(text) < 2 ** 32));
  });
});

describe('draws', () => {
  const random = seededRandom(11);
  const momentsOf = (draw: () => number) => {
    const values = Array.from({ length: 40_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
  };

  test.each([
    ['normal', () => drawNormal(random), 0, 1],
    ['gamma of shape 3', () => drawGamma(random, 3), 3, 3],
    ['gamma of shape 0.4', () => drawGamma(random, 0.4), 0.4, 0.4],
    ['binomial of 12 at 30 %', () => drawBinomial(random, 12, 0.3), 3.6, 2.52],
    ['binomial of 500 at 7 %', () => drawBinomial(random, 500, 0.07), 35, 32.55],
    ['binomial of 500 at 97 %', () => drawBinomial(random, 500, 0.97), 485, 14.55],
    ['beta of 2 and 6', () => drawBeta(random, 2, 6), 0.25, 12 / (64 * 9)],
  ])('of the %s distribution have its mean and variance', (_, draw, mean, variance) => {
    const found = momentsOf(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / 40_000));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.08);
  });

  test('of counts add up to the answers and follow the shares', () => {
    const counts = drawCounts(random, 20_000, [1, 0, 3]);
    expect(counts[1]).toBe(0);
    expect(drawCounts(random, 50, [0, 0, 1, 0])).toEqual([0, 0, 50, 0]);
    expect(drawBinomial(random, 90, 0)).toBe(0);
    expect(drawBinomial(random, 90, 1)).toBe(90);
    expect((counts[0] as number) + (counts[2] as number)).toBe(20_000);
    expect(Math.abs((counts[0] as number) - 5000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.1875));
  });

  test('of an order keep every thing once and prefer no order', () => {
    const orders = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const order = shuffled(random, ['a', 'b', 'c']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(834));
  });

  test('of a gamma distribution without a shape are refused', () => {
    expect(() => drawGamma(random, 0)).toThrow(RangeError);
  });
});
