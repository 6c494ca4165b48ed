import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { env } from '@/lib/env';
import { mailTransport } from '@/lib/mailer';
import { Title } from '../../title';

export const metadata: Metadata = { title: 'Look into your mail' };

export default function SentPage() {
  return (
    <>
      <Title title="Look into your mail">
        <p>We sent a link to that address. It works once, within 30 minutes, in any browser.</p>
      </Title>
      {mailTransport() === 'outbox' ? <NothingSent /> : null}
      <p className="text-sm text-soft">
        Nothing there? Look among the spam, or{' '}
        <Link href="/sign-in" className="font-medium text-ink underline underline-offset-2">
          try again
        </Link>
        .
      </p>
    </>
  );
}

/** Without a mail provider nothing leaves the machine, and the page has to say so. */
function NothingSent() {
  return (
    <Notice tone="warn">
      No mail provider is set up, so nothing was sent: the link is printed on the server’s console
      {env().MILEPOST_DEMO ? (
        <>
          {' '}
          and shown under{' '}
          <Link href="/demo/mail" className="font-medium underline underline-offset-2">
            demo mail
          </Link>
        </>
      ) : null}
      .
    </Notice>
  );
}
