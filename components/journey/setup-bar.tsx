'use client';

import Link from 'next/link';
import { useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SETUP_STEPS, setupHref } from '@/lib/journey/rules/setup';
import { SetupSteps } from './setup-steps';

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
  const [why, setWhy] = useState<string | null>(null);
  const run = (call: () => Promise<string | null>) => start(async () => setWhy(await call()));
  return (
    <section
      aria-label="Setting the journey up"
      className="no-print flex flex-col gap-3 rounded-xl border border-line bg-panel px-4 py-3 shadow-card"
    >
      <SetupSteps journeyId={journeyId} step={step} />
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <p className="mr-auto max-w-2xl">
          {step === 4
            ? 'Put each touchpoint into its stage: drag it, press [ or ], or choose the stage in its details. Add stages at the end of the map, and loops, skips and exits under Paths.'
            : step === 5
              ? 'The map is drawn. Now go through the journey yourself, as a customer would.'
              : `You stopped at step ${step}: ${SETUP_STEPS[step - 1]?.toLowerCase()}.`}
        </p>
        {step < 4 ? (
          <Link href={setupHref(journeyId, step)} className={buttonClass({ variant: 'primary' })}>
            Go on
          </Link>
        ) : null}
        {step === 4 ? (
          <Button variant="primary" disabled={pending} onClick={() => run(() => goToStep(journeyId, 5))}>
            Next: take the journey
          </Button>
        ) : null}
        {step === 5 ? (
          <Button variant="primary" disabled={pending} onClick={() => run(() => endWithWalk(journeyId))}>
            Take the journey
          </Button>
        ) : null}
        <Button variant="quiet" disabled={pending} onClick={() => run(() => goToStep(journeyId, null))}>
          {step === 5 ? 'Later' : 'Skip the rest'}
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
