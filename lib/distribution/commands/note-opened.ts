import { z } from 'zod';
import { findInvitation, markOpened } from '@/db/queries/invitations';
import type { Scope } from '@/db/scope';
import { command } from '../../command';

const mark = command(
  'invitation.open',
  z.strictObject({ invitationId: z.uuid() }),
  async (tx, { invitationId }) => {
    await markOpened(tx, invitationId);
    return { id: invitationId };
  },
  'none',
);

/**
 * Leaves the mark that a link of the invitation was opened. Scanners open links too, so it says nothing about a
 * person. Only the first time writes; an invitation that does not exist is passed over.
 */
export async function noteOpened(scope: Scope, input: { invitationId: string }): Promise<void> {
  const invitation = await findInvitation(scope, input.invitationId);
  if (invitation && invitation.openedAt === null) await mark(scope, input);
}
