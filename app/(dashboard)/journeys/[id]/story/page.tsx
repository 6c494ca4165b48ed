import type { Metadata } from 'next';
import { StoryView } from '@/components/journey/story-view';
import { readText } from '@/lib/gates/language';
import { storyOf } from '@/lib/insights/rules/story';
import { loadChosenQuotes } from '@/lib/insights/views/chosen-quotes';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame } from '../journey-frame';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Story') };
}

export default async function StoryPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const quotes = await loadChosenQuotes(
    member.scope,
    map,
    map.stages.flatMap(({ touchpoints }) => touchpoints),
  );
  return (
    <JourneyFrame
      map={map}
      t={t}
      filter={<MapFilter member={member} path={`/journeys/${id}/story`} {...{ map, search, t }} />}
    >
      <StoryView story={storyOf(map, t, quotes)} hrefOf={drawerHref(id, search)} t={t} />
    </JourneyFrame>
  );
}
