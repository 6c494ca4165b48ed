import { z } from 'zod';
import { insertJobs } from '@/db/queries/jobs';
import { updateSegmentAttribute } from '@/db/queries/workspaces';
import { command } from '../../command';
import { newId } from '../../id';
import { recountJobs } from '../rules/recount';

/**
 * Chooses the attribute that splits customers into segments; null: none does. Answers that are there already are counted
 * anew in the background.
 */
export const splitCustomers = command(
  'customers.split',
  z.strictObject({ attribute: z.string().trim().min(1).max(60, 'Use at most 60 characters.').nullable() }),
  async (tx, { attribute }) => {
    await updateSegmentAttribute(tx, attribute);
    await insertJobs(tx, recountJobs(null, newId(), new Date()));
    return { id: tx.workspaceId };
  },
);
