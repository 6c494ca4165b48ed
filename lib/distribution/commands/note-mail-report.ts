import { moveReply } from '@/db/queries/case-notes';
import { moveInvitation } from '@/db/queries/invitations';
import { insertMailReport, lockLetterOfMail } from '@/db/queries/letters';
import { insertOptOut } from '@/db/queries/opt-outs';
import { command } from '../../command';
import { secret } from '../../env';
import { mailReportSchema } from '../model';
import { scrubReason } from '../rules/scrub-reason';
import { addressHash } from '../rules/secrets';

/**
 * Writes down what a provider reported of a mail after it took it. A bounce for good and a complaint also end all mail
 * of this workspace to that letter's address. `noted` is false, and nothing changed, where the event is known already
 * or no such letter is left: its contact may have been erased.
 */
export const noteMailReport = command(
  'letter.report',
  mailReportSchema,
  async (tx, { mailId, eventId, kind, reason }) => {
    const letter = await lockLetterOfMail(tx, mailId);
    if (!letter || !(await insertMailReport(tx, letter.id, { eventId, kind }))) {
      return { id: mailId, noted: false };
    }
    // A report may come before the delivery itself is written down, or after it ended as unknown.
    const from = ['sending', 'sent', 'unknown'] as const;
    const words = scrubReason(reason, letter.recipient);
    if (kind === 'complained') {
      await moveInvitation(tx, mailId, { from: [...from], to: 'complained' });
    } else {
      const to = kind === 'failed' ? 'failed' : 'bounced';
      await moveInvitation(tx, mailId, { from: [...from], to, reason: words });
      await moveReply(tx, mailId, { from: [...from], to: 'failed', reason: words });
    }
    if (kind === 'bounced' || kind === 'complained') {
      await insertOptOut(tx, addressHash(secret(), tx.workspaceId, letter.recipient), kind);
    }
    return { id: mailId, noted: true };
  },
  'none',
);
