import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { JourneyEnds } from './journey-facts';

/** What the journey is for, where it starts and ends and what it is to achieve: one line, unfolded by whoever asks. */
export function AboutJourney({ map, t }: { map: JourneyMapView; t: Translate }) {
  const { objective, startTrigger, endOutcome } = map;
  const teaser = objective || [startTrigger, endOutcome].filter(Boolean).join(' … ');
  const all = (
    <>
      {objective ? <p className="max-w-4xl text-sm text-soft">{objective}</p> : null}
      <JourneyEnds map={map} t={t} />
    </>
  );
  return (
    <>
      <div className="no-print flex flex-wrap items-start gap-x-4 text-xs">
        <details className="group min-w-0 grow basis-60">
          <summary className="flex min-h-6 list-none items-center gap-1.5">
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-soft group-open:rotate-90" />
            <span className="shrink-0 font-medium">{t('About this journey')}</span>
            <span className="truncate text-soft group-open:hidden">{teaser}</span>
          </summary>
          <div className="flex flex-col gap-2 pb-1 pl-5">{all}</div>
        </details>
        <ResearchQuestions map={map} t={t} />
      </div>
      {/* Paper unfolds nothing. */}
      <div className="hidden flex-col gap-2 print:flex">{all}</div>
    </>
  );
}

/** How much of what the team wants to learn is answered. */
function ResearchQuestions({ map: { id, researchQuestions }, t }: { map: JourneyMapView; t: Translate }) {
  if (researchQuestions.length === 0) return null;
  const answered = researchQuestions.filter((one) => one.answered).length;
  return (
    <Link
      href={`/journeys/${id}/questions`}
      className="inline-flex min-h-6 items-center text-soft underline underline-offset-2"
    >
      {t('{answered} of {n, plural, one {# research question} other {# research questions}} answered', {
        answered,
        n: researchQuestions.length,
      })}
    </Link>
  );
}
