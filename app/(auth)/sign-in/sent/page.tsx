import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { mailTransport } from '@/lib/mailer';
import { Title } from '../../title';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Look into your mail') };
}

export default async function SentPage() {
  const t = await readText();
  return (
    <>
      <Title title={t('Look into your mail')}>
        <p>{t('We sent a link to that address. It works once, within 30 minutes, in any browser.')}</p>
      </Title>
      {mailTransport() === 'outbox' ? <NothingSent /> : null}
      <p className="text-sm text-soft">
        {rich(t, 'Nothing there? Look among the spam, or <a>try again</a>.', {
          a: (inside) => (
            <Link href="/sign-in" className="font-medium text-ink underline underline-offset-2">
              {inside}
            </Link>
          ),
        })}
      </p>
    </>
  );
}

/** Without a mail provider nothing leaves the machine, and the page has to say so. */
async function NothingSent() {
  const t = await readText();
  return (
    <Notice tone="warn">
      {env().MILEPOST_DEMO
        ? rich(
            t,
            'No mail provider is set up, so nothing was sent: the link is printed on the server’s console and shown under <a>demo mail</a>.',
            {
              a: (inside) => (
                <Link href="/demo/mail" className="font-medium underline underline-offset-2">
                  {inside}
                </Link>
              ),
            },
          )
        : t('No mail provider is set up, so nothing was sent: the link is printed on the server’s console.')}
    </Notice>
  );
}
