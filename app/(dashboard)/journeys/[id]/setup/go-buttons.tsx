'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { setupHref } from '@/lib/journey/rules/setup';
import { msg } from '@/lib/translate';
import { goToStep } from './actions';

/** What leads on from each step of the wizard. */
const NEXT: Readonly<Record<number, string>> = {
  1: msg('Next: personas'),
  2: msg('Next: touchpoints'),
  3: msg('Next: plot the journey'),
};

/** Goes back, on, or out of the wizard; what was done so far is kept either way. */
export function GoButtons({ journeyId, step }: { journeyId: string; step: number }) {
  const t = useText();
  const [pending, start] = useTransition();
  const [why, setWhy] = useState<string | null>(null);
  const go = (to: number | null) => start(async () => setWhy(await goToStep(journeyId, to)));
  return (
    <div className="mt-8 flex flex-col gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-center gap-2">
        {step > 1 ? (
          <Link href={setupHref(journeyId, step - 1)} className={buttonClass({ variant: 'secondary' })}>
            <ArrowLeft aria-hidden="true" className="size-4" /> {t('Back')}
          </Link>
        ) : null}
        <Button variant="primary" disabled={pending} aria-busy={pending} onClick={() => go(step + 1)}>
          {t(NEXT[step] ?? 'Next')} <ArrowRight aria-hidden="true" className="size-4" />
        </Button>
        <Button variant="quiet" className="ml-auto" disabled={pending} onClick={() => go(null)}>
          {t('Skip to the map')}
        </Button>
      </div>
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
    </div>
  );
}
