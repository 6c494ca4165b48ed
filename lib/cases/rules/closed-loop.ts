import { type MedianEstimate, medianEstimate } from '../../statistics/median';
import { wilson } from '../../statistics/wilson';

/** What the figures read of a case. */
export type LoopCase = {
  openedAt: Date;
  dueAt: Date;
  firstResponseAt: Date | null;
  closedAt: Date | null;
};

export type ClosedLoop = {
  opened: number;
  /** Still open, and not due yet: nothing can be said about them. */
  running: number;
  overdue: number;
  /** Closed or past their due time: what the rate is of. */
  judged: number;
  closedInTime: number;
  /** Closed in time of those judged, 0–1, with its 95 % interval by Wilson; null where none can be judged. */
  rate: { value: number; low: number; high: number } | null;
  /** Median hours by the clock until somebody did something, of the cases where somebody did; null where nobody did yet. */
  firstResponseHours: MedianEstimate | null;
  /** Median hours by the clock until it was closed, of those closed; null where none is. */
  closeHours: MedianEstimate | null;
};

/**
 * How well the loop is closed. A case counts once it is closed or its due time has passed, so that a rate does not fall
 * because customers answered this morning. A case that was opened again counts as not closed.
 */
export function closedLoop(cases: readonly LoopCase[], now: Date): ClosedLoop {
  const judged = cases.filter(({ closedAt, dueAt }) => closedAt !== null || dueAt <= now);
  const inTime = judged.filter(({ closedAt, dueAt }) => closedAt !== null && closedAt <= dueAt).length;
  const interval = wilson(inTime, judged.length);
  return {
    opened: cases.length,
    running: cases.length - judged.length,
    overdue: cases.filter(({ closedAt, dueAt }) => closedAt === null && dueAt <= now).length,
    judged: judged.length,
    closedInTime: inTime,
    rate: interval && { value: inTime / judged.length, low: interval.low, high: interval.high },
    firstResponseHours: medianHours(cases, ({ firstResponseAt }) => firstResponseAt),
    closeHours: medianHours(cases, ({ closedAt }) => closedAt),
  };
}

function medianHours(
  cases: readonly LoopCase[],
  until: (one: LoopCase) => Date | null,
): MedianEstimate | null {
  return medianEstimate(
    cases.flatMap((one) => {
      const end = until(one);
      return end ? [(end.getTime() - one.openedAt.getTime()) / 3_600_000] : [];
    }),
  );
}
