import type { Metadata } from 'next';
import { BlueprintView } from '@/components/journey/blueprint-view';
import { readText } from '@/lib/gates/language';
import { blueprintOf } from '@/lib/insights/rules/blueprint';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame } from '../journey-frame';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Blueprint') };
}

export default async function BlueprintPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const columns = blueprintOf(map);
  return (
    <JourneyFrame
      map={map}
      t={t}
      wide
      filter={<MapFilter member={member} path={`/journeys/${id}/blueprint`} {...{ map, search, t }} />}
    >
      {columns.length > 0 ? (
        <BlueprintView map={map} columns={columns} hrefOf={drawerHref(id, search)} t={t} />
      ) : (
        <p className="text-soft">{t('The journey has no touchpoints yet: add them on its map.')}</p>
      )}
    </JourneyFrame>
  );
}
