import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SetupSteps } from '@/components/journey/setup-steps';
import { buttonClass } from '@/components/ui/button';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listPersonas } from '@/db/queries/personas';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { listTemplates } from '@/lib/journey/templates';
import { NewJourneyForm } from './new-journey-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('New journey') };
}

export default async function NewJourney() {
  const { scope } = await requireMember();
  if (!may(scope.actor, 'journey.create')) notFound();
  const personas = await listPersonas(scope);
  const t = await readText();
  return (
    <Page>
      <PageHeader
        title={t('New journey')}
        crumbs={[{ href: '/journeys', label: t('Journeys') }]}
        actions={
          <Link href="/journeys/import" className={buttonClass()}>
            {t('Import a map')}
          </Link>
        }
      >
        {t('Everything can be changed on the map later.')}
      </PageHeader>
      <div className="mb-6">
        <SetupSteps journeyId={null} step={1} t={t} />
      </div>
      <NewJourneyForm templates={listTemplates()} personas={personas} />
    </Page>
  );
}
