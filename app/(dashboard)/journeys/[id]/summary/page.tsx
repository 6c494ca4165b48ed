import type { Metadata } from 'next';
import { SummaryView } from '@/components/journey/summary-view';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { readText } from '@/lib/gates/language';
import { NOT_FILTERED } from '@/lib/insights/rules/summary';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import { loadRankable } from '../../../improvements/measured-importances';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame, PdfLink } from '../journey-frame';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Summary') };
}

export default async function SummaryPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const now = new Date();
  const economics = await loadEconomics(member.scope, now);
  const [improvements, benchmarks] = await Promise.all([
    loadRankable(member.scope, { journeyId: id }, economics, now),
    listBenchmarks(member.scope),
  ]);
  const t = await readText();
  return (
    <JourneyFrame
      map={map}
      t={t}
      actions={<PdfLink journeyId={id} page="summary" search={search} t={t} />}
      filter={
        <MapFilter
          member={member}
          path={`/journeys/${id}/summary`}
          note={t(NOT_FILTERED)}
          {...{ map, search, t }}
        />
      }
    >
      <SummaryView {...{ map, improvements, benchmarks, t }} hrefOf={drawerHref(id, search)} />
    </JourneyFrame>
  );
}
