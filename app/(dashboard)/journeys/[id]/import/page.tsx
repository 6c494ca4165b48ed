import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Page, PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/identity/rules';
import { ImportMap } from '../../import/import-map';
import { getPageJourney } from '../find-page-journey';

export const metadata: Metadata = { title: 'Import into a map' };

export default async function ImportIntoPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope, journey } = await getPageJourney((await params).id);
  if (!may(scope.actor, 'journey.import')) notFound();
  const { id, title } = journey;
  return (
    <Page>
      <PageHeader title="Import into this map" crumbs={[{ href: `/journeys/${id}`, label: title }]}>
        The map becomes what the file says. Touchpoints of the same name keep their answers.
      </PageHeader>
      <JourneyNav journeyId={id} />
      <ImportMap journey={{ id, title }} />
    </Page>
  );
}
