import { Plus, Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SearchForm } from '@/components/journey/search-form';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listRetiredJourneys } from '@/db/queries/related-journeys';
import { formatCount, formatDay } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import type { JourneySummaryView } from '@/lib/insights/model';
import { familiesOf } from '@/lib/insights/rules/families';
import { listJourneys } from '@/lib/insights/views';
import { JOURNEY_STATE_LABELS } from '@/lib/journey/model/journey';
import { RetiredJourneys } from './retired-journeys';

export const metadata: Metadata = { title: 'Journeys' };

export default async function Journeys() {
  const { scope, workspace } = await requireMember();
  const t = await readText();
  const [journeys, retired] = await Promise.all([listJourneys(scope), listRetiredJourneys(scope)]);
  const families = familiesOf(journeys);
  const mayCreate = may(scope.actor, 'journey.create');
  const create = (
    <>
      <Link href="/journeys/import" className={buttonClass()}>
        Import a map
      </Link>
      <Link href="/journeys/new" className={buttonClass({ variant: 'primary' })}>
        <Plus aria-hidden="true" className="size-4" /> New journey
      </Link>
    </>
  );
  return (
    <Page>
      <PageHeader title="Journeys" actions={mayCreate && journeys.length > 0 ? create : null} />
      {journeys.length > 0 ? (
        <div className="mb-5 max-w-2xl">
          <SearchForm labelHidden t={t} />
        </div>
      ) : null}
      {journeys.length === 0 ? (
        <EmptyState icon={Route} title="Map the first journey" action={mayCreate ? create : null}>
          {mayCreate
            ? 'A journey shows what your customers go through, step by step, with what they answer at each step. Start from a template or from nothing; it takes a minute.'
            : 'Nobody has made a journey in this workspace yet. An editor or owner can.'}{' '}
          <Link href="/glossary#journey" className="underline underline-offset-2">
            What the words mean
          </Link>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {families.map(({ journey, copies }) => (
            <li key={journey.id} className="flex flex-col gap-2">
              <Card journey={journey} language={workspace.language} />
              {copies.length > 0 ? (
                <ul
                  aria-label={`Copies of ${journey.title}`}
                  className="ml-4 flex flex-col gap-2 border-l-2 border-line pl-3 sm:ml-6 sm:pl-4"
                >
                  {copies.map((copy) => (
                    <li key={copy.id}>
                      <Card journey={copy} language={workspace.language} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <RetiredJourneys
        journeys={retired}
        language={workspace.language}
        mayRestore={may(scope.actor, 'journey.restore')}
      />
    </Page>
  );
}

/** One journey with what was answered there. */
function Card({ journey, language }: { journey: JourneySummaryView; language: 'en' | 'de' }) {
  return (
    <div className="relative flex flex-wrap items-center gap-x-8 gap-y-3 rounded-xl border border-line bg-panel px-5 py-4 shadow-card hover:border-line-strong">
      <div className="min-w-0 grow basis-72">
        <h2 className="text-base font-bold">
          <Link
            href={`/journeys/${journey.id}`}
            className="break-words after:absolute after:inset-0 after:rounded-xl"
          >
            {journey.title}
          </Link>{' '}
          {journey.state === 'as_is' ? null : <Chip tone="quiet">{JOURNEY_STATE_LABELS[journey.state]}</Chip>}
        </h2>
        {journey.objective ? (
          <p className="mt-0.5 line-clamp-2 text-sm text-soft">{journey.objective}</p>
        ) : null}
        {journey.personas.length > 0 ? (
          <p className="mt-1 text-xs text-soft">{journey.personas.map(({ name }) => name).join(', ')}</p>
        ) : null}
      </div>
      <dl className="tabular grid grid-cols-[1fr_auto_1fr] gap-x-4 text-sm sm:grid-cols-[6.5rem_4.5rem_6.5rem] sm:gap-x-6">
        <Fact name="Coverage">
          {journey.measured} of {journey.touchpoints}
          <span
            aria-hidden="true"
            className="mt-1.5 block h-1.5 w-full max-w-24 overflow-hidden rounded-full bg-sunk"
          >
            <span
              className="block h-full rounded-full bg-score-5"
              style={{
                width: `${journey.touchpoints === 0 ? 0 : (journey.measured / journey.touchpoints) * 100}%`,
              }}
            />
          </span>
        </Fact>
        <Fact name="Answers">{formatCount(journey.answers)}</Fact>
        <Fact name="Last answer">
          {journey.lastAnsweredOn ? formatDay(journey.lastAnsweredOn, language) : 'none yet'}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="font-semibold whitespace-nowrap">{children}</dd>
    </div>
  );
}
