import { Check } from 'lucide-react';
import Link from 'next/link';
import { SETUP_STEPS, setupHref } from '@/lib/journey/rules/setup';
import type { Translate } from '@/lib/translate';

/** The five steps of setting a journey up, each a link; the one that is open is marked. */
export function SetupSteps({ journeyId, step, t }: { journeyId: string | null; step: number; t: Translate }) {
  return (
    <nav aria-label={t('Steps of setting the journey up')}>
      <ol className="flex flex-wrap gap-1.5">
        {SETUP_STEPS.map((name, index) => {
          const number = index + 1;
          const look = number === step ? 'border-primary font-semibold text-ink' : 'border-line text-soft';
          const content = (
            <>
              <span
                aria-hidden="true"
                className={`tabular inline-flex size-6 items-center justify-center rounded-full text-xs font-semibold ${number === step ? 'bg-primary text-on-primary' : 'bg-sunk text-ink'}`}
              >
                {number < step ? <Check className="size-3.5" /> : number}
              </span>
              {t(name)}
              {number < step ? <span className="sr-only"> {t('(done)')}</span> : null}
            </>
          );
          const className = `inline-flex min-h-10 items-center gap-2 border-b-2 px-2 text-sm whitespace-nowrap -outline-offset-2 ${look}`;
          return (
            <li key={name}>
              {journeyId && number <= 3 ? (
                <Link
                  href={setupHref(journeyId, number)}
                  aria-current={number === step ? 'step' : undefined}
                  className={`${className} hover:text-ink`}
                >
                  {content}
                </Link>
              ) : (
                <span aria-current={number === step ? 'step' : undefined} className={className}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
