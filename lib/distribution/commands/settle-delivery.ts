import { z } from 'zod';
import { lockInvitation, moveInvitation } from '@/db/queries/invitations';
import { deleteLetterOfInvitation } from '@/db/queries/letters';
import { command } from '../../command';
import { scrubReason } from '../rules/scrub-reason';

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
    const words = scrubReason(reason, invitation?.email ?? null);
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
