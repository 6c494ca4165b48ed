import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { jobs } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

/** The channel on which a commit tells workers that there is something to do. */
export const JOBS_CHANNEL = 'milepost_jobs';

export type NewJob = { kind: string; dedupeKey: string; payload: unknown; runAt?: Date };

/** A job as its worker needs it; `attempts` counts this one. */
export type JobRow = { id: string; kind: string; payload: unknown; attempts: number };

/**
 * Enqueues jobs in the caller's transaction: they exist exactly if it commits, and workers hear of it then. A job of
 * the same kind and dedupe key exists at most once, finished or not.
 */
export async function insertJobs(scope: TxScope, added: readonly NewJob[]): Promise<void> {
  await scope.run(async (tx) => {
    for (let at = 0; at < added.length; at += 500) {
      await tx
        .insert(jobs)
        .values(
          added.slice(at, at + 500).map(({ kind, dedupeKey, payload, runAt }) => ({
            workspaceId: scope.workspaceId,
            id: sql`gen_random_uuid()`,
            kind,
            dedupeKey,
            payload,
            ...(runAt ? { runAt } : {}),
          })),
        )
        .onConflictDoNothing();
    }
    await rows(tx, sql`SELECT pg_notify(${JOBS_CHANNEL}, '')`);
  });
}

/** The job under this lease; null where the lease went to another worker or the job is finished. */
export async function findLeasedJob(scope: Scope, id: string, leaseToken: string): Promise<JobRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: jobs.id, kind: jobs.kind, payload: jobs.payload, attempts: jobs.attempts })
      .from(jobs)
      .where(leased(scope, id, leaseToken)),
  );
  return found[0] ?? null;
}

/** Ends a job; false, and nothing changed, where the lease has gone to another worker. */
export async function finishJob(
  scope: TxScope,
  id: string,
  leaseToken: string,
  failure: string | null,
): Promise<boolean> {
  return update(scope, id, leaseToken, {
    finishedAt: sql`now()`,
    failure,
    leaseUntil: null,
    leaseToken: null,
  });
}

/** Lets a worker keep a job for so long from now; false where the lease has gone to another worker. */
export async function extendLease(
  scope: TxScope,
  id: string,
  leaseToken: string,
  seconds: number,
): Promise<boolean> {
  return update(scope, id, leaseToken, { leaseUntil: sql`now() + make_interval(secs => ${seconds})` });
}

/**
 * Gives a job back to be run again later; false where the lease has gone to another worker.
 *
 * @param later.counts whether this run was an attempt; waiting for a provider's limit is none
 */
export async function postponeJob(
  scope: TxScope,
  id: string,
  leaseToken: string,
  later: { seconds: number; failure: string; counts: boolean },
): Promise<boolean> {
  return update(scope, id, leaseToken, {
    runAt: sql`now() + make_interval(secs => ${later.seconds})`,
    failure: later.failure,
    leaseUntil: null,
    leaseToken: null,
    ...(later.counts ? {} : { attempts: sql`${jobs.attempts} - 1` }),
  });
}

/** Lets a job of a round rest until its next turn, as if it were new; false where the lease has gone to another worker. */
export async function repeatLater(
  scope: TxScope,
  id: string,
  leaseToken: string,
  seconds: number,
): Promise<boolean> {
  return update(scope, id, leaseToken, {
    runAt: sql`now() + make_interval(secs => ${seconds})`,
    attempts: 0,
    failure: null,
    leaseUntil: null,
    leaseToken: null,
  });
}

/** Whether a job of that kind waits or runs. */
export async function hasUnfinishedJob(scope: Scope, kind: string): Promise<boolean> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.workspaceId, scope.workspaceId), eq(jobs.kind, kind), isNull(jobs.finishedAt)))
      .limit(1),
  );
  return found.length > 0;
}

/**
 * Lets the waiting jobs of a kind run now. busy: one is running at this moment, and may have looked already. none: there
 * is no such job.
 */
export async function hastenJobs(scope: TxScope, kind: string): Promise<'hastened' | 'busy' | 'none'> {
  const found = await scope.run((tx) =>
    rows<{ busy: boolean }>(
      tx,
      sql`WITH due AS (
            UPDATE jobs SET run_at = now()
            WHERE workspace_id = ${scope.workspaceId} AND kind = ${kind} AND finished_at IS NULL
              AND (lease_until IS NULL OR lease_until < now()) AND run_at > now()
            RETURNING id
          ), told AS (SELECT pg_notify(${JOBS_CHANNEL}, '') FROM due HAVING count(*) > 0)
          SELECT j.lease_until IS NOT NULL AND j.lease_until >= now() AS busy, (SELECT count(*) FROM told) AS told
          FROM jobs j
          WHERE j.workspace_id = ${scope.workspaceId} AND j.kind = ${kind} AND j.finished_at IS NULL`,
    ),
  );
  if (found.length === 0) return 'none';
  return found.some(({ busy }) => busy) ? 'busy' : 'hastened';
}

async function update(
  scope: TxScope,
  id: string,
  leaseToken: string,
  change: PgUpdateSetSource<typeof jobs>,
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(jobs)
      .set(change)
      .where(leased(scope, id, leaseToken))
      .returning({ id: jobs.id }),
  );
  return changed.length === 1;
}

/** The fence: a worker whose lease ran out and was taken over can change nothing any more. */
function leased(scope: Scope, id: string, leaseToken: string) {
  return and(
    eq(jobs.workspaceId, scope.workspaceId),
    eq(jobs.id, id),
    eq(jobs.leaseToken, leaseToken),
    isNull(jobs.finishedAt),
  );
}
