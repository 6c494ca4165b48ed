import type { Metadata } from 'next';
import { StoryView } from '@/components/journey/story-view';
import { readText } from '@/lib/gates/language';
import { storyOf } from '@/lib/insights/rules/story';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame } from '../journey-frame';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Story') };
}

export default async function StoryPage(asked: Parameters<typeof openMap>[0]) {
  const { id, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  return (
    <JourneyFrame map={map} t={t}>
      <StoryView story={storyOf(map, t)} hrefOf={drawerHref(id, search)} t={t} />
    </JourneyFrame>
  );
}
