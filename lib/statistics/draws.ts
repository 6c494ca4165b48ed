import type { Random } from './random';

/** One draw of the standard normal distribution. Source: Marsaglia's polar method (1964). */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * One draw of the gamma distribution with scale 1. Source: Marsaglia & Tsang, ACM TOMS 26 (2000) 363; shapes under 1
 * by their power of a uniform number.
 * @throws RangeError unless shape is positive.
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`${shape} is no shape of a gamma distribution`);
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** One draw of the beta distribution, 0…1. @throws RangeError unless both parameters are positive. */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  return x + y === 0 ? a / (a + b) : x / (x + y);
}

/**
 * How many of `n` independent answers fall on each place, by the places' shares.
 * @param shares not negative; they need not add up to 1
 */
export function drawCounts(random: Random, n: number, shares: readonly number[]): number[] {
  const counts = shares.map(() => 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  for (let answer = 0; answer < n; answer += 1) {
    let left = random() * total;
    let place = 0;
    while (place < shares.length - 1 && left >= (shares[place] as number)) {
      left -= shares[place] as number;
      place += 1;
    }
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/** The same things in another order; every order is as likely as any other. Source: Fisher and Yates. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
