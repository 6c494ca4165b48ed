import { z } from 'zod';
import { deleteInvitesOf } from '@/db/queries/invites';
import { deleteMember, lockOwners } from '@/db/queries/members';
import type { TxScope } from '@/db/scope';
import { command } from '@/lib/command';
import { AppError, notFound } from '@/lib/errors';
import { idSchema } from '../model';

/**
 * Removes a member; their next request is refused, and the invites that they made and nobody accepted yet end.
 * `invitesEnded` says how many.
 *
 * @throws AppError `not_found`; `conflict` for the last owner
 */
export const removeMember = command(
  'member.remove',
  z.strictObject({ userId: idSchema }),
  async (tx, { userId }) => {
    return leave(tx, userId);
  },
);

/** Leaves the workspace, in the same way. @throws AppError `conflict` for the last owner */
export const leaveWorkspace = command('member.leave', z.strictObject({}), async (tx) => {
  return leave(tx, tx.actor.kind === 'member' ? tx.actor.userId : '');
});

async function leave(tx: TxScope, userId: string): Promise<{ id: string; invitesEnded: number }> {
  refuseLastOwner(await lockOwners(tx), userId);
  // The database ends them as well, together with the membership; here they are counted.
  const invitesEnded = await deleteInvitesOf(tx, userId, new Date());
  if (!(await deleteMember(tx, userId))) throw notFound();
  return { id: userId, invitesEnded };
}

/** Without an owner nobody could invite, change roles or settings any more. */
export function refuseLastOwner(owners: readonly string[], userId: string): void {
  if (owners.length === 1 && owners[0] === userId) {
    throw new AppError('conflict', 'A workspace needs an owner. Make somebody else an owner first.');
  }
}
