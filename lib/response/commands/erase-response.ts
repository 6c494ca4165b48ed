import { z } from 'zod';
import { deleteResponse } from '@/db/queries/record';
import { command } from '../../command';
import { notFound } from '../../errors';
import { SCALE_STARTS } from '../rules';

/** Erases one response for good; its score leaves the tallies in the same transaction. @throws AppError `not_found` */
export const eraseResponse = command(
  'response.erase',
  z.strictObject({ placementId: z.uuid(), id: z.uuid() }),
  async (tx, { placementId, id }) => {
    if (!(await deleteResponse(tx, placementId, id, SCALE_STARTS))) throw notFound();
    return { id };
  },
);
