import { z } from 'zod';
import { deleteReview, findReview, insertReview } from '@/db/queries/reviews';
import { findTouchpoint } from '@/db/queries/touchpoints';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { textSchema } from '../model';
import { beginEdit } from './begin-edit';

/**
 * Signs a journey, or one of its touchpoints, off as still true.
 *
 * @throws AppError `not_found`; `conflict` where the touchpoint is not on the map
 */
export const signOff = command(
  'review.sign',
  z.strictObject({
    journeyId: z.uuid(),
    touchpointId: z.uuid().nullable().default(null),
    note: textSchema.default(''),
  }),
  async (tx, { journeyId, touchpointId, note }) => {
    const { title } = await beginEdit(tx, journeyId);
    const touchpoint = touchpointId === null ? null : await findTouchpoint(tx, touchpointId);
    if (touchpointId !== null && touchpoint?.journeyId !== journeyId) throw notFound();
    if (touchpoint?.retiredAt)
      throw new AppError('conflict', 'This touchpoint is retired. Restore it first.');
    if (tx.actor.kind !== 'member') throw new AppError('forbidden', 'Only a member can sign off.');
    const id = newId();
    await insertReview(tx, { id, journeyId, touchpointId, userId: tx.actor.userId, note });
    return { id, journeyId, told: { title: touchpoint?.title ?? title } };
  },
);

/** Takes one's own sign-off back. @throws AppError `not_found`; `forbidden` for somebody else's */
export const withdrawReview = command(
  'review.withdraw',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const review = await findReview(tx, id);
    if (!review) throw notFound();
    const { title } = await beginEdit(tx, review.journeyId);
    if (tx.actor.kind !== 'member' || tx.actor.userId !== review.userId) {
      throw new AppError('forbidden', 'Only who signed off can take it back.');
    }
    await deleteReview(tx, id);
    return { id, journeyId: review.journeyId, told: { title } };
  },
);
