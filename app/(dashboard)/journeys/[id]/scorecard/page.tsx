import type { Metadata } from 'next';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { ScorecardView } from '@/components/journey/scorecard-view';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { parseOrder, scorecardOf } from '@/lib/insights/rules/scorecard';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Scorecard') };
}

export default async function ScorecardPage(asked: Parameters<typeof openMap>[0]) {
  const { id, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const address = (path: string, change: Record<string, string>) => {
    const params = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) params.set(name, value);
    const query = params.toString();
    return `/journeys/${id}${path}${query ? `?${query}` : ''}`;
  };
  const order = parseOrder(search.get('order'));
  return (
    <Page wide>
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
      <ScorecardView
        map={map}
        lines={scorecardOf(map, order)}
        order={order}
        orderHref={(next) => address('/scorecard', { order: next })}
        hrefOf={(touchpointId) => address('', { touchpoint: touchpointId })}
        t={t}
      />
    </Page>
  );
}
