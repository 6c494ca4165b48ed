import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paced } from './pace';

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
