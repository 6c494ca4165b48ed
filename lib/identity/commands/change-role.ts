import { z } from 'zod';
import { lockOwners, updateRole } from '@/db/queries/members';
import { command } from '@/lib/command';
import { notFound } from '@/lib/errors';
import { idSchema, roleSchema } from '../model';
import { refuseLastOwner } from './remove-member';

const schema = z.strictObject({ userId: idSchema, role: roleSchema });

/** Changes what a member may do, from their next request on. @throws AppError `not_found`; `conflict` for the last owner */
export const changeRole = command('member.change', schema, async (tx, { userId, role }) => {
  const owners = await lockOwners(tx);
  if (role !== 'owner') refuseLastOwner(owners, userId);
  if (!(await updateRole(tx, userId, role))) throw notFound();
  return { id: userId };
});
