import { METRICS, type MetricId } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally } from '../../scoring/tally';

/** Counts of one subject, metric and wording in one slice of a period; unused points are 0. */
export type SliceCounts = { metric: string; wording: string; slice: number; counts: readonly number[] };

/** Counts of one metric and wording, slice by slice. */
export type CountedDays = { metric: MetricId; wording: string; days: Tally[] };

/**
 * Puts the counts of several subjects together where metric and wording are equal, and keeps all else apart.
 *
 * @param slices how many slices the period has; what lies outside of them is left out
 */
export function countedTogether(rows: readonly SliceCounts[], slices: number): CountedDays[] {
  const found = new Map<string, CountedDays>();
  for (const { metric, wording, slice, counts } of rows) {
    if (slice < 0 || slice >= slices) continue;
    const { scale } = METRICS[metric as MetricId];
    const key = `${metric} ${wording}`;
    const one = found.get(key) ?? {
      ...{ metric: metric as MetricId, wording },
      days: Array.from({ length: slices }, () => emptyTally(scale)),
    };
    found.set(key, one);
    const empty = emptyTally(scale);
    one.days[slice] = addTallies(one.days[slice] ?? empty, counts.slice(0, empty.length));
  }
  return [...found.values()];
}
