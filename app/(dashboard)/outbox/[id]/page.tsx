import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { findLetter } from '@/db/queries/letters';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { transportText } from '../transport';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Letter') };
}

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { id } = await params;
  const letter = isUuid(id) ? await findLetter(scope, id) : null;
  if (!letter) notFound();
  return (
    <Page>
      <PageHeader title={letter.subject} crumbs={[{ href: '/outbox', label: t('Outbox') }]}>
        {rich(t, 'To <b>{recipient}</b>, {when}. {what}.', {
          recipient: letter.recipient,
          when: formatInstant(letter.writtenAt, workspace.timeZone, t.tongue),
          what: transportText(letter.transport, t),
          b: (inside) => <span className="break-all">{inside}</span>,
        })}
      </PageHeader>
      {letter.transport === 'outbox' ? (
        <div className="mb-4">
          <Notice tone="warn">
            {t('This letter was not sent. Its links work, and an answer given by them counts.')}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <iframe
          title={t('The letter')}
          src={`/outbox/${letter.id}/body`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-[34rem] w-full rounded-xl border border-line bg-white"
        />
        <section aria-labelledby="links-title">
          <h2 id="links-title" className="mb-2 text-base font-semibold">
            {t('Links in this letter')}
          </h2>
          <ul className="flex flex-wrap gap-x-1 gap-y-1 text-sm">
            {linksOf(letter.text).map(({ label, href }) => (
              <li key={href}>
                <a
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                  className="inline-flex min-h-8 min-w-8 items-center justify-center px-1 break-all text-accent underline"
                >
                  {label}
                  <span className="sr-only"> {t('(opens a new tab)')}</span>
                </a>
              </li>
            ))}
          </ul>
          <h2 className="mt-6 mb-2 text-base font-semibold">{t('Plain text')}</h2>
          <pre className="text-xs break-words whitespace-pre-wrap text-soft">{letter.text}</pre>
        </section>
      </div>
    </Page>
  );
}

/** The links of the plain-text part; each stands on a line of its own behind its name. */
function linksOf(text: string): { label: string; href: string }[] {
  return [...text.matchAll(/^([^\n]{1,80}): (https?:\/\/\S+)$/gm)].map((found) => ({
    label: found[1] as string,
    href: found[2] as string,
  }));
}
