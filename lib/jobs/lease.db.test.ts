import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { database } from '@/db/client';
import { insertJobs } from '@/db/queries/jobs';
import { rows, type Scope, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { claimDueJobs } from '../gates/clock';
import { runJob } from './jobs';
import type { JobHandler } from './model';

testDatabase();

const KIND = 'test.long';

/** A handler that does this once, with the means to keep its lease. */
const handlers = (work: NonNullable<JobHandler<Scope>['run']>) => ({
  [KIND]: { payload: z.strictObject({}), run: work, giveUp: async () => {} },
});

/** As if that many seconds of the lease had passed. */
const pass = (workspaceId: string, seconds: number) =>
  database().orm.execute(
    sql`UPDATE jobs SET lease_until = lease_until - make_interval(secs => ${seconds})
        WHERE workspace_id = ${workspaceId} AND lease_until IS NOT NULL`,
  );

async function claimed() {
  const { scope, workspaceId } = await testWorkspace();
  await transact(scope, (tx) => insertJobs(tx, [{ kind: KIND, dedupeKey: 'one', payload: {} }]));
  const own = async () => (await claimDueJobs(50, 60)).filter((job) => job.scope.workspaceId === workspaceId);
  const [job] = await own();
  if (!job) throw new Error('Nothing was claimed.');
  const state = async () =>
    (
      await rows<{ attempts: number; finished: boolean }>(
        database().orm,
        sql`SELECT attempts, finished_at IS NOT NULL AS finished FROM jobs WHERE workspace_id = ${workspaceId}`,
      )
    )[0];
  return { workspaceId, job, own, state };
}

test('a job that takes longer than a lease is no other worker’s as long as its worker keeps it', async () => {
  const { workspaceId, job, own, state } = await claimed();
  const long = handlers(async (_, __, keep) => {
    for (let part = 0; part < 3; part += 1) {
      await pass(workspaceId, 50);
      expect(await keep?.()).toBe(true);
      expect(await own()).toEqual([]);
    }
    return { next: 'done' };
  });
  await runJob(job.scope, job, long);
  expect(await state()).toEqual({ attempts: 1, finished: true });
});

test('whoever lost the lease is told so, and settles nothing any more', async () => {
  const { workspaceId, job, own, state } = await claimed();
  await runJob(
    job.scope,
    job,
    handlers(async (_, __, keep) => {
      await pass(workspaceId, 61);
      expect(await own()).toHaveLength(1);
      expect(await keep?.()).toBe(false);
      return { next: 'done' };
    }),
  );
  expect(await state()).toEqual({ attempts: 2, finished: false });
});
