import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isDemoAtHome } from '@/lib/gates/demo';
import { readText } from '@/lib/gates/language';
import { demoMails } from '@/lib/mailer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Mail of the demo') };
}

/** Sign-in links and invites that a demo would have sent: for whoever sits at this machine, and nobody else. */
export default async function DemoMailPage() {
  const t = await readText();
  if (!(await isDemoAtHome())) notFound();
  const mails = demoMails();
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <h1 className="mb-1 text-xl font-semibold tracking-tight">{t('Mail of the demo')}</h1>
      <p className="mb-6 text-soft">
        {t(
          'Nothing here was sent. Milepost’s own mail is kept in memory for this page until the demo stops.',
        )}
      </p>
      {mails.length === 0 ? <p>{t('No mail yet.')}</p> : null}
      <ul className="flex flex-col gap-4">
        {mails.map((mail) => (
          <li
            key={`${mail.to} ${mail.writtenAt.toISOString()} ${mail.subject}`}
            className="rounded-xl border border-line bg-panel p-4"
          >
            <h2 className="font-semibold break-words">{mail.subject}</h2>
            <p className="mb-2 text-sm break-all text-soft">{t('To {address}', { address: mail.to })}</p>
            <p className="text-sm break-words whitespace-pre-wrap">{withLinks(mail.text)}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
      <a key={index} href={part} className="break-all text-accent underline">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
