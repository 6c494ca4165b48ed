import { z } from 'zod';
import { writeDocument } from '@/db/queries/documents';
import { findVersion, findVersionDocument, updateVersion } from '@/db/queries/journey-versions';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { ENGLISH } from '../../translate';
import { textSchema, titleSchema } from '../model';
import { documentSchema } from '../model/document';
import { versionName } from '../rules/version';
import { beginEdit } from './begin-edit';
import { getLockedJourney, keepVersionNow } from './keep-version';

/** Keeps the map as it is now, under a name. @throws AppError `not_found` */
export const nameVersion = command(
  'version.name',
  z.strictObject({ journeyId: z.uuid(), name: titleSchema, note: textSchema.default('') }),
  async (tx, { journeyId, name, note }) => {
    const journey = await getLockedJourney(tx, journeyId);
    const id = await keepVersionNow(tx, journey, { kind: 'named', name, note });
    return { id, journeyId, told: { title: name } };
  },
);

/**
 * Says anew what a version is called; an automatic one becomes a named one, and without a name automatic again.
 * `previous` undoes it. @throws AppError `not_found`
 */
export const renameVersion = command(
  'version.rename',
  z.strictObject({ id: z.uuid(), name: titleSchema.or(z.literal('')), note: textSchema.optional() }),
  async (tx, { id, name, note }) => {
    const version = await findVersion(tx, id);
    if (!version) throw notFound();
    const kind = version.kind === 'safety' ? 'safety' : name === '' ? 'automatic' : 'named';
    await updateVersion(tx, id, { kind, name, ...(note === undefined ? {} : { note }) });
    return {
      id,
      journeyId: version.journeyId,
      told: { title: versionName(version, ENGLISH), change: { name } },
      previous: { name: version.name, note: version.note },
    };
  },
);

/**
 * Makes the map what it was in a version, and keeps what it is now as a safety version first: `previous` names that one.
 * `lost` is what the version refers to and the workspace no longer has.
 *
 * @throws AppError `not_found`; `conflict` where the journey is retired
 */
export const restoreVersion = command(
  'version.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const version = await findVersion(tx, id);
    if (!version) throw notFound();
    const { journeyId } = version;
    const journey = await getLockedJourney(tx, journeyId);
    if (journey.retiredAt) {
      throw new AppError('conflict', 'This journey is retired. Restore the journey first.');
    }
    const name = `Before restoring ${versionName(version, ENGLISH)}`.slice(0, 80);
    const safety = await keepVersionNow(tx, journey, { kind: 'safety', name });
    await beginEdit(tx, journeyId);
    const document = documentSchema.parse(await findVersionDocument(tx, id));
    const lost = await writeDocument(tx, journeyId, document);
    if (!lost) throw new Error('A version holds what belongs to another journey.');
    return {
      id,
      journeyId,
      told: { title: versionName(version, ENGLISH) },
      previous: { versionId: safety },
      lost,
    };
  },
);
