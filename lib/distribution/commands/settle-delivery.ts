import { z } from 'zod';
import { lockInvitation, moveInvitation } from '@/db/queries/invitations';
import { deleteLetterOfInvitation } from '@/db/queries/letters';
import { command } from '../../command';

/**
 * The second half of sending one invitation: writes down how it ended. `requeued` takes the letter back, so only for a
 * mail that certainly did not leave. A late report of the truth also corrects `unknown`.
 */
export const settleDelivery = command(
  'letter.send',
  z.strictObject({
    invitationId: z.uuid(),
    outcome: z.enum(['sent', 'failed', 'unknown', 'requeued', 'given_up']),
    reason: z.string().nullable(),
  }),
  async (tx, { invitationId, outcome, reason }) => {
    const invitation = await lockInvitation(tx, invitationId);
    const words = scrub(reason, invitation?.email ?? null);
    if (outcome === 'sent') {
      await moveInvitation(tx, invitationId, {
        from: ['sending', 'unknown'],
        to: 'sent',
        sentAt: new Date(),
      });
    } else if (outcome === 'requeued') {
      const back = await moveInvitation(tx, invitationId, { from: ['sending'], to: 'queued', reason: words });
      if (back) await deleteLetterOfInvitation(tx, invitationId);
    } else if (outcome === 'given_up') {
      await moveInvitation(tx, invitationId, { from: ['queued'], to: 'failed', reason: words });
      await moveInvitation(tx, invitationId, { from: ['sending'], to: 'unknown', reason: words });
    } else {
      const from =
        outcome === 'failed' ? (['queued', 'sending', 'unknown'] as const) : (['sending'] as const);
      await moveInvitation(tx, invitationId, { from: [...from], to: outcome, reason: words });
    }
    return { id: invitationId };
  },
);

/** Servers like to repeat the address in their refusals; a reason outlives the contact's erasure. */
function scrub(reason: string | null, email: string | null): string | null {
  if (reason === null) return null;
  const plain = reason.slice(0, 500);
  const hidden =
    email === null ? plain : plain.split(new RegExp(escapeRegExp(email), 'gi')).join('the address');
  return hidden.replace(/[^\s<>"]+@[^\s<>"]+/g, 'an address');
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
