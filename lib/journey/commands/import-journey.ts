import { z } from 'zod';
import { listChannels } from '@/db/queries/channels';
import { findDocument, writeDocument } from '@/db/queries/documents';
import { insertJourney } from '@/db/queries/journeys';
import { insertLineages } from '@/db/queries/lineages';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { titleSchema } from '../model';
import { fitted } from '../rules/exchange/fitted';
import { withNewIdentity } from '../rules/exchange/parts';
import type { Read } from '../rules/exchange/read';
import { MAP_FORMATS, type MapFormat, mapTextSchema, readMap } from '../rules/exchange/read-map';
import { beginEdit } from './begin-edit';
import { getLockedJourney, keepVersionNow } from './keep-version';
import { settleNames } from './settle-names';

const source = {
  text: mapTextSchema,
  format: z.enum(MAP_FORMATS),
};

/**
 * Makes a new journey of a text. Nothing in it can point at what is there: every id is new, teams, personas and channels
 * are found by name or added. `title` stands in for a title that the text does not have, or replaces it.
 *
 * @throws AppError `invalid` with the place of each fault
 */
export const importJourney = command(
  'journey.import',
  z.strictObject({ ...source, title: titleSchema.optional() }),
  async (tx, { text, format, title }) => {
    const { document } = await readable(tx, text, format, title ?? 'Imported journey');
    const settled = await settleNames(tx, withNewIdentity(document, newId));
    const { lineageId, title: own } = settled.journey;
    const journey = { id: newId(), lineageId, title: title ?? own };
    await insertLineages(tx, 'journey', [lineageId]);
    await insertJourney(tx, journey);
    const said = { ...settled.journey, title: journey.title };
    const written = await writeDocument(tx, journey.id, { ...settled, journey: said });
    if (!written) throw new Error('A new id was taken.');
    return { ...journey, journeyId: journey.id, told: { title: journey.title } };
  },
);

/**
 * Makes a journey's map what a text says, and keeps what it is now as a safety version first: `previous` names that one.
 * Touchpoints of the same id or title keep their answers.
 *
 * @throws AppError `not_found`; `conflict` where the journey is retired; `invalid` with the place of each fault
 */
export const importIntoJourney = command(
  'journey.import',
  z.strictObject({ id: z.uuid(), ...source }),
  async (tx, { id, text, format }) => {
    const journey = await getLockedJourney(tx, id);
    if (journey.retiredAt) {
      throw new AppError('conflict', 'This journey is retired. Restore the journey first.');
    }
    const { document, speaks } = await readable(tx, text, format, journey.title);
    const current = await findDocument(tx, id);
    if (!current) throw notFound();
    const versionId = await keepVersionNow(tx, journey, { kind: 'safety', name: 'Before an import' });
    await beginEdit(tx, id);
    const written = await writeDocument(
      tx,
      id,
      fitted(current, await settleNames(tx, document), speaks, newId),
    );
    if (!written) {
      throw new AppError(
        'conflict',
        'A touchpoint that was taken off this map stands in the way. Restore it first.',
      );
    }
    return { id, journeyId: id, told: { title: journey.title }, previous: { versionId } };
  },
);

async function readable(
  tx: TxScope,
  text: string,
  format: MapFormat,
  title: string,
): Promise<Extract<Read, { ok: true }>> {
  const read = readMap(text, format, title, await listChannels(tx), newId);
  if (read.ok) return read;
  throw new AppError('invalid', 'This cannot be read as a map.', {
    errors: read.faults.map(({ line, column, message }) => ({
      path: column === null ? `line ${line}` : `line ${line}, column ${column}`,
      message,
    })),
  });
}
