import { z } from 'zod';
import { announceMapsWith } from '@/db/queries/notices';
import { findTeam, findTeamOfName, handOver, insertTeam, updateTeam } from '@/db/queries/teams';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { titleSchema } from '../model';
import { beginEdit } from './begin-edit';

const nameTaken = () =>
  new AppError('conflict', 'There is a team of that name. Use it, or choose another name.');

/** Adds a team that stages and touchpoints can belong to. @throws AppError `conflict` where the name is taken */
export const addTeam = command('team.add', z.strictObject({ name: titleSchema }), async (tx, { name }) => {
  const id = newId();
  if (!(await insertTeam(tx, { id, name }))) throw nameTaken();
  return { id };
});

/** Renames a team everywhere, and tells the open maps that show it. @throws AppError `not_found`; `conflict` where the name is taken */
export const renameTeam = command(
  'team.rename',
  z.strictObject({ id: z.uuid(), name: titleSchema }),
  async (tx, { id, name }) => {
    const team = await findTeam(tx, id);
    if (!team) throw notFound();
    const other = await findTeamOfName(tx, name);
    if (other && other.id !== id) throw nameTaken();
    await updateTeam(tx, id, name);
    await announceMapsWith(tx, { teamId: id });
    return { id, previous: { name: team.name } };
  },
);

/**
 * Gives all that a team owns in one journey to another team, and lets the other contribute where it did. The log keeps
 * which stages and touchpoints these were.
 *
 * @throws AppError `not_found`; `conflict` for the team itself
 */
export const reassignTeam = command(
  'team.reassign',
  z.strictObject({ journeyId: z.uuid(), id: z.uuid(), toTeamId: z.uuid() }),
  async (tx, { journeyId, id, toTeamId }) => {
    const { title } = await beginEdit(tx, journeyId);
    const [from, to] = [await findTeam(tx, id), await findTeam(tx, toTeamId)];
    if (!from || !to) throw notFound();
    if (from.id === to.id) throw new AppError('conflict', 'Choose another team.');
    const handed = await handOver(tx, journeyId, id, toTeamId);
    return { id, journeyId, told: { title, from: from.name, to: to.name, ...handed }, handed };
  },
);
