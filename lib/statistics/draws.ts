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

/** Up to here answers are drawn one by one. */
const ONE_BY_ONE = 20;

/**
 * How many of `n` independent answers are of a kind that each is with the chance `share`, 0…1. A middle one of n uniform
 * numbers, which follows a beta distribution, halves what is left to draw until that is little.
 * Source: Relles, Journal of the American Statistical Association 67 (1972) 612.
 */
export function drawBinomial(random: Random, n: number, share: number): number {
  let [left, chance, found] = [n, share, 0];
  while (left > ONE_BY_ONE && chance > 0 && chance < 1) {
    const place = 1 + Math.floor(left / 2);
    const middle = drawBeta(random, place, left + 1 - place);
    if (middle >= chance) {
      chance /= middle;
      left = place - 1;
    } else {
      found += place;
      chance = (chance - middle) / (1 - middle);
      left -= place;
    }
  }
  for (let answer = 0; answer < left; answer += 1) if (random() < chance) found += 1;
  return found;
}

/**
 * How many of `n` independent answers fall on each place, by the places' shares.
 * @param shares not negative; they need not add up to 1
 */
export function drawCounts(random: Random, n: number, shares: readonly number[]): number[] {
  let left = n;
  let rest = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, place) => {
    const count =
      place === shares.length - 1
        ? left
        : share <= 0
          ? 0
          : drawBinomial(random, left, Math.min(1, share / rest));
    left -= count;
    rest -= share;
    return count;
  });
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
