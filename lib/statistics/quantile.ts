/**
 * The quantile of a list of numbers in any order, interpolated between neighbours; NaN for an empty list.
 *
 * @param p 0…1
 * Source: Hyndman & Fan, The American Statistician 50 (1996) 361, type 7.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? below;
  return below + (above - below) * (place - low);
}

/** The number in the middle; NaN for an empty list. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
