import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SetupSteps } from '@/components/journey/setup-steps';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listPersonas } from '@/db/queries/personas';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { choosableChannels } from '@/lib/journey/rules/channels';
import { msg } from '@/lib/translate';
import { openMap } from '../open-map';
import { GoButtons } from './go-buttons';
import { InventoryStep } from './inventory-step';
import { ObjectiveStep } from './objective-step';
import { PersonasStep } from './personas-step';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Set up the journey') };
}

const STEPS = {
  1: msg('Step 1 of 5: objective. Everything saves itself; you can leave and come back.'),
  2: msg('Step 2 of 5: personas. Everything saves itself; you can leave and come back.'),
  3: msg('Step 3 of 5: touchpoints. Everything saves itself; you can leave and come back.'),
};

/** The first three steps of the wizard; the other two happen on the map and on a walk. */
export default async function SetupPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, search } = await openMap(asked);
  if (!map || !may(member.scope.actor, 'journey.edit')) notFound();
  const wanted = Number(search.get('step') ?? map.setupStep ?? 1);
  if (wanted === 4 || wanted === 5) redirect(`/journeys/${id}`);
  const step = wanted === 2 || wanted === 3 ? wanted : 1;
  const t = await readText();
  const touchpoints = map.stages.flatMap((stage) =>
    stage.touchpoints.map((one) => ({
      id: one.id,
      title: one.title,
      channels: one.channels,
      stage: stage.title,
    })),
  );
  return (
    <Page>
      <PageHeader
        title={map.title}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        {t(STEPS[step])}
      </PageHeader>
      <div className="mb-6">
        <SetupSteps journeyId={id} step={step} t={t} />
      </div>
      {step === 1 ? <ObjectiveStep map={map} /> : null}
      {step === 2 ? (
        <PersonasStep
          journeyId={id}
          personas={await listPersonas(member.scope)}
          chosen={map.personas.map((one) => one.id)}
        />
      ) : null}
      {step === 3 ? (
        <InventoryStep
          journeyId={id}
          channels={choosableChannels(map.channels, t)}
          own={map.channels}
          touchpoints={touchpoints}
        />
      ) : null}
      <GoButtons journeyId={id} step={step} />
    </Page>
  );
}
