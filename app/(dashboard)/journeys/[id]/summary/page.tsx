import type { Metadata } from 'next';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { SummaryView } from '@/components/journey/summary-view';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { loadImprovements } from '@/lib/improvements/views';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Summary') };
}

export default async function SummaryPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const now = new Date();
  const economics = await loadEconomics(member.scope, now);
  const improvements = await loadImprovements(member.scope, { journeyId: id }, economics, now);
  const t = await readText();
  const hrefOf = (touchpointId: string) => {
    const params = new URLSearchParams(search);
    params.set('touchpoint', touchpointId);
    return `/journeys/${id}?${params}`;
  };
  return (
    <Page>
      <PageHeader
        title={map.title}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        {filterText(map, t)}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <SummaryView map={map} improvements={improvements} hrefOf={hrefOf} t={t} />
    </Page>
  );
}
