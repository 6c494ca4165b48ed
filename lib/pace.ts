import { setImmediate, setTimeout } from 'node:timers/promises';

const LONGEST_REST_MS = 1000;
/** With the part that is just running, a turn stays below 20 ms. */
const TURN_MS = 5;

/**
 * Runs one step of a long job, then rests for so many times as long as the step took, at most a second. The embedded
 * database has one connection: so half of it or more is left to whoever waits for a page. Keep steps short; a page asks
 * many times.
 */
export async function paced<T>(step: () => Promise<T>, times = 1): Promise<T> {
  const began = performance.now();
  const result = await step();
  await setTimeout(Math.min(LONGEST_REST_MS, times * (performance.now() - began)));
  return result;
}

/** Runs something that is made in short parts; about every five milliseconds the process may answer somebody else. */
export async function inTurns<T>(parts: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    if (performance.now() - since > TURN_MS) {
      await setImmediate();
      since = performance.now();
    }
  }
}
