import { findImprovement } from '@/db/queries/improvements';
import { lockJourney, updateJourney } from '@/db/queries/journeys';
import { announceMap } from '@/db/queries/notices';
import type { TxScope } from '@/db/scope';
import { AppError, notFound } from '../../errors';
import type { Improvement } from '../model';

/** The improvement as it is once nobody else changes anything of its journey. @throws AppError `not_found` */
export async function holdImprovement(tx: TxScope, id: string): Promise<Improvement> {
  const before = await findImprovement(tx, id);
  if (!before) throw notFound();
  await holdJourney(tx, before.journeyId);
  const improvement = await findImprovement(tx, id);
  if (!improvement) throw notFound();
  return improvement;
}

/** The same of one that is not retired. @throws AppError `not_found`; `conflict` where it is retired */
export async function holdOpenImprovement(tx: TxScope, id: string): Promise<Improvement> {
  const improvement = await holdImprovement(tx, id);
  if (improvement.retiredAt) {
    throw new AppError('conflict', 'This improvement was deleted. Restore it first.');
  }
  return improvement;
}

/**
 * Makes other changes of a journey wait, and tells everybody who has its map open: verdicts and change markers are shown
 * there. Nothing of the map itself changes, so no version is kept.
 *
 * @throws AppError `not_found`
 */
export async function holdJourney(tx: TxScope, journeyId: string): Promise<void> {
  const journey = await lockJourney(tx, journeyId);
  if (!journey) throw notFound();
  await updateJourney(tx, journeyId, { revision: journey.revision + 1 });
  await announceMap(tx, journeyId, journey.revision + 1);
}
