import { Route } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NotVerified } from '@/components/journey/customer-list';
import { CustomerWay } from '@/components/journey/customer-way';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { isAppError } from '@/lib/errors';
import { formatDay } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { searchOf } from '@/lib/insights/rules/address';
import { filterSearch } from '@/lib/insights/rules/filter';
import { loadWay } from '@/lib/insights/views/customers';
import { BadFilter } from '../../bad-filter';
import { MapFilter } from '../../map-filter';
import { openMap } from '../../open-map';

const NOT_FOLLOWED = ['owner', 'compare'];

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Customer##who answered') };
}

type Asked = {
  params: Promise<{ id: string; person: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One person's way along the journey. */
export default async function CustomerPage(asked: Asked) {
  const { id, member, map, refusal, search } = await openMap(asked, NOT_FOLLOWED);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const person = decoded((await asked.params).person);
  const way = await loadWay(member.scope, map, person).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const t = await readText();
  const filter = filterSearch(search);
  return (
    <Page>
      <PageHeader
        title={way.label}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
          { href: `/journeys/${id}/customers${filter}`, label: t('Customers##of a journey') },
        ]}
      >
        {way.note ? <span className="block">{way.note}</span> : null}
        {way.sure ? null : <NotVerified t={t} />}
        {t(
          '{answers, plural, one {# answer} other {# answers}} at {touchpoints, plural, one {# touchpoint} other {# touchpoints}}, {frictions, plural, =0 {no friction} one {# friction} other {# frictions}}.',
          { answers: way.entries.length, touchpoints: way.touchpoints, frictions: way.frictions },
        )}{' '}
        {filterText(map, t)}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <MapFilter
        member={member}
        path={`/journeys/${id}/customers/${encodeURIComponent(person)}`}
        {...{ map, search, t }}
        follows={{ comparison: false, owner: false }}
        note={t(
          'A customer’s way is shown whoever answers for its touchpoints, and compared with no other period.',
        )}
      />
      {way.elsewhere ? (
        <EmptyState
          icon={Route}
          title={t('No answer of theirs fits this filter')}
          action={
            <Link
              href={`/journeys/${id}/customers/${encodeURIComponent(person)}${searchOf(way.elsewhere)}`}
              className={buttonClass({ variant: 'primary' })}
            >
              {t('Show all of their answers')}
            </Link>
          }
        >
          {t('They answered from {from} to {to}.', {
            from: formatDay(way.elsewhere.from, t.tongue),
            to: formatDay(way.elsewhere.to, t.tongue),
          })}
        </EmptyState>
      ) : null}
      <CustomerWay
        way={way}
        timeZone={map.timeZone}
        hrefOf={(touchpointId) => {
          const params = new URLSearchParams(filter);
          params.set('touchpoint', touchpointId);
          return `/journeys/${id}?${params}`;
        }}
        t={t}
      />
      {way.cut ? (
        <p className="mt-4 text-sm text-soft">
          {t('Only the first answers are shown. Choose a shorter period for the others.')}
        </p>
      ) : null}
    </Page>
  );
}

/** Addresses that nothing wrote may hold what cannot be read; then nobody is meant. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    notFound();
  }
}
