import { z } from 'zod';
import { findContactIds, upsertOutcomes } from '@/db/queries/outcomes';
import { command } from '../../command';
import { MOST_OUTCOMES, type OutcomesWritten, outcomeSchema } from '../model';

/**
 * Writes what customers did. The same person, kind and day is the same outcome: sent again it is repeated, with another
 * amount it is changed; of two in one list the later counts. Whoever is named by an address that is no contact is left
 * out and told in `unknown`, so that nothing is kept about strangers.
 *
 * @throws AppError `forbidden`, `invalid`
 */
export const recordOutcomes = command(
  'outcome.record',
  z.strictObject({
    outcomes: z
      .array(outcomeSchema)
      .min(1, 'Give at least one outcome.')
      .max(MOST_OUTCOMES, `Give at most ${MOST_OUTCOMES} outcomes at a time.`),
  }),
  async (tx, { outcomes }): Promise<OutcomesWritten> => {
    const emails = outcomes.flatMap(({ person }) => ('email' in person ? [person.email] : []));
    const ids = await findContactIds(tx, [...new Set(emails)]);
    const unknown: number[] = [];
    const written = new Map<string, Parameters<typeof upsertOutcomes>[1][number]>();
    for (const [place, { person, kind, day, amount = null }] of outcomes.entries()) {
      const contactId = 'email' in person ? (ids.get(person.email) ?? null) : null;
      if ('email' in person && contactId === null) {
        unknown.push(place);
        continue;
      }
      const who = 'key' in person ? `key:${person.key}` : `contact:${contactId}`;
      written.set(`${who}\n${kind}\n${day}`, { person: who, contactId, kind, day, amount });
    }
    const { added, changed } = await upsertOutcomes(tx, [...written.values()]);
    return { added, changed, repeated: outcomes.length - unknown.length - added - changed, unknown };
  },
);
