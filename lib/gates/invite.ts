import { findInvite, type Invite } from '@/db/queries/invites';
import { markEmailVerified } from '@/db/queries/users';
import { getWorkspace } from '@/db/queries/workspaces';
import { acceptInvite, inviteClosed } from '../identity/commands/accept-invite';
import { proveInvite } from '../identity/prove';
import { unauthorized } from './reply';
import type { SignedIn } from './session';

/** What the holder of an invite's token is asked; null where it is not theirs to accept, whatever the reason. */
export async function findInvitation(
  token: string,
  user: SignedIn,
): Promise<{ workspaceName: string; role: Invite['role'] } | null> {
  const proven = await proveInvite(token, user.id);
  const invite = proven && (await findInvite(proven.scope, proven.inviteId, new Date()));
  if (!proven || invite?.email !== user.email) return null;
  return { workspaceName: (await getWorkspace(proven.scope)).name, role: invite.role };
}

/**
 * Lets the person into the workspace that invited their address. The token came by mail to it, so the address is proven.
 *
 * @throws AppError `unauthorized`; `closed` in the same words for every invite that is not theirs to accept
 */
export async function acceptInvitation(
  token: string,
  user: SignedIn | null,
): Promise<{ workspaceId: string }> {
  if (!user) throw unauthorized('Sign in with the invited address first.');
  const proven = await proveInvite(token, user.id);
  if (!proven) throw inviteClosed();
  const joined = await acceptInvite(proven.scope, { inviteId: proven.inviteId });
  await markEmailVerified(user.id, new Date());
  return joined;
}
