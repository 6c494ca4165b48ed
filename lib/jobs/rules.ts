/** How long a worker may keep a job without a sign before another one takes it over. */
export const LEASE_SECONDS = 60;

/** Attempts before a job is given up: with the pauses below, about five hours. */
export const MOST_ATTEMPTS = 8;

/** Seconds to wait after the given attempt (from 1): 20 s, then four times as long each, at most two hours. */
export function backoffSeconds(attempt: number): number {
  return Math.min(20 * 4 ** (Math.max(1, attempt) - 1), 7200);
}
