import { addDays, daysBetween } from '../../clock';

/** Answers are expected at least this often where nobody set a review cadence. */
export const USUAL_CADENCE_DAYS = 90;

/** How old the newest answer is against its cadence: up to once, up to twice, more. */
export type Freshness = 'fresh' | 'ageing' | 'stale';

/** How fresh the answers of a subject are on a day; null where nobody ever answered. */
export function freshnessOf(
  answeredOn: string | null,
  cadenceDays: number | null,
  today: string,
): { freshness: Freshness; days: number } | null {
  if (answeredOn === null) return null;
  const days = Math.max(0, daysBetween(answeredOn, today));
  const cadence = cadenceDays ?? USUAL_CADENCE_DAYS;
  return { days, freshness: days <= cadence ? 'fresh' : days <= 2 * cadence ? 'ageing' : 'stale' };
}

/** Where a review stands: nobody asked for any, never done, or done with the day on which the next one is due. */
export type ReviewState =
  | { kind: 'none' }
  | { kind: 'never' }
  | { kind: 'due' | 'overdue'; on: string; days: number };

/**
 * When a sign-off has to be renewed: one cadence after the last one. `days` counts from today to that day, or from that
 * day to today where it is overdue.
 */
export function reviewState(
  reviewedOn: string | null,
  cadenceDays: number | null,
  today: string,
): ReviewState {
  if (cadenceDays === null) return { kind: 'none' };
  if (reviewedOn === null) return { kind: 'never' };
  const on = addDays(reviewedOn, cadenceDays);
  return on < today
    ? { kind: 'overdue', on, days: daysBetween(on, today) }
    : { kind: 'due', on, days: daysBetween(today, on) };
}
