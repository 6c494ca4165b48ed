import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { listLetters } from '@/db/queries/letters';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { mailTransport } from '@/lib/mailer';
import { Pager, pageOf } from '../contacts/pager';
import { transportText } from './transport';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Outbox') };
}

const LETTERS_A_PAGE = 50;

export default async function OutboxPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const page = pageOf((await searchParams)['page']);
  const { letters, total } = await listLetters(scope, {
    offset: (page - 1) * LETTERS_A_PAGE,
    limit: LETTERS_A_PAGE,
  });
  const transport = mailTransport();
  return (
    <Page>
      <PageHeader title={t('Outbox')}>
        {t('Every campaign letter as it was written, with its links.')}
      </PageHeader>
      <div className="mb-4">
        {transport === 'outbox' ? (
          <Notice tone="warn">
            {rich(
              t,
              '<b>No mail leaves this installation.</b> Letters are only written down here; open one to try its links. To send mail, start Milepost with <code>SMTP_URL</code> or <code>RESEND_API_KEY</code> set, and <code>MAIL_FROM</code> for the sender’s address.',
              {
                b: (inside) => <strong>{inside}</strong>,
                code: (inside) => <code>{inside}</code>,
              },
            )}
          </Notice>
        ) : (
          <Notice>
            {transport === 'smtp'
              ? t('Mail leaves by your SMTP server. These are copies of what was handed over.')
              : t('Mail leaves by Resend. These are copies of what was handed over.')}
          </Notice>
        )}
      </div>
      {total === 0 ? (
        <EmptyState icon={Inbox} title={t('No letters yet')}>
          {rich(t, 'Start a <a>campaign</a>, and its letters appear here.', {
            a: (inside) => (
              <Link href="/campaigns" className="text-accent underline">
                {inside}
              </Link>
            ),
          })}
        </EmptyState>
      ) : (
        <Table
          label={t('Letters')}
          head={
            <tr>
              <Th>{t('To##a mail')}</Th>
              <Th>{t('Subject')}</Th>
              <Th>{t('What happened')}</Th>
              <Th>{t('Written')}</Th>
            </tr>
          }
        >
          {letters.map((letter) => (
            <tr key={letter.id}>
              <Td className="min-w-52 break-all">{letter.recipient}</Td>
              <Td>
                <Link
                  href={`/outbox/${letter.id}`}
                  className="font-medium text-accent underline-offset-2 hover:underline"
                >
                  {letter.subject}
                </Link>
              </Td>
              <Td>{transportText(letter.transport, t)}</Td>
              <Td className="whitespace-nowrap">
                {formatInstant(letter.writtenAt, workspace.timeZone, t.tongue)}
              </Td>
            </tr>
          ))}
        </Table>
      )}
      <Pager page={page} size={LETTERS_A_PAGE} total={total} hrefOf={(to) => `/outbox?page=${to}`} />
    </Page>
  );
}
