import { z } from 'zod';
import { findCampaign } from '@/db/queries/campaigns';
import { lockInvitation, moveInvitation } from '@/db/queries/invitations';
import { findLetterOfInvitation, insertLetter } from '@/db/queries/letters';
import { findStopCause } from '@/db/queries/opt-outs';
import { findAsking } from '@/db/queries/placements';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { invitationMail } from '@/emails/invitation';
import { command } from '../../command';
import { env, secret } from '../../env';
import { newId } from '../../id';
import { placementState } from '../../survey/rules/publishing';
import { type Letter, REST_DAYS, type Sender, type StopCause, TRANSPORTS } from '../model';
import { type Begun, mayRetrySending } from '../rules/delivery';
import { mailModel } from '../rules/mail-model';
import { addressHash, invitationToken } from '../rules/secrets';

/**
 * The first half of sending one invitation: checks everything again as it is now, writes the letter, and commits
 * `sending` before the network is touched. Whoever finds `sending` already there comes after a crash: by SMTP nobody
 * can know whether the mail left, so it ends as `unknown`; a provider with idempotency keys is asked again with the
 * very same letter.
 */
export const beginDelivery = command(
  'letter.send',
  z.strictObject({ invitationId: z.uuid(), transport: z.enum(TRANSPORTS) }),
  async (tx, { invitationId, transport }): Promise<Begun & { id: string }> => {
    const id = invitationId;
    const now = new Date();
    const token = invitationToken(secret(), id);
    const unsubscribeUrl = `${env().APP_URL}/u/${token}`;
    const invitation = await lockInvitation(tx, id);
    if (!invitation) return { id, next: 'nothing' };
    const hash = invitation.email === null ? null : addressHash(secret(), tx.workspaceId, invitation.email);
    const stopped = hash && (await findStopCause(tx, hash));
    if (invitation.state === 'sending') {
      const letter = await findLetterOfInvitation(tx, id);
      if (letter && !stopped && mayRetrySending(letter, transport, now)) {
        return { id, next: 'send', letter, sender: await sender(tx), unsubscribeUrl, again: true };
      }
      await moveInvitation(tx, id, { from: ['sending'], to: 'unknown', reason: INTERRUPTED });
      return { id, next: 'nothing' };
    }
    if (invitation.state !== 'queued') return { id, next: 'nothing' };
    const placement = await findAsking(tx, invitation.placementId);
    const campaign = await findCampaign(tx, invitation.campaignId);
    const workspace = await getWorkspace(tx);
    if (!placement || !campaign) throw new Error('The invitation has lost its campaign.');
    const taken = placementState(placement, now) === 'open';
    const why = whyLeftOut(invitation.email, stopped, taken);
    if (why !== null || invitation.email === null) {
      await moveInvitation(tx, id, { from: ['queued'], to: 'left_out', reason: why });
      return { id, next: 'nothing' };
    }
    const mail = invitationMail(
      mailModel({
        placement,
        campaign,
        postalAddress: workspace.postalAddress,
        recipient: { name: invitation.name ?? '', attributes: invitation.attributes ?? {} },
        answerUrl: `${env().APP_URL}/r/${token}`,
        unsubscribeUrl,
        restDays: REST_DAYS,
      }),
    );
    const letter: Letter = {
      id: newId(),
      invitationId: id,
      recipient: invitation.email,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      transport,
      writtenAt: now,
    };
    await insertLetter(tx, letter);
    if (transport === 'outbox') {
      await moveInvitation(tx, id, { from: ['queued'], to: 'written', sentAt: now });
      return { id, next: 'nothing' };
    }
    await moveInvitation(tx, id, { from: ['queued'], to: 'sending' });
    return { id, next: 'send', letter, sender: await sender(tx), unsubscribeUrl, again: false };
  },
);

function whyLeftOut(email: string | null, stopped: StopCause | null, taken: boolean) {
  if (email === null) return 'erased';
  return stopped ?? (taken ? null : 'closed');
}

const INTERRUPTED = 'Interrupted while sending. It may have arrived, so it is not sent again.';

async function sender(tx: TxScope): Promise<Sender> {
  const workspace = await getWorkspace(tx);
  return { workspaceId: tx.workspaceId, brand: workspace.brand, address: workspace.senderAddress };
}
