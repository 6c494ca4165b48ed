import { z } from 'zod';
import { deleteMember, lockOwners } from '@/db/queries/members';
import { command } from '@/lib/command';
import { AppError, notFound } from '@/lib/errors';
import { idSchema } from '../model';

/** Removes a member; their next request is refused. @throws AppError `not_found`; `conflict` for the last owner */
export const removeMember = command(
  'member.remove',
  z.strictObject({ userId: idSchema }),
  async (tx, { userId }) => {
    refuseLastOwner(await lockOwners(tx), userId);
    if (!(await deleteMember(tx, userId))) throw notFound();
    return { id: userId };
  },
);

/** Leaves the workspace. @throws AppError `conflict` for the last owner */
export const leaveWorkspace = command('member.leave', z.strictObject({}), async (tx) => {
  const userId = tx.actor.kind === 'member' ? tx.actor.userId : '';
  refuseLastOwner(await lockOwners(tx), userId);
  if (!(await deleteMember(tx, userId))) throw notFound();
  return { id: userId };
});

/** Without an owner nobody could invite, change roles or settings any more. */
export function refuseLastOwner(owners: readonly string[], userId: string): void {
  if (owners.length === 1 && owners[0] === userId) {
    throw new AppError('conflict', 'A workspace needs an owner. Make somebody else an owner first.');
  }
}
