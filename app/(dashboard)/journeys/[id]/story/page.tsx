import type { Metadata } from 'next';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { StoryView } from '@/components/journey/story-view';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { storyOf } from '@/lib/insights/rules/story';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Story') };
}

export default async function StoryPage(asked: Parameters<typeof openMap>[0]) {
  const { id, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const hrefOf = (touchpointId: string) => {
    const params = new URLSearchParams(search);
    params.set('touchpoint', touchpointId);
    return `/journeys/${id}?${params}`;
  };
  const t = await readText();
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
      <StoryView story={storyOf(map, t)} hrefOf={hrefOf} t={t} />
    </Page>
  );
}
