import { z } from 'zod';
import {
  deleteReplyLetter,
  findReplyLetter,
  insertReplyLetter,
  lockReply,
  moveReply,
} from '@/db/queries/case-notes';
import { findCase } from '@/db/queries/cases';
import { findStopCause } from '@/db/queries/opt-outs';
import { getWorkspace } from '@/db/queries/workspaces';
import { replyLetter } from '@/emails/case-reply';
import { command } from '../../command';
import { type Sender, TRANSPORTS } from '../../distribution/model';
import { mayRetrySending } from '../../distribution/rules/delivery';
import { scrubReason } from '../../distribution/rules/scrub-reason';
import { addressHash, invitationToken } from '../../distribution/rules/secrets';
import { env, secret } from '../../env';
import { newId } from '../../id';
import { languageOf, packOf } from '../../survey/rules/languages';
import { msg } from '../../translate';
import { whyNoReply } from '../rules/reply';

/** A reply that is to be handed over now, or that nothing is left to do. */
export type BegunReply =
  | { next: 'nothing' }
  | {
      next: 'send';
      letter: {
        recipient: string;
        subject: string;
        html: string;
        text: string;
        transport: 'smtp' | 'resend';
      };
      sender: Sender;
      unsubscribeUrl: string | null;
      again: boolean;
    };

/**
 * The first half of sending a reply: looks again whether the person may be written to, writes the letter, and commits
 * `sending` before the network is touched. Whoever finds `sending` there comes after a crash, and sends nothing but to a
 * provider that knows the letter by its key.
 */
export const beginReply = command(
  'case.mail',
  z.strictObject({ noteId: z.uuid(), transport: z.enum(TRANSPORTS) }),
  async (tx, { noteId, transport }): Promise<BegunReply & { id: string }> => {
    const nothing = { id: noteId, next: 'nothing' as const };
    const reply = await lockReply(tx, noteId);
    const line = reply && (await findCase(tx, reply.caseId));
    if (!reply || !line) return nothing;
    const { brand, senderAddress, postalAddress, privacyUrl } = await getWorkspace(tx);
    const sender = { workspaceId: tx.workspaceId, brand, address: senderAddress };
    const now = new Date();
    const { contactEmail } = line;
    const hash = contactEmail === null ? null : addressHash(secret(), tx.workspaceId, contactEmail);
    const stopped = hash && (await findStopCause(tx, hash));
    const unsubscribeUrl =
      line.invitationId && `${env().APP_URL}/u/${invitationToken(secret(), line.invitationId)}`;
    const why = whyNoReply({ ...line, stopped });
    if (reply.state === 'sending') {
      const letter = await findReplyLetter(tx, noteId);
      if (letter && letter.transport !== 'outbox' && why === null) {
        const kept = { ...letter, invitationId: noteId };
        if (mayRetrySending(kept, transport, now)) {
          return {
            id: noteId,
            next: 'send',
            letter: { ...letter, transport: letter.transport },
            sender,
            unsubscribeUrl,
            again: true,
          };
        }
      }
      await moveReply(tx, noteId, { from: ['sending'], to: 'unknown', reason: INTERRUPTED });
      return nothing;
    }
    if (reply.state !== 'queued') return nothing;
    if (why !== null || contactEmail === null) {
      await moveReply(tx, noteId, { from: ['queued'], to: 'failed', reason: NOBODY });
      return nothing;
    }
    const language = languageOf(line.language ?? '') ?? 'en';
    const mail = replyLetter({
      subject: reply.subject,
      text: reply.text,
      brand,
      postalAddress,
      privacy: privacyUrl ? { label: packOf(language).texts.privacy, url: privacyUrl } : null,
      unsubscribe: unsubscribeUrl ? { label: packOf(language).texts.unsubscribe, url: unsubscribeUrl } : null,
      language,
      dir: packOf(language).dir,
    });
    await insertReplyLetter(tx, noteId, {
      id: newId(),
      recipient: contactEmail,
      ...mail,
      transport,
      writtenAt: now,
    });
    if (transport === 'outbox') {
      await moveReply(tx, noteId, { from: ['queued'], to: 'written', at: now });
      return nothing;
    }
    await moveReply(tx, noteId, { from: ['queued'], to: 'sending' });
    return {
      id: noteId,
      next: 'send',
      letter: { recipient: contactEmail, ...mail, transport },
      sender,
      unsubscribeUrl,
      again: false,
    };
  },
);

/** The second half: writes down how it ended. `requeued` only for a mail that certainly did not leave. */
export const settleReply = command(
  'case.mail',
  z.strictObject({
    noteId: z.uuid(),
    outcome: z.enum(['sent', 'failed', 'unknown', 'requeued', 'given_up']),
    reason: z.string().max(1000).nullable(),
  }),
  async (tx, { noteId, outcome, reason }) => {
    const words = scrubReason(reason, null);
    if (outcome === 'sent') {
      await moveReply(tx, noteId, { from: ['sending', 'unknown'], to: 'sent', at: new Date() });
    } else if (outcome === 'requeued') {
      const back = await moveReply(tx, noteId, { from: ['sending'], to: 'queued', reason: words });
      if (back) await deleteReplyLetter(tx, noteId);
    } else if (outcome === 'given_up') {
      await moveReply(tx, noteId, { from: ['queued'], to: 'failed', reason: words });
      await moveReply(tx, noteId, { from: ['sending'], to: 'unknown', reason: words });
    } else {
      await moveReply(tx, noteId, { from: ['queued', 'sending'], to: outcome, reason: words });
    }
    return { id: noteId };
  },
);

const INTERRUPTED = msg('Interrupted while sending. It may have arrived, so it is not sent again.');
const NOBODY = msg('Nobody can be written to any more.');
