import { z } from 'zod';
import { deleteContact } from '@/db/queries/contacts';
import { forgetContact } from '@/db/queries/invitations';
import { deleteResponsesOfContact } from '@/db/queries/record';
import { command } from '../../command';
import { notFound } from '../../errors';
import { SCALE_STARTS } from '../../response/rules';

/**
 * Erases a contact for good, with its answers and letters; the tallies follow in the same transaction. An opt-out
 * stays, as a hash that tells nobody the address. Returns how many responses went.
 *
 * @throws AppError `not_found`
 */
export const eraseContact = command('contact.erase', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  await forgetContact(tx, id);
  if (!(await deleteContact(tx, id))) throw notFound();
  return { id, responses: await deleteResponsesOfContact(tx, id, SCALE_STARTS) };
});
