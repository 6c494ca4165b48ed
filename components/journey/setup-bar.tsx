'use client';

import Link from 'next/link';
import { useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { setupHref } from '@/lib/journey/rules/setup';
import { msg } from '@/lib/translate';
import { SetupSteps } from './setup-steps';

const STOPPED_AT = [
  msg('You stopped at step 1: objective.'),
  msg('You stopped at step 2: personas.'),
  msg('You stopped at step 3: touchpoints.'),
];

/** Where a journey stands whose setting up is not finished: goes on with it, or ends it. */
export function SetupBar({
  journeyId,
  step,
  goToStep,
  endWithWalk,
}: {
  journeyId: string;
  step: number;
  goToStep: (journeyId: string, step: number | null) => Promise<string | null>;
  endWithWalk: (journeyId: string) => Promise<string | null>;
}) {
  const [pending, start] = useTransition();
  const t = useText();
  const [why, setWhy] = useState<string | null>(null);
  const run = (call: () => Promise<string | null>) => start(async () => setWhy(await call()));
  return (
    <section
      aria-label={t('Setting the journey up')}
      className="no-print flex flex-col gap-3 rounded-xl border border-line bg-panel px-4 py-3 shadow-card"
    >
      <SetupSteps journeyId={journeyId} step={step} t={t} />
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <p className="mr-auto max-w-2xl">
          {step === 4
            ? t(
                'Put each touchpoint into its stage: drag it, press [ or ], or choose the stage in its details. Add stages at the end of the map, and loops, skips and exits under Paths.',
              )
            : step === 5
              ? t('The map is drawn. Now go through the journey yourself, as a customer would.')
              : t(STOPPED_AT[step - 1] ?? '')}
        </p>
        {step < 4 ? (
          <Link href={setupHref(journeyId, step)} className={buttonClass({ variant: 'primary' })}>
            {t('Go on')}
          </Link>
        ) : null}
        {step === 4 ? (
          <Button variant="primary" disabled={pending} onClick={() => run(() => goToStep(journeyId, 5))}>
            {t('Next: take the journey')}
          </Button>
        ) : null}
        {step === 5 ? (
          <Button variant="primary" disabled={pending} onClick={() => run(() => endWithWalk(journeyId))}>
            {t('Take the journey')}
          </Button>
        ) : null}
        <Button variant="quiet" disabled={pending} onClick={() => run(() => goToStep(journeyId, null))}>
          {step === 5 ? t('Later') : t('Skip the rest')}
        </Button>
      </div>
      {why ? (
        <p role="alert" className="text-sm text-bad">
          {why}
        </p>
      ) : null}
    </section>
  );
}
