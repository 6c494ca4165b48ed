import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SetupSteps } from '@/components/journey/setup-steps';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listPersonas } from '@/db/queries/personas';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { choosableChannels } from '@/lib/journey/rules/channels';
import { SETUP_STEPS } from '@/lib/journey/rules/setup';
import { openMap } from '../open-map';
import { GoButtons } from './go-buttons';
import { InventoryStep } from './inventory-step';
import { ObjectiveStep } from './objective-step';
import { PersonasStep } from './personas-step';

export const metadata: Metadata = { title: 'Set up the journey' };

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
          { href: '/journeys', label: 'Journeys' },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        Step {step} of {SETUP_STEPS.length}: {SETUP_STEPS[step - 1]?.toLowerCase()}. Everything saves itself;
        you can leave and come back.
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
          channels={choosableChannels(map.channels)}
          own={map.channels}
          touchpoints={touchpoints}
        />
      ) : null}
      <GoButtons journeyId={id} step={step} />
    </Page>
  );
}
