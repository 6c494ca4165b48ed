import type { Metadata } from 'next';
import { BlueprintView } from '@/components/journey/blueprint-view';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { blueprintOf } from '@/lib/insights/rules/blueprint';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Blueprint') };
}

export default async function BlueprintPage(asked: Parameters<typeof openMap>[0]) {
  const { id, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const hrefOf = (touchpointId: string) => {
    const params = new URLSearchParams(search);
    params.set('touchpoint', touchpointId);
    return `/journeys/${id}?${params}`;
  };
  const t = await readText();
  const columns = blueprintOf(map);
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
      {columns.length > 0 ? (
        <BlueprintView map={map} columns={columns} hrefOf={hrefOf} t={t} />
      ) : (
        <p className="text-soft">{t('The journey has no touchpoints yet: add them on its map.')}</p>
      )}
    </Page>
  );
}
