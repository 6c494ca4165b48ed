import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteMailReport } from '../lib/distribution/commands/note-mail-report';
import { env } from '../lib/env';
import { mailReportOf } from '../lib/gates/mail-report';
import { readBody } from './body';
import { networkBehind, refuseFlood } from './rates';
import { refuseMethod } from './reply';

/** Whether this process hears what Resend reports of mail at the path. */
export const hearsMailReports = (path: string): boolean =>
  path === '/api/v1/mail/resend' && env().RESEND_WEBHOOK_SECRET !== undefined;

/**
 * Where Resend reports bounces and complaints. Whatever is signed is answered with 204, also what concerns nothing here:
 * Resend sends anything else again for days.
 */
export async function serveMailReport(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST') refuseMethod(res, 'POST');
  refuseFlood('network', networkBehind(req));
  const header = (name: string) => String(req.headers[`svix-${name}`] ?? '');
  const body = await readBody(req);
  const heard = await mailReportOf(body, {
    id: header('id'),
    timestamp: header('timestamp'),
    signature: header('signature'),
  });
  if (heard) await noteMailReport(heard.scope, heard.report);
  res.writeHead(204, { 'cache-control': 'no-store' }).end();
}
