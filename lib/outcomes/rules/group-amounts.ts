import { groupOf, type Metric } from '../../scoring/metric';
import type { GroupId } from '../../scoring/wording';
import type { Interval } from '../../statistics/interval';
import { Z95 } from '../../statistics/normal';

/** What people of one group of scores spent, or how often they called, each within the horizon. */
export interface GroupAmounts {
  readonly group: GroupId;
  readonly n: number;
  /** Per person; null below the minimum n. */
  readonly mean: number | null;
  /** 95 %, by the normal approximation of a mean; null for fewer than two people. */
  readonly interval: Interval | null;
}

/** Amounts by score, put together by the groups of a metric; empty where there are none. */
export function groupAmounts(
  metric: Pick<Metric, 'groups' | 'scale'>,
  amounts: readonly { score: number; n: number; sum: number; squares: number }[],
  minimumN: number,
): GroupAmounts[] {
  if (amounts.length === 0) return [];
  return metric.groups.map(({ id }) => {
    const own = amounts.filter(({ score }) => groupOf(metric, score) === id);
    const n = own.reduce((total, one) => total + one.n, 0);
    if (n === 0 || n < minimumN) return { group: id, n, mean: null, interval: null };
    const mean = own.reduce((total, one) => total + one.sum, 0) / n;
    const squares = own.reduce((total, one) => total + one.squares, 0);
    const variance = n < 2 ? null : Math.max(0, squares - n * mean * mean) / (n - 1);
    const half = variance === null ? null : Z95 * Math.sqrt(variance / n);
    return {
      group: id,
      n,
      mean,
      interval: half === null ? null : { low: Math.max(0, mean - half), high: mean + half },
    };
  });
}
