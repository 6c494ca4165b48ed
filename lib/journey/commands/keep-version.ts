import { findDocument } from '@/db/queries/documents';
import { insertJourneyVersion, type VersionKind } from '@/db/queries/journey-versions';
import { type JourneyRow, lockJourney } from '@/db/queries/journeys';
import type { TxScope } from '@/db/scope';
import { notFound } from '../../errors';
import { newId } from '../../id';

/** The journey once nobody else changes it, where the map itself stays as it is. @throws AppError `not_found` */
export async function getLockedJourney(tx: TxScope, journeyId: string): Promise<JourneyRow> {
  const journey = await lockJourney(tx, journeyId);
  if (!journey) throw notFound();
  return journey;
}

/** Keeps the map as it is now; the caller holds the journey's lock. Returns the version's id. */
export async function keepVersionNow(
  tx: TxScope,
  journey: JourneyRow,
  said: { kind: VersionKind; name: string; note?: string },
): Promise<string> {
  const document = await findDocument(tx, journey.id);
  if (!document) throw notFound();
  const id = newId();
  const { revision } = journey;
  await insertJourneyVersion(tx, { id, journeyId: journey.id, note: '', ...said, revision, document });
  return id;
}
