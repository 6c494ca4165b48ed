import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findWalk, listSteps } from '@/db/queries/walks';
import { readText } from '@/lib/gates/language';
import { isUuid } from '@/lib/id';
import { BadFilter } from '../../bad-filter';
import { openMap } from '../../open-map';
import { WalkStep } from './walk-step';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('My walk') };
}

type Asked = {
  params: Promise<{ id: string; walkId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One's own walk, a touchpoint at a time. `at` is its place, 0 first; without it the first that has no note yet. */
export default async function WalkPage(asked: Asked) {
  const t = await readText();
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const { walkId } = await asked.params;
  const walk = isUuid(walkId) ? await findWalk(member.scope, walkId) : null;
  if (walk?.journeyId !== id || walk.userId !== member.user.id) notFound();
  const steps = (await listSteps(member.scope, id)).filter((one) => one.walkId === walkId);
  const places = map.stages.flatMap((stage) =>
    stage.touchpoints
      .filter(({ visibility }) => visibility !== 'backstage')
      .map((touchpoint) => ({ stage, touchpoint })),
  );
  const noted = new Set(steps.map(({ touchpointId }) => touchpointId));
  const asNumber = Number(search.get('at') ?? Number.NaN);
  const firstOpen = places.findIndex(({ touchpoint }) => !noted.has(touchpoint.id));
  const at = Number.isInteger(asNumber)
    ? Math.min(places.length - 1, Math.max(0, asNumber))
    : Math.max(0, firstOpen);
  const here = places[at];
  return (
    <Page>
      <PageHeader
        title={here ? here.touchpoint.title : t('Nothing to walk through yet')}
        crumbs={[
          { href: `/journeys/${id}`, label: map.title },
          { href: `/journeys/${id}/walk`, label: t('Walks') },
        ]}
      >
        {here
          ? t('{stage}, {place} of {all}. {noted} noted so far.', {
              stage: here.stage.title,
              place: String(at + 1),
              all: String(places.length),
              noted: String(noted.size),
            })
          : t('Add touchpoints to the map first.')}
      </PageHeader>
      {here ? (
        <WalkStep
          key={here.touchpoint.id}
          journeyId={id}
          walk={{ id: walkId, finished: walk.finishedAt !== null }}
          touchpoint={{
            id: here.touchpoint.id,
            title: here.touchpoint.title,
            goal: here.stage.goal,
            promise: here.touchpoint.promise,
            trigger: here.touchpoint.trigger,
          }}
          step={steps.find(({ touchpointId }) => touchpointId === here.touchpoint.id) ?? null}
          previous={at > 0 ? `/journeys/${id}/walk/${walkId}?at=${at - 1}` : null}
          next={at < places.length - 1 ? `/journeys/${id}/walk/${walkId}?at=${at + 1}` : null}
        />
      ) : null}
    </Page>
  );
}
