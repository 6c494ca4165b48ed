import { z } from 'zod';
import { chooseQuote } from '@/db/queries/chosen-quotes';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';

/**
 * Chooses a comment to be shown in presentations of its touchpoint, or takes that back.
 *
 * @throws AppError `not_found`; `conflict` for one that is held back or had a passage blacked out
 */
export const chooseForPresentations = command(
  'voice.choose',
  z.strictObject({ placementId: z.uuid(), responseId: z.uuid(), chosen: z.boolean() }),
  async (tx, { placementId, responseId, chosen }) => {
    const done = await chooseQuote(tx, { placementId, responseId }, chosen);
    if (done === null) throw notFound();
    if (!done) {
      throw new AppError(
        'conflict',
        'A comment that is held back or had a passage blacked out is not shown in presentations.',
      );
    }
    return { id: responseId };
  },
);
