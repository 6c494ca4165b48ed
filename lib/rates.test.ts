import { describe, expect, test } from 'vitest';
import { countRates, RATES, type Rates } from './rates';
import type { RateChange, RateTotal } from './response/model/rate';

const MINUTE = 60_000;
const START = Math.floor(Date.UTC(2026, 4, 1, 12) / MINUTE) * MINUTE;
const SECRET = 's'.repeat(40);
const { most } = RATES.begin;

function takeMany(rates: Rates, count: number, value = 'net place'): (number | null)[] {
  return Array.from({ length: count }, () => rates.take('begin', value));
}
const passed = (taken: readonly (number | null)[]) => taken.filter((one) => one === null).length;

describe('one process', () => {
  test('lets exactly the most through in a minute, each key by itself', () => {
    const rates = countRates(SECRET, () => START);
    expect(passed(takeMany(rates, most + 50))).toBe(most);
    expect(passed(takeMany(rates, most + 50, 'other place'))).toBe(most);
    expect(rates.take('network', 'net place')).toBeNull();
  });

  test('never lets more than the most through in any sixty seconds of a steady flood', () => {
    let now = START;
    const rates = countRates(SECRET, () => now);
    const instants: number[] = [];
    for (; now < START + 5 * MINUTE; now += 100) if (rates.take('begin', 'x') === null) instants.push(now);
    const most60 = instants.map((at) => instants.filter((one) => one > at - MINUTE && one <= at).length);
    // The minute before counts as if it had been even, so a burst at its end may let a few more through.
    expect(Math.max(...most60)).toBeLessThanOrEqual(most * 1.25);
    expect(instants.length).toBeGreaterThan(most * 4);
  });

  test('says after how many seconds the next passes, and is right', () => {
    let now = START + 20_000;
    const rates = countRates(SECRET, () => now);
    takeMany(rates, most);
    const wait = rates.take('begin', 'net place');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    now += (wait ?? 0) * 1000;
    expect(rates.take('begin', 'net place')).toBeNull();
  });

  test('what is given back counts no more', () => {
    const rates = countRates(SECRET, () => START);
    takeMany(rates, most);
    rates.giveBack('begin', 'net place');
    expect(passed(takeMany(rates, 5))).toBe(1);
  });
});

describe('several processes', () => {
  /** What the table does: adds, and tells the sums. */
  function table() {
    const counts = new Map<string, number>();
    return (changes: readonly RateChange[]): RateTotal[] =>
      changes.map(({ key, until, minutes, count }) => {
        const sum = (counts.get(`${key}/${until}`) ?? 0) + count;
        counts.set(`${key}/${until}`, sum);
        return { key, until, count: sum, before: counts.get(`${key}/${until - minutes}`) ?? 0 };
      });
  }

  test('let little more than the most through together, where they exchange each second', () => {
    let now = START;
    const exchange = table();
    const processes = [1, 2, 3, 4].map(() => countRates(SECRET, () => now));
    let through = 0;
    for (let second = 0; second < 60; second += 1, now = START + second * 1000) {
      for (const rates of processes) through += passed(takeMany(rates, 3));
      for (const rates of processes) rates.learn(exchange(rates.drain()));
    }
    expect(through).toBeGreaterThanOrEqual(most);
    expect(through).toBeLessThanOrEqual(most * 1.4);
  });

  test('hold a limit of many minutes over its whole window and into the next', () => {
    let now = Math.floor(START / (15 * MINUTE)) * 15 * MINUTE;
    const exchange = table();
    const processes = [1, 2, 3].map(() => countRates(SECRET, () => now));
    let through = 0;
    for (const end = now + 15 * MINUTE; now < end; now += 20_000) {
      for (const rates of processes) if (rates.take('sharePair', 'x') === null) through += 1;
      for (const rates of processes) rates.learn(exchange(rates.drain()));
    }
    expect(through).toBeGreaterThanOrEqual(RATES.sharePair.most);
    expect(through).toBeLessThanOrEqual(RATES.sharePair.most + processes.length);
    // A minute later most of the last window still counts, for a process that takes part again as well.
    now += MINUTE;
    const taken = processes.map((rates) => rates.take('sharePair', 'x'));
    expect(passed(taken)).toBeLessThanOrEqual(1);
    expect(Math.max(...taken.map((wait) => wait ?? 0))).toBeGreaterThan(60);
  });

  test('learn of the minute before too', () => {
    let now = START;
    const exchange = table();
    const [one, other] = [countRates(SECRET, () => now), countRates(SECRET, () => now)];
    takeMany(one, most);
    exchange(one.drain());
    now = START + MINUTE + 1000;
    takeMany(other, most / 10);
    other.learn(exchange(other.drain()));
    expect(passed(takeMany(other, most))).toBeLessThan(most / 10);
  });

  test('tell nothing of who is far from the limit, and each count once', () => {
    const rates = countRates(SECRET, () => START);
    takeMany(rates, most / 10 - 1);
    expect(rates.drain()).toEqual([]);
    takeMany(rates, 1);
    const [change] = rates.drain();
    expect(change).toMatchObject({ count: most / 10, minutes: 1, until: START / MINUTE + 1 });
    expect(change?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(rates.drain()).toEqual([]);
  });

  test('tell again what could not be told', () => {
    const rates = countRates(SECRET, () => START);
    takeMany(rates, 20);
    const failed = rates.drain();
    rates.restore(failed);
    takeMany(rates, 1);
    expect(rates.drain()).toMatchObject([{ count: 21 }]);
  });

  test('share keys that tell no address and change every day', () => {
    const keyOn = (now: number) => {
      const rates = countRates(SECRET, () => now);
      takeMany(rates, 20, '203.0.113.7 p');
      return rates.drain()[0]?.key;
    };
    expect(keyOn(START)).toBe(keyOn(START + MINUTE));
    expect(keyOn(START)).not.toBe(keyOn(START + 24 * 60 * MINUTE));
  });
});
