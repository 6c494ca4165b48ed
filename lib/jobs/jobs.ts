import { findLeasedJob } from '@/db/queries/jobs';
import type { Scope } from '@/db/scope';
import { delayJob, endJob, keepJob, repeatJob } from './commands';
import type { JobHandler, JobOutcome, KeepLease } from './model';
import { backoffSeconds, MOST_ATTEMPTS } from './rules';

/**
 * Runs one claimed job to its end or to its next attempt. A worker that has lost its lease changes nothing more. What
 * a handler throws counts as a failed attempt, and never stops the worker.
 *
 * @param handlers by kind; a job of an unknown kind waits for a worker that knows it
 */
export async function runJob(
  scope: Scope,
  claimed: { id: string; leaseToken: string },
  handlers: Readonly<Record<string, JobHandler<Scope>>>,
): Promise<void> {
  const { id, leaseToken } = claimed;
  const job = await findLeasedJob(scope, id, leaseToken);
  if (!job) return;
  const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined;
  if (!handler) {
    await delayJob(scope, {
      id,
      leaseToken,
      seconds: 600,
      failure: `No handler for ${job.kind}.`,
      counts: false,
    });
    return;
  }
  const payload = handler.payload.safeParse(job.payload);
  if (!payload.success) {
    await endJob(scope, { id, leaseToken, failure: 'The payload does not fit this kind of job.' });
    return;
  }
  // A worker that was killed leaves an attempt without an outcome: the cap holds for those too.
  if (job.attempts > MOST_ATTEMPTS) {
    await handler.giveUp(scope, payload.data, 'Given up after repeated interruptions.');
    await endJob(scope, { id, leaseToken, failure: 'Given up after repeated interruptions.' });
    return;
  }
  const keep = async () => !(await keepJob(scope, { id, leaseToken })).fenced;
  const outcome = await attempt(handler, scope, payload.data, keep);
  if (outcome.next === 'done') {
    await endJob(scope, { id, leaseToken, failure: null });
  } else if (outcome.next === 'again') {
    await repeatJob(scope, { id, leaseToken, seconds: outcome.seconds });
  } else if (outcome.next === 'later') {
    const { seconds, failure } = outcome;
    await delayJob(scope, { id, leaseToken, seconds, failure: cut(failure), counts: false });
  } else if (job.attempts >= MOST_ATTEMPTS) {
    await handler.giveUp(scope, payload.data, outcome.failure);
    await endJob(scope, { id, leaseToken, failure: cut(outcome.failure) });
  } else {
    const seconds = backoffSeconds(job.attempts);
    await delayJob(scope, { id, leaseToken, seconds, failure: cut(outcome.failure), counts: true });
  }
}

async function attempt(
  handler: JobHandler<Scope>,
  scope: Scope,
  payload: unknown,
  keep: KeepLease,
): Promise<JobOutcome> {
  try {
    return await handler.run(scope, payload, keep);
  } catch (error) {
    console.error('A job failed:', causeOf(error));
    return { next: 'retry', failure: 'Failed on our side.' };
  }
}

/** The message of a failed statement holds its parameters, which are people's data; its cause does not. */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? (inner.stack ?? inner.message) : String(inner);
}

const cut = (text: string) => text.slice(0, 1000);
