import { z } from 'zod';
import { letCount } from '@/db/queries/record';
import { command } from '../../command';
import { notFound } from '../../errors';
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
    return { id, changed };
  },
);
