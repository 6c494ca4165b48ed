import { chiSquareTail } from './chi-square';
import { byTime, type Lifetime } from './kaplan-meier';
import { solveLinear } from './solve-linear';

/** Whether groups live on alike. */
export interface LogRank {
  readonly chiSquare: number;
  readonly df: number;
  /** Chance of at least this much difference among groups that are alike, 0–1. */
  readonly p: number;
}

/**
 * Compares how long groups live on, each ending weighing the same. Groups of nobody are left out; null where fewer than
 * two are left or nothing ended.
 * Source: Mantel, Cancer Chemotherapy Reports 50 (1966) 163; for several groups Peto & Peto (1972).
 */
export function logRank(groups: readonly (readonly Lifetime[])[]): LogRank | null {
  const moments = groups.map(byTime).filter((group) => group.length > 0);
  const k = moments.length;
  if (k < 2) return null;
  const atRisk = moments.map((group) => group.reduce((sum, { leaving }) => sum + leaving, 0));
  const excess = new Array<number>(k).fill(0);
  const covariance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  const places = moments.map(() => 0);
  const times = [...new Set(moments.flat().map(({ time }) => time))].sort((a, b) => a - b);
  for (const time of times) {
    const now = moments.map((group, index) => {
      const moment = group[places[index] as number];
      return moment?.time === time ? moment : null;
    });
    const n = atRisk.reduce((sum, count) => sum + count, 0);
    const ended = now.reduce((sum, moment) => sum + (moment?.ended ?? 0), 0);
    if (ended > 0) {
      const spread = n > 1 ? (ended * (n - ended)) / (n - 1) : 0;
      for (let i = 0; i < k; i += 1) {
        const share = (atRisk[i] as number) / n;
        excess[i] = (excess[i] as number) + (now[i]?.ended ?? 0) - ended * share;
        const row = covariance[i] as number[];
        for (let j = 0; j < k; j += 1) {
          row[j] = (row[j] as number) + spread * share * ((i === j ? 1 : 0) - (atRisk[j] as number) / n);
        }
      }
    }
    for (let i = 0; i < k; i += 1) {
      const moment = now[i];
      if (!moment) continue;
      atRisk[i] = (atRisk[i] as number) - moment.leaving;
      places[i] = (places[i] as number) + 1;
    }
  }
  // The excesses add up to 0, so the last group tells nothing new.
  const first = excess.slice(0, -1);
  const solved = solveLinear(
    covariance.slice(0, -1).map((row) => row.slice(0, -1)),
    first,
  );
  if (solved === null) return null;
  const chiSquare = first.reduce((sum, value, index) => sum + value * (solved[index] as number), 0);
  return { chiSquare, df: k - 1, p: chiSquareTail(chiSquare, k - 1) };
}
