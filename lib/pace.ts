import { setTimeout } from 'node:timers/promises';

const LONGEST_REST_MS = 1000;

/**
 * Runs one step of a long job, then rests for as long as the step took, at most a second. The embedded database has one
 * connection: so half of it is left to whoever waits for a page. Keep steps short; a page asks many times.
 */
export async function paced<T>(step: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await step();
  await setTimeout(Math.min(LONGEST_REST_MS, performance.now() - began));
  return result;
}
