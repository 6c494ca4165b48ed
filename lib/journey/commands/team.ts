import { z } from 'zod';
import { findTeam, findTeamOfName, insertTeam, updateTeam } from '@/db/queries/teams';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { titleSchema } from '../model';

const nameTaken = () =>
  new AppError('conflict', 'There is a team of that name. Use it, or choose another name.');

/** Adds a team that stages and touchpoints can belong to. @throws AppError `conflict` where the name is taken */
export const addTeam = command('team.add', z.strictObject({ name: titleSchema }), async (tx, { name }) => {
  const id = newId();
  if (!(await insertTeam(tx, { id, name }))) throw nameTaken();
  return { id };
});

/** Renames a team everywhere. @throws AppError `not_found`; `conflict` where the name is taken */
export const renameTeam = command(
  'team.rename',
  z.strictObject({ id: z.uuid(), name: titleSchema }),
  async (tx, { id, name }) => {
    const team = await findTeam(tx, id);
    if (!team) throw notFound();
    const other = await findTeamOfName(tx, name);
    if (other && other.id !== id) throw nameTaken();
    await updateTeam(tx, id, name);
    return { id, previous: { name: team.name } };
  },
);
