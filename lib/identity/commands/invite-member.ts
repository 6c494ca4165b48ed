import { z } from 'zod';
import { insertInvite } from '@/db/queries/invites';
import { listMembers } from '@/db/queries/members';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { hashOf, newId, newKey } from '@/lib/id';
import { emailSchema, ROLES, roleSchema } from '../model';

const schema = z.strictObject({ email: emailSchema, role: roleSchema });

/** How long an invite can be accepted. */
export const INVITE_DAYS = 7;

/**
 * Invites an address with a role that is at most the inviter's own; an earlier invite to it ends. It can be accepted for
 * as long as its inviter is a member. The token is returned once, to be mailed after the transaction; only its hash is
 * stored.
 */
export const inviteMember = command('member.invite', schema, async (tx, { email, role }) => {
  if (tx.actor.kind !== 'member' || ROLES.indexOf(role) > ROLES.indexOf(tx.actor.role)) {
    throw new AppError('forbidden', 'You can invite with your own role at most.');
  }
  if ((await listMembers(tx)).some((member) => member.email === email)) {
    throw new AppError('conflict', 'Some fields need correcting.', {
      errors: [{ path: 'email', message: 'This person is a member already.' }],
    });
  }
  const id = newId();
  const token = newKey(32);
  const expiresAt = new Date(Date.now() + INVITE_DAYS * 86_400_000);
  const inviterId = tx.actor.userId;
  await insertInvite(tx, { id, email, role, tokenHash: hashOf(token), expiresAt, inviterId });
  return { id, email, role, token };
});
