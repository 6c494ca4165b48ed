import type { Metadata } from 'next';
import { ScorecardView } from '@/components/journey/scorecard-view';
import { readText } from '@/lib/gates/language';
import { parseOrder, type ScorecardOrder, scorecardOf } from '@/lib/insights/rules/scorecard';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame, PdfLink } from '../journey-frame';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Scorecard') };
}

export default async function ScorecardPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const orderHref = (order: ScorecardOrder) => {
    const params = new URLSearchParams(search);
    params.set('order', order);
    return `/journeys/${id}/scorecard?${params}`;
  };
  const order = parseOrder(search.get('order'));
  return (
    <JourneyFrame
      map={map}
      t={t}
      wide
      actions={<PdfLink journeyId={id} page="scorecard" search={search} t={t} />}
      filter={<MapFilter member={member} path={`/journeys/${id}/scorecard`} {...{ map, search, t }} />}
    >
      <ScorecardView
        map={map}
        lines={scorecardOf(map, order)}
        order={order}
        orderHref={orderHref}
        hrefOf={drawerHref(id, search)}
        t={t}
      />
    </JourneyFrame>
  );
}
