import { RECOUNT_SEGMENTS, type Recount } from '../model/recount';

/** An answer may be recorded by rules that were read this long before: then the second run finds it. */
export const LATE_SECONDS = 15;

/**
 * The jobs that follow a change of a rule or of people: one for what is stored, one for what was on its way.
 *
 * @param id of this change: a repetition of the same change enqueues nothing
 */
export function recountJobs(
  personaId: string | null,
  id: string,
  now: Date,
): { kind: string; dedupeKey: string; payload: Recount; runAt?: Date }[] {
  const runAt = new Date(now.getTime() + LATE_SECONDS * 1000);
  return [
    { kind: RECOUNT_SEGMENTS, dedupeKey: id, payload: { personaId, late: false } },
    { kind: RECOUNT_SEGMENTS, dedupeKey: `${id} late`, payload: { personaId, late: true }, runAt },
  ];
}
