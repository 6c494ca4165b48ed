import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { env } from '@/lib/env';
import { mailTransport } from '@/lib/mailer';
import type { Translate } from '@/lib/translate';

/** How mail leaves this installation and what is heard of it afterwards, with what is still to be set up. */
export function MailPart({ t }: { t: Translate }) {
  const transport = mailTransport();
  const code = (inside: React.ReactNode) => <code className="break-all">{inside}</code>;
  if (transport === 'outbox') {
    return (
      <Notice tone="warn">
        {rich(
          t,
          'No mail provider is set: letters stand in the <a>outbox</a>, and nothing is sent. Whoever runs this server sets <code>SMTP_URL</code> or <code>RESEND_API_KEY</code>.',
          {
            a: (inside) => (
              <Link href="/outbox" className="font-medium underline underline-offset-2">
                {inside}
              </Link>
            ),
            code,
          },
        )}
      </Notice>
    );
  }
  if (transport === 'smtp') {
    return (
      <p className="text-sm">
        {t(
          'Mail leaves by SMTP. What the mail server refuses at once is noted; what comes back later goes to the sender’s mailbox.',
        )}
      </p>
    );
  }
  if (env().RESEND_WEBHOOK_SECRET) {
    return (
      <p className="text-sm">
        {t(
          'Mail leaves by Resend. Bounces and complaints are heard: whoever they are about is written to no more.',
        )}
      </p>
    );
  }
  return (
    <>
      <p className="text-sm">
        {t('Mail leaves by Resend. What comes back later is not heard yet. To hear of it:')}
      </p>
      <ol className="list-inside list-decimal space-y-1 text-sm">
        <li>
          {rich(t, 'At Resend, add a webhook to <code>{address}</code>.', {
            address: `${env().APP_URL}/api/v1/mail/resend`,
            code,
          })}
        </li>
        <li>
          {rich(t, 'Choose its events <code>{events}</code>.', {
            events: 'email.bounced, email.complained, email.suppressed, email.failed',
            code,
          })}
        </li>
        <li>
          {rich(
            t,
            'Whoever runs this server sets <code>RESEND_WEBHOOK_SECRET</code> to the signing secret that Resend shows.',
            { code },
          )}
        </li>
      </ol>
    </>
  );
}
