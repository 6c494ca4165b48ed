import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { ImportMap } from '../../import/import-map';
import { getPageJourney } from '../find-page-journey';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Import into a map') };
}

export default async function ImportIntoPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, journey } = await getPageJourney((await params).id);
  if (!may(scope.actor, 'journey.import')) notFound();
  const { id, title } = journey;
  return (
    <Page>
      <PageHeader title={t('Import into this map')} crumbs={[{ href: `/journeys/${id}`, label: title }]}>
        {t('The map becomes what the file says. Touchpoints of the same name keep their answers.')}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <ImportMap journey={{ id, title }} />
    </Page>
  );
}
