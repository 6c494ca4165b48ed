import { z } from 'zod';
import { deleteOutcomesOf } from '@/db/queries/outcomes';
import { command } from '../../command';
import { notFound } from '../../errors';
import { respondentKeySchema } from '../model';

/**
 * Erases all outcomes of whoever answers under a key; how many they were. Those of a contact go with the contact.
 *
 * @throws AppError `not_found` where none is on file
 */
export const eraseOutcomes = command(
  'outcome.erase',
  z.strictObject({ key: respondentKeySchema }),
  async (tx, { key }) => {
    const erased = await deleteOutcomesOf(tx, `key:${key}`);
    if (erased === 0) throw notFound();
    return { erased };
  },
);
