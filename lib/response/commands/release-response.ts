import { z } from 'zod';
import { insertJobs } from '@/db/queries/jobs';
import { letCount } from '@/db/queries/record';
import { CASE_RELEASED } from '../../cases/model';
import { command } from '../../command';
import { notFound } from '../../errors';
import { newId } from '../../id';
import { SCALE_STARTS } from '../rules';

/**
 * Lets a response count that was held back as suspect: with its day and all that was given. It is not judged again. One
 * that counts already stays as it is. @throws AppError `not_found`
 */
export const releaseResponse = command(
  'response.release',
  z.strictObject({ placementId: z.uuid(), id: z.uuid() }),
  async (tx, { placementId, id }) => {
    const changed = await letCount(tx, placementId, id, new Date(), SCALE_STARTS);
    if (changed === null) throw notFound();
    if (changed) {
      // What it says was not looked at while it was held.
      const payload = { placementId, responseId: id };
      await insertJobs(tx, [{ kind: CASE_RELEASED, dedupeKey: newId(), payload }]);
    }
    return { id, changed };
  },
);
