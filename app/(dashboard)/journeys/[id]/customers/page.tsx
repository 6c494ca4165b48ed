import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { ChartSource } from '@/components/charts/chart-source';
import { ChartTools } from '@/components/charts/chart-tools';
import { CohortPart } from '@/components/journey/cohort-part';
import { CustomerList } from '@/components/journey/customer-list';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { OrderPart } from '@/components/journey/order-part';
import { SilencePart } from '@/components/journey/silence-part';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { dayOf } from '@/lib/clock';
import { formatCount } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { oneInPeople } from '@/lib/insights/rules/customers';
import { filterSearch } from '@/lib/insights/rules/filter';
import { loadCohort, loadCustomers, loadOrder, loadSilence } from '@/lib/insights/views/customers';
import { Pager, pageOf } from '../../../contacts/pager';
import { BadFilter } from '../bad-filter';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

const NOT_FOLLOWED = ['owner', 'compare'];

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Customers##of a journey') };
}

const PER_PAGE = 15;

/** People who answered along the journey: who they are, how they went, and where they fell silent. */
export default async function CustomersPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked, NOT_FOLLOWED);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const page = pageOf(search.get('page') ?? undefined);
  const wanted = (search.get('q') ?? '').trim().slice(0, 100);
  const part = { search: wanted, offset: (page - 1) * PER_PAGE, limit: PER_PAGE };
  const [{ total, customers }, { questions, cohort }, order, silences] = await Promise.all([
    loadCustomers(member.scope, map, part),
    loadCohort(member.scope, map, { first: search.get('first'), later: search.get('later') }),
    loadOrder(member.scope, map),
    loadSilence(member.scope, map, new Date()),
  ]);
  const path = `/journeys/${id}/customers`;
  const filter = filterSearch(search);
  const hrefOfPage = (number: number) => {
    const params = new URLSearchParams(search);
    params.set('page', String(number));
    return `${path}?${params}`;
  };
  const oneIn = oneInPeople(map);
  const nobody = total === 0 && wanted === '' && page === 1;
  return (
    <Page wide>
      <PageHeader
        title={t('Customers: {journey}', { journey: map.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        {t('People who answered at two touchpoints or more.')} {filterText(map, t)}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <MapFilter
        member={member}
        path={path}
        {...{ map, search, t }}
        follows={{ comparison: false, owner: false }}
        note={t(
          'Ways go through all touchpoints, whoever answers for them, and are compared with no other period.',
        )}
      />
      {nobody ? (
        <EmptyState icon={Users} title={t('Nobody is known to have answered at two touchpoints')}>
          {t(
            'Answers are put together where it is known who gave them: from mails to contacts, from sites that say who their visitor is, and from imports with a person’s key. Choose a longer period, or ask the same people again.',
          )}
        </EmptyState>
      ) : (
        <ChartSource of={map.title} filter={filterText(map, t)}>
          <div className="flex flex-col gap-9">
            <section>
              <h2 id="people" className="mb-1 text-lg font-semibold">
                {t('Customers with several answers')}
              </h2>
              <p className="mb-3 text-sm text-soft">
                {t('{n, plural, one {# person} other {# people}}, the most frictions first.', { n: total })}
              </p>
              <form method="get" className="no-print mb-3 flex flex-wrap items-end gap-2">
                {[...search]
                  .filter(([name]) => !['q', 'page'].includes(name))
                  .map(([name, value]) => (
                    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
                  ))}
                <TextField
                  label={t('Name, e-mail address or key')}
                  name="q"
                  type="search"
                  defaultValue={wanted}
                />
                <Button type="submit">{t('Search')}</Button>
              </form>
              {customers.length === 0 ? (
                <p className="text-sm text-soft">
                  {t('Nobody here matches. Try a part of the name or key.')}
                </p>
              ) : (
                <CustomerList
                  customers={customers}
                  hrefOf={(person) => `${path}/${encodeURIComponent(person)}${filter}`}
                  dayOf={(instant) => dayOf(instant, map.timeZone)}
                  t={t}
                />
              )}
              <Pager page={page} size={PER_PAGE} total={total} hrefOf={hrefOfPage} />
            </section>
            {oneIn > 1 ? (
              <Notice>
                {t(
                  'There are very many answers. What follows is told of every {n, number}th person, chosen by chance, with all that each of them answered.',
                  { n: oneIn },
                )}
              </Notice>
            ) : null}
            <section aria-labelledby="cohort">
              <h2 id="cohort" className="mb-1 text-lg font-semibold">
                {t('Answered one thing, and later another')}
              </h2>
              <p className="mb-3 max-w-3xl text-sm text-soft">
                {t('How people answered a second question, by how the same people had answered a first one.')}
              </p>
              {cohort ? (
                <CohortPart {...{ questions, cohort, search, t }} minimumN={map.minimumN} />
              ) : (
                <p className="text-sm text-soft">
                  {t('It takes two questions that were answered in this period.')}
                </p>
              )}
            </section>
            <section aria-labelledby="order">
              <h2 id="order" className="mb-1 text-lg font-semibold">
                {t('Planned against actual order')}
              </h2>
              <p className="mb-3 max-w-3xl text-sm text-soft">
                {t(
                  'Planned is the order of the map and the paths drawn on it; actual is the order in which people answered.',
                )}
              </p>
              <ChartTools
                id="order-chart"
                title={t('Planned against actual order')}
                note={t('{n} steps; Wilson’s 95 % interval', { n: formatCount(order.steps, t.tongue) })}
              >
                <OrderPart order={order} t={t} />
              </ChartTools>
            </section>
            <section>
              <h2 id="silence" className="mb-1 text-lg font-semibold">
                {t('Where people fall silent')}
              </h2>
              <p className="mb-3 max-w-3xl text-sm text-soft">
                {t(
                  'Who answered here and then nothing more, although the time in which half of the others went on has passed. Some left, some were never asked again.',
                )}
              </p>
              <ChartTools
                id="silence-chart"
                title={t('Where people fall silent')}
                note={t('Shares with Wilson’s 95 % interval')}
              >
                <SilencePart silences={silences} t={t} />
              </ChartTools>
            </section>
            <p className="text-xs text-soft">
              {t('Groups of fewer than {n} people show no scores.', {
                n: formatCount(map.minimumN, t.tongue),
              })}
            </p>
          </div>
        </ChartSource>
      )}
    </Page>
  );
}
