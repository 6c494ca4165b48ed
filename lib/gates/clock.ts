import { database } from '@/db/client';
import { JOBS_CHANNEL } from '@/db/queries/jobs';
import { claimJobs } from '@/db/queries/lookups';
import { ANSWERS_CHANNEL } from '@/db/queries/record';
import { wakeReaders } from '@/db/queries/voice-reading';
import type { Scope } from '@/db/scope';
import { proveClock } from '../identity/prove';

/** A job that this worker may run until its lease ends, with the right to act in the job's workspace. */
export type Claimed = { scope: Scope; id: string; leaseToken: string };

/** Claims due jobs of every workspace. */
export async function claimDueJobs(most: number, leaseSeconds: number): Promise<Claimed[]> {
  const claimed = await claimJobs(database().orm, most, leaseSeconds);
  return claimed.map(({ workspaceId, id, leaseToken }) => ({
    scope: proveClock(workspaceId),
    id,
    leaseToken,
  }));
}

/** Calls back after each commit that enqueued something, in any process. Returns how to stop listening. */
export function listenForJobs(heard: () => void): Promise<() => Promise<void>> {
  return database().listen(JOBS_CHANNEL, heard);
}

/** Calls back with each workspace in which answers were written, in any process. Returns how to stop listening. */
export function listenForAnswers(heard: (scope: Scope) => void): Promise<() => Promise<void>> {
  return database().listen(ANSWERS_CHANNEL, (payload) => {
    heard(proveClock((JSON.parse(payload) as { w: string }).w));
  });
}

/** Makes work of comments that nobody read yet, in every workspace that has some. */
export async function noticeComments(): Promise<void> {
  await wakeReaders();
}
