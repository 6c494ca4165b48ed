import { z } from 'zod';
import { findDocument, writeDocument } from '@/db/queries/documents';
import { insertJourney } from '@/db/queries/journeys';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { titleSchema } from '../model';
import { JOURNEY_STATES } from '../model/journey';
import { withFreshIds } from '../rules/fresh-ids';
import { getLockedJourney } from './keep-version';

/**
 * Copies a map with everything on it, as it is to be. The copy shares the lineages of the journey and of its touchpoints,
 * so both show the same answers; what is changed in the one does not change the other.
 *
 * @throws AppError `not_found`
 */
export const copyJourney = command(
  'journey.copy',
  z.strictObject({
    id: z.uuid(),
    title: titleSchema.optional(),
    state: z.enum(JOURNEY_STATES).default('to_be'),
  }),
  async (tx, { id: copiedFromId, title: wanted, state }) => {
    // A document is read in several statements: an edit between them would leave half of itself in the copy.
    const original = await getLockedJourney(tx, copiedFromId);
    const document = await findDocument(tx, copiedFromId);
    if (!document) throw notFound();
    const title = wanted ?? `${original.title.slice(0, 72)} (to be)`;
    const id = newId();
    await insertJourney(tx, { id, lineageId: original.lineageId, title, state, copiedFromId });
    const journey = { ...document.journey, title, state };
    const copy = withFreshIds({ ...document, journey }, newId);
    if (!(await writeDocument(tx, id, copy))) {
      throw new AppError(
        'conflict',
        'This journey cannot be copied as it is. Reload the page and try again.',
      );
    }
    return { id, journeyId: id, told: { title, from: original.title } };
  },
);
