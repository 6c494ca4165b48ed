import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns, paced } from './pace';

test('a step hands on its result, and as much time as it took is left to others', async () => {
  const began = performance.now();
  const took = await paced(async () => {
    await setTimeout(60);
    return performance.now() - began;
  });
  expect(performance.now() - began).toBeGreaterThanOrEqual(1.8 * took);
});

test('a step that fails fails at once', async () => {
  await expect(paced(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('what is made in parts is made whole, and others have their turn every few milliseconds', async () => {
  const parts = function* () {
    for (let part = 0; part < 100; part += 1) {
      const began = performance.now();
      while (performance.now() - began < 1);
      yield;
    }
    return 'whole';
  };
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  expect(await inTurns(parts())).toBe('whole');
  clearInterval(ticking);
  expect(turns).toBeGreaterThanOrEqual(5);
});
