import { contains, lockSubJourneys } from '@/db/queries/sub-journeys';
import type { TxScope } from '@/db/scope';
import { AppError } from '../../errors';

/**
 * Refuses to show a touchpoint in full by a journey that is its own, or that has its own below itself: whoever opened
 * one inside the other would go in a circle.
 *
 * @throws AppError `conflict`
 */
export async function refuseCircle(
  tx: TxScope,
  journeyId: string,
  subJourneyId: string | null | undefined,
): Promise<void> {
  if (!subJourneyId) return;
  if (subJourneyId === journeyId) {
    throw new AppError('conflict', 'A journey cannot be part of itself. Choose another journey.');
  }
  await lockSubJourneys(tx);
  if (await contains(tx, subJourneyId, journeyId)) {
    throw new AppError(
      'conflict',
      'That journey already has this one as a part of it. Choose a journey that does not.',
    );
  }
}
