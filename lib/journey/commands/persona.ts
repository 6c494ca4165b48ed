import { z } from 'zod';
import { insertJobs } from '@/db/queries/jobs';
import { announceMapsWith } from '@/db/queries/notices';
import { findPersonaOfName, insertPersona, lockPersona, updatePersona } from '@/db/queries/personas';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { recountJobs } from '../../response/rules/recount';
import { EMPTY_PERSONA, personaSchema } from '../model/persona';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';

const nameTaken = () =>
  new AppError('conflict', 'There is a persona of that name. Use it, or choose another name.');

/**
 * Adds a persona that journeys can be drawn for. With a rule, answers are recounted.
 *
 * @throws AppError `conflict` where the name is taken
 */
export const addPersona = command(
  'persona.add',
  personaSchema.partial().extend({ name: personaSchema.shape.name }),
  async (tx, { name, ...wanted }) => {
    const id = newId();
    const persona = { ...EMPTY_PERSONA, ...changeOf(wanted), id, name };
    if (!(await insertPersona(tx, persona))) throw nameTaken();
    if (persona.rule) await recount(tx, id);
    return { id };
  },
);

/**
 * Changes a persona everywhere, and tells the open maps that show it; `previous` undoes it. Another rule, or another name where rules go by the order of
 * names, recounts answers.
 *
 * @throws AppError `not_found`; `conflict` where the name is taken, or a field is no longer as `seen`
 */
export const editPersona = command(
  'persona.edit',
  personaSchema.partial().extend({ id: z.uuid(), seen: z.record(z.string(), z.unknown()).optional() }),
  async (tx, { id, seen, ...wanted }) => {
    const persona = await lockPersona(tx, id);
    if (!persona) throw notFound();
    const change = changeOf(wanted);
    refuseLostUpdate(change, persona, seen);
    if (change.name !== undefined) {
      const other = await findPersonaOfName(tx, change.name);
      if (other && other.id !== id) throw nameTaken();
    }
    if (Object.keys(change).length > 0) {
      await updatePersona(tx, id, change);
      await announceMapsWith(tx, { personaId: id });
    }
    const ruled = persona.rule !== null || change.rule;
    const counts = change.rule !== undefined || (change.name !== undefined && change.name !== persona.name);
    if (ruled && counts && !persona.retiredAt) await recount(tx, id);
    return { id, previous: previousOf(change, persona) };
  },
);

/**
 * Takes a persona out of the choices. Where it is used it stays, and answers of contacts it was given to by hand still
 * count for it; its rule rests.
 *
 * @throws AppError `not_found`
 */
export const retirePersona = command(
  'persona.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const persona = await lockPersona(tx, id);
    if (!persona) throw notFound();
    if (persona.retiredAt) return { id };
    await updatePersona(tx, id, { retiredAt: new Date() });
    if (persona.rule) await recount(tx, id);
    return { id };
  },
);

/** Offers a retired persona again, and lets its rule count. @throws AppError `not_found` */
export const restorePersona = command(
  'persona.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const persona = await lockPersona(tx, id);
    if (!persona) throw notFound();
    if (!persona.retiredAt) return { id };
    await updatePersona(tx, id, { retiredAt: null });
    if (persona.rule) await recount(tx, id);
    return { id };
  },
);

const recount = (tx: TxScope, personaId: string) =>
  insertJobs(tx, recountJobs(personaId, newId(), new Date()));
