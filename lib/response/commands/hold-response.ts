import { z } from 'zod';
import { holdBack } from '@/db/queries/record';
import { command } from '../../command';
import { notFound } from '../../errors';
import { SCALE_STARTS } from '../rules';

/**
 * Holds one response back, such as a member's own test: it is kept and counts nowhere, until `releaseResponse`. One that
 * is held already stays as it is. @throws AppError `not_found`
 */
export const holdResponse = command(
  'response.hold',
  z.strictObject({ placementId: z.uuid(), id: z.uuid() }),
  async (tx, { placementId, id }) => {
    const changed = await holdBack(tx, placementId, id, SCALE_STARTS);
    if (changed === null) throw notFound();
    return { id, changed };
  },
);
