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
import type { Translate } from '@/lib/translate';
import { RetiredJourneys } from './retired-journeys';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Journeys') };
}

export default async function Journeys() {
  const { scope } = await requireMember();
  const t = await readText();
  const [journeys, retired] = await Promise.all([listJourneys(scope), listRetiredJourneys(scope)]);
  const families = familiesOf(journeys);
  const mayCreate = may(scope.actor, 'journey.create');
  const create = (
    <>
      <Link href="/journeys/import" className={buttonClass()}>
        {t('Import a map')}
      </Link>
      <Link href="/journeys/new" className={buttonClass({ variant: 'primary' })}>
        <Plus aria-hidden="true" className="size-4" /> {t('New journey')}
      </Link>
    </>
  );
  return (
    <Page>
      <PageHeader title={t('Journeys')} actions={mayCreate && journeys.length > 0 ? create : null} />
      {journeys.length > 0 ? (
        <div className="mb-5 max-w-2xl">
          <SearchForm labelHidden t={t} />
        </div>
      ) : null}
      {journeys.length === 0 ? (
        <EmptyState icon={Route} title={t('Map the first journey')} action={mayCreate ? create : null}>
          {mayCreate
            ? t(
                'A journey shows what your customers go through, step by step, with what they answer at each step. Start from a template or from nothing; it takes a minute.',
              )
            : t('Nobody has made a journey in this workspace yet. An editor or owner can.')}{' '}
          <Link href="/glossary#journey" className="underline underline-offset-2">
            {t('What the words mean')}
          </Link>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {families.map(({ journey, copies }) => (
            <li key={journey.id} className="flex flex-col gap-2">
              <Card journey={journey} t={t} />
              {copies.length > 0 ? (
                <ul
                  aria-label={t('Copies of {journey}', { journey: journey.title })}
                  className="ml-4 flex flex-col gap-2 border-l-2 border-line pl-3 sm:ml-6 sm:pl-4"
                >
                  {copies.map((copy) => (
                    <li key={copy.id}>
                      <Card journey={copy} t={t} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <RetiredJourneys journeys={retired} t={t} mayRestore={may(scope.actor, 'journey.restore')} />
    </Page>
  );
}

/** One journey with what was answered there. */
function Card({ journey, t }: { journey: JourneySummaryView; t: Translate }) {
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
          {journey.state === 'as_is' ? null : (
            <Chip tone="quiet">{t(JOURNEY_STATE_LABELS[journey.state])}</Chip>
          )}
        </h2>
        {journey.objective ? (
          <p className="mt-0.5 line-clamp-2 text-sm text-soft">{journey.objective}</p>
        ) : null}
        {journey.personas.length > 0 ? (
          <p className="mt-1 text-xs text-soft">{journey.personas.map(({ name }) => name).join(', ')}</p>
        ) : null}
      </div>
      <dl className="tabular grid grid-cols-[1fr_auto_1fr] gap-x-4 text-sm sm:grid-cols-[6.5rem_4.5rem_6.5rem] sm:gap-x-6">
        <Fact name={t('Coverage')}>
          {t('{n} of {all}', { n: String(journey.measured), all: String(journey.touchpoints) })}
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
        <Fact name={t('Answers')}>{formatCount(journey.answers, t.tongue)}</Fact>
        <Fact name={t('Last answer')}>
          {journey.lastAnsweredOn ? formatDay(journey.lastAnsweredOn, t.tongue) : t('none yet')}
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
