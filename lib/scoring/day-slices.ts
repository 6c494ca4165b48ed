/** Points of the longest scale: every day has as many counts. */
export const COUNTS = 11;

/**
 * Days that are cut into `slices` parts of nearly equal length, of which the first is slice number `slice`: day d falls into
 * ⌊(d − from) · slices / length⌋ after it. Days are numbers as of `dayNumber`, both ends count.
 */
export type DaySpan = { from: number; to: number; slice: number; slices: number };

const DAY_MS = 86_400_000;

/** A calendar day as a number, counted from 1 January 1970. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The calendar day of such a number. */
export const dayOfNumber = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Adds the eleven counts of a day, which begin at `at`, to one slice of each span that the day lies in. */
export function addDay(
  sums: Uint32Array,
  spans: readonly DaySpan[],
  day: number,
  counts: ArrayLike<number>,
  at = 0,
): void {
  for (const { from, to, slice, slices } of spans) {
    if (day < from || day > to) continue;
    const start = (slice + Math.floor(((day - from) * slices) / (to - from + 1))) * COUNTS;
    for (let point = 0; point < COUNTS; point += 1)
      sums[start + point] = (sums[start + point] as number) + (counts[at + point] ?? 0);
  }
}
