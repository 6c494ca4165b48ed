import { z } from 'zod';
import { listPersonaNames, upsertContacts } from '@/db/queries/contacts';
import { insertJobs } from '@/db/queries/jobs';
import { command } from '../../command';
import { notFound } from '../../errors';
import { newId } from '../../id';
import { recountJobs } from '../../response/rules/recount';
import { MOST_ROWS, newContactSchema } from '../model';

/**
 * Adds contacts; an address that is known is updated, and what the new row leaves empty stays. Of two rows with one
 * address the later wins. Who is known may be another persona now: then answers are recounted.
 *
 * @throws AppError `invalid`; `not_found` for a persona that this workspace does not have
 */
export const addContacts = command(
  'contact.add',
  z.strictObject({ contacts: z.array(newContactSchema).min(1, 'Give at least one contact.').max(MOST_ROWS) }),
  async (tx, input) => {
    const personas = new Set((await listPersonaNames(tx)).map(({ id }) => id));
    const byEmail = new Map(input.contacts.map((contact) => [contact.email, contact]));
    for (const { personaId } of byEmail.values()) {
      if (personaId !== null && !personas.has(personaId)) throw notFound();
    }
    const written = await upsertContacts(
      tx,
      [...byEmail.values()].map((contact) => ({ id: newId(), ...contact })),
    );
    if (written.updated > 0) await insertJobs(tx, recountJobs(null, newId(), new Date()));
    return written;
  },
);
