import { z } from 'zod';
import { MAIL_TAG, type MailReport, mailReportSchema } from '../model';

/** Only what is read of an event; the rest changes with the provider. */
const eventSchema = z.object({
  type: z.string(),
  data: z.object({
    tags: z.object({ [MAIL_TAG]: z.string() }),
    bounce: z.object({ type: z.string(), message: z.string().optional() }).optional(),
    suppressed: z.object({ message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string().optional() }).optional(),
  }),
});

/**
 * What one of Resend's events says of a mail of ours; null where it says nothing that has to be noted: of a mail without
 * our tag, of one that is only late, that arrived or was looked at.
 *
 * @param eventId the provider's own name of the event
 */
export function readMailReport(
  event: unknown,
  eventId: string,
): { workspaceId: string; report: MailReport } | null {
  const read = eventSchema.safeParse(event);
  if (!read.success) return null;
  const { type, data } = read.data;
  const found = foundIn(type, data);
  const [workspaceId = '', mailId = ''] = data.tags[MAIL_TAG]?.split('_') ?? [];
  const report = mailReportSchema.safeParse({ mailId, eventId, ...found });
  return report.success && z.uuid().safeParse(workspaceId).success
    ? { workspaceId, report: report.data }
    : null;
}

function foundIn(
  type: string,
  { bounce, suppressed, failed }: z.output<typeof eventSchema>['data'],
): Pick<MailReport, 'kind' | 'reason'> | null {
  switch (type) {
    case 'email.bounced':
      return {
        kind: bounce?.type.toLowerCase() === 'permanent' ? 'bounced' : 'lost',
        reason: bounce?.message ?? null,
      };
    case 'email.suppressed':
      return { kind: 'bounced', reason: suppressed?.message ?? null };
    case 'email.complained':
      return { kind: 'complained', reason: null };
    case 'email.failed':
      return { kind: 'failed', reason: failed?.reason ?? null };
    default:
      return null;
  }
}
