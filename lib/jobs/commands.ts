import { z } from 'zod';
import { extendLease, finishJob, postponeJob, repeatLater } from '@/db/queries/jobs';
import { command } from '../command';
import { LEASE_SECONDS } from './rules';

const lease = { id: z.uuid(), leaseToken: z.uuid() };

/** Ends a leased job, with the failure where it was given up. `fenced`: another worker holds it now, nothing changed. */
export const endJob = command(
  'job.run',
  z.strictObject({ ...lease, failure: z.string().max(1000).nullable() }),
  async (tx, { id, leaseToken, failure }) => ({
    id,
    fenced: !(await finishJob(tx, id, leaseToken, failure)),
  }),
);

/** Gives a leased job back for another run. `fenced`: another worker holds it now, nothing changed. */
export const delayJob = command(
  'job.run',
  z.strictObject({
    ...lease,
    seconds: z.number().min(0).max(86_400),
    failure: z.string().max(1000),
    counts: z.boolean(),
  }),
  async (tx, { id, leaseToken, ...later }) => ({
    id,
    fenced: !(await postponeJob(tx, id, leaseToken, later)),
  }),
);

/** Begins the lease of a job anew. `fenced`: another worker holds it now, nothing changed. */
export const keepJob = command(
  'job.run',
  z.strictObject(lease),
  async (tx, { id, leaseToken }) => ({ id, fenced: !(await extendLease(tx, id, leaseToken, LEASE_SECONDS)) }),
  'none',
);

/** Lets a round rest until its next turn. `fenced`: another worker holds it now, nothing changed. */
export const repeatJob = command(
  'job.run',
  z.strictObject({ ...lease, seconds: z.number().min(1).max(86_400) }),
  async (tx, { id, leaseToken, seconds }) => ({
    id,
    fenced: !(await repeatLater(tx, id, leaseToken, seconds)),
  }),
  'none',
);
