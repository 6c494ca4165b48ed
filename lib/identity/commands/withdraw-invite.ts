import { z } from 'zod';
import { deleteInvite } from '@/db/queries/invites';
import { command } from '@/lib/command';
import { notFound } from '@/lib/errors';
import { idSchema } from '../model';

/** Ends an invite that was not accepted yet. @throws AppError `not_found` */
export const withdrawInvite = command(
  'member.uninvite',
  z.strictObject({ id: idSchema }),
  async (tx, { id }) => {
    if (!(await deleteInvite(tx, id))) throw notFound();
    return { id };
  },
);
