import { z } from 'zod';
import { findPersona, findPersonaOfName, insertPersona, updatePersona } from '@/db/queries/personas';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { textSchema, titleSchema } from '../model';
import { changeOf, previousOf } from '../rules';

const nameTaken = () =>
  new AppError('conflict', 'There is a persona of that name. Use it, or choose another name.');

/** Adds a persona that journeys can be drawn for. @throws AppError `conflict` where the name is taken */
export const addPersona = command(
  'persona.add',
  z.strictObject({ name: titleSchema, summary: textSchema.default('') }),
  async (tx, { name, summary }) => {
    const id = newId();
    if (!(await insertPersona(tx, { id, name, summary }))) throw nameTaken();
    return { id };
  },
);

/** Changes a persona everywhere. @throws AppError `not_found`; `conflict` where the name is taken */
export const editPersona = command(
  'persona.edit',
  z.strictObject({ id: z.uuid(), name: titleSchema.optional(), summary: textSchema.optional() }),
  async (tx, { id, ...wanted }) => {
    const persona = await findPersona(tx, id);
    if (!persona) throw notFound();
    const change = changeOf(wanted);
    if (change.name !== undefined) {
      const other = await findPersonaOfName(tx, change.name);
      if (other && other.id !== id) throw nameTaken();
    }
    if (Object.keys(change).length > 0) await updatePersona(tx, id, change);
    return { id, previous: previousOf(change, persona) };
  },
);
