import { findDocument } from '@/db/queries/documents';
import { findNewestVersion, insertJourneyVersion } from '@/db/queries/journey-versions';
import { type JourneyRow, lockJourney, updateJourney } from '@/db/queries/journeys';
import { announceMap } from '@/db/queries/notices';
import type { TxScope } from '@/db/scope';
import { notFound } from '../../errors';
import { newId } from '../../id';

/** An edit after a pause of this length first keeps the map as it was. */
export const VERSION_PAUSE_MINUTES = 30;

/**
 * Begins a change of a map: makes other changes of it wait, keeps an automatic version where the last is some time ago,
 * counts the revision, and tells everybody who has it open once it is committed. Every command that changes what a map shows begins with it.
 *
 * @throws AppError `not_found`
 */
export async function beginEdit(tx: TxScope, journeyId: string): Promise<JourneyRow> {
  const journey = await lockJourney(tx, journeyId);
  if (!journey) throw notFound();
  await keepVersion(tx, journey);
  await updateJourney(tx, journeyId, { revision: journey.revision + 1 });
  await announceMap(tx, journeyId, journey.revision + 1);
  return journey;
}

async function keepVersion(tx: TxScope, journey: JourneyRow): Promise<void> {
  const newest = await findNewestVersion(tx, journey.id);
  const paused = Date.now() - VERSION_PAUSE_MINUTES * 60_000;
  if (newest && (newest.createdAt.getTime() > paused || newest.revision === journey.revision)) return;
  const document = await findDocument(tx, journey.id);
  if (!document) throw notFound();
  await insertJourneyVersion(tx, {
    id: newId(),
    journeyId: journey.id,
    kind: 'automatic',
    name: '',
    note: '',
    revision: journey.revision,
    document,
  });
}
