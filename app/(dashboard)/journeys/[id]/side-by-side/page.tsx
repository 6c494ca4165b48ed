import type { Metadata } from 'next';
import { filterText } from '@/components/journey/filter-text';
import { SideBySideResult } from '@/components/journey/side-by-side-view';
import { SideChooser } from '@/components/journey/side-chooser';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { givenOf } from '@/lib/insights/rules/address';
import { SIDE_PARAMS } from '@/lib/insights/rules/side-by-side';
import { loadSideBySide } from '@/lib/insights/views/side-by-side';
import { BadFilter } from '../bad-filter';
import { drawerHref, JourneyFrame } from '../journey-frame';
import { MapFilter } from '../map-filter';
import { refusalOf } from '../open-map';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Side by side') };
}

export default async function SideBySidePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const member = await requireMember();
  const { id } = await params;
  const search = givenOf(await searchParams);
  const t = await readText();
  const found = await loadSideBySide(member.scope, id, search, new Date()).catch((error: unknown) => ({
    refusal: refusalOf(error),
  }));
  if ('refusal' in found) return <BadFilter journeyId={id} refusal={found.refusal} />;
  // What is read is in the reader's language, whatever the workspace's.
  const view = { ...found, shared: { ...found.shared, language: member.workspace.language } };
  const path = `/journeys/${id}/side-by-side`;
  const toMap = new URLSearchParams(search);
  for (const name of [...SIDE_PARAMS, view.by]) toMap.delete(name);
  const leftOut = view.by === 'channel' || view.by === 'segment' ? null : view.by;
  return (
    <JourneyFrame
      map={view.shared}
      about={(map) => filterText(map, t, leftOut)}
      filter={
        <MapFilter
          member={member}
          map={view.by === 'persona' ? { ...view.shared, personas: [] } : view.shared}
          path={path}
          follows={{ comparison: false, ...(view.by === 'period' && { period: false as const }) }}
          note={t('This filter holds for both sides. In what they differ is chosen below.')}
          {...{ search, t }}
        />
      }
      t={t}
      wide
    >
      <SideChooser view={view} search={search} path={path} t={t} />
      <SideBySideResult
        view={view}
        fileHref={`/journeys/${id}/export/sides.csv?${search}`}
        hrefOf={drawerHref(id, toMap)}
        t={t}
      />
    </JourneyFrame>
  );
}
