import type { Scope } from '@/db/scope';
import type { MailReport } from '../distribution/model';
import { readMailReport } from '../distribution/rules/mail-report';
import { proveClock } from '../identity/prove';
import { provenEvent, type SignedHeaders } from '../mailer';

/**
 * Lets the mail provider in by its signature, to the one workspace whose mail the event is about; null for an event that
 * says nothing to note.
 *
 * @throws AppError `unauthorized`, `not_json`
 */
export async function mailReportOf(
  body: string,
  headers: SignedHeaders,
): Promise<{ scope: Scope; report: MailReport } | null> {
  const read = readMailReport(await provenEvent(body, headers), headers.id);
  return read && { scope: proveClock(read.workspaceId), report: read.report };
}
