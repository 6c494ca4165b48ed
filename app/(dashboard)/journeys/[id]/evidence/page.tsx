import { Quote } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EvidenceRegister } from '@/components/journey/evidence-register';
import { JourneyNav } from '@/components/journey/journey-nav';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { findTree } from '@/db/queries/journeys';
import { dayOf } from '@/lib/clock';
import { readText } from '@/lib/gates/language';
import { paramsOf } from '@/lib/insights/rules/address';
import { parseRegisterFilter, registerOf } from '@/lib/journey/rules/evidence-register';
import { loadEvidencedStatements } from '@/lib/journey/views/statements';
import { getPageJourney } from '../find-page-journey';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Evidence') };
}

type Asked = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Why the team believes what the map says: every piece of evidence with its method, date and number of people. */
export default async function EvidencePage({ params, searchParams }: Asked) {
  const { scope, journey, workspace } = await getPageJourney((await params).id);
  const filter = parseRegisterFilter(paramsOf(await searchParams));
  const [tree, statements] = await Promise.all([
    findTree(scope, journey.id),
    loadEvidencedStatements(scope, journey.id),
  ]);
  if (!tree) notFound();
  const entries = registerOf(statements, dayOf(new Date(), workspace.timeZone));
  const titles = new Map([...tree.stages, ...tree.touchpoints].map(({ id, title }) => [id, title]));
  const t = await readText();
  return (
    <Page wide>
      <PageHeader
        title={t('Evidence: {journey}', { journey: journey.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${journey.id}`, label: journey.title },
        ]}
      >
        {rich(
          t,
          'Why the team believes what the map says, and how much of that still counts. What the states and kinds mean is in the <a>glossary</a>.',
          {
            a: (inside) => (
              <Link href="/glossary#evidence" className="underline underline-offset-2">
                {inside}
              </Link>
            ),
          },
        )}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      {entries.length === 0 ? (
        <EmptyState
          icon={Quote}
          title={t('No evidence yet')}
          action={
            <Link href={`/journeys/${journey.id}`} className={buttonClass()}>
              {t('Open the map')}
            </Link>
          }
        >
          {t(
            'So far the map is what the team assumes. Open a touchpoint on the map: under Statements you add what you know from customers, such as an interview or a support ticket, and under Answers you use what they said.',
          )}
        </EmptyState>
      ) : (
        <EvidenceRegister {...{ entries, filter, titles, t }} journeyId={journey.id} language={t.tongue} />
      )}
    </Page>
  );
}
