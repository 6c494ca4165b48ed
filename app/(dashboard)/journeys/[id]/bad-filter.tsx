import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';

/** What the address asks for does not exist; nothing is guessed instead. */
export async function BadFilter({ journeyId, refusal }: { journeyId: string; refusal: string[] }) {
  const t = await readText();
  return (
    <Page>
      <PageHeader
        title={t('The address needs correcting')}
        crumbs={[{ href: '/journeys', label: t('Journeys') }]}
      />
      <Notice tone="bad">
        <ul>
          {refusal.map((line) => (
            <li key={line}>{t.knows(line) ? t(line) : line}</li>
          ))}
        </ul>
      </Notice>
      <p className="mt-4">
        <Link href={`/journeys/${journeyId}`} className={buttonClass({ variant: 'primary' })}>
          {t('Show the last 90 days')}
        </Link>
      </p>
    </Page>
  );
}
