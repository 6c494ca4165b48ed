import { z } from 'zod';
import { takeInvite } from '@/db/queries/invites';
import { insertMember } from '@/db/queries/members';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { idSchema } from '../model';

const schema = z.strictObject({ inviteId: idSchema });

/**
 * Joins the workspace of a scope from `proveInvite`, once. Holding the token and being signed in with exactly the
 * invited address is the proof: the token went to that mailbox only. Who is a member already keeps their role.
 *
 * @throws AppError `closed`, in the same words for an invite that expired, was used, or is for another address
 */
export const acceptInvite = command('member.join', schema, async (tx, { inviteId }) => {
  const userId = tx.actor.kind === 'member' ? tx.actor.userId : null;
  const role = userId && (await takeInvite(tx, inviteId, userId, new Date()));
  if (!userId || !role) throw inviteClosed();
  await insertMember(tx, userId, role);
  return { id: userId, workspaceId: tx.workspaceId };
});

/** The one refusal of every invite that cannot be accepted. */
export const inviteClosed = (): AppError =>
  new AppError('closed', 'This invite has expired, was used already, or was sent to another address.');
