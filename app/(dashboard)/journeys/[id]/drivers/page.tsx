import { Waypoints } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ChartSource } from '@/components/charts/chart-source';
import { ChartTools } from '@/components/charts/chart-tools';
import { DriversMatrix } from '@/components/journey/drivers-matrix';
import { DriversTable } from '@/components/journey/drivers-table';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Button, buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { formatCount, formatDecimal } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import type { DriversView } from '@/lib/insights/model/drivers';
import { impactOf } from '@/lib/insights/rules/drivers';
import { filterSearch } from '@/lib/insights/rules/filter';
import { loadDrivers } from '@/lib/insights/views/drivers';
import type { Translate } from '@/lib/translate';
import { BadFilter } from '../bad-filter';
import { MapFilter } from '../map-filter';
import { openMap } from '../open-map';

const NOT_FOLLOWED = ['owner', 'compare'];

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Drivers##of a journey') };
}

/** Which touchpoints the answers about the journey as a whole move together with. */
export default async function DriversPage(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked, NOT_FOLLOWED);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const t = await readText();
  const view = await loadDrivers(member.scope, map, search.get('outcome'));
  const impact = impactOf(view);
  const path = `/journeys/${id}/drivers`;
  const hrefOf = (touchpointId: string) => {
    const params = new URLSearchParams(filterSearch(search));
    params.set('touchpoint', touchpointId);
    return `/journeys/${id}?${params}`;
  };
  return (
    <Page wide>
      <PageHeader
        title={t('Drivers: {journey}', { journey: map.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        {t('Which touchpoints the answers about the whole journey move together with.')} {filterText(map, t)}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <MapFilter
        member={member}
        path={path}
        {...{ map, search, t }}
        follows={{ comparison: false, owner: false }}
        note={t(
          'Touchpoints are weighed against all others, whoever answers for them, and compared with no other period.',
        )}
      />
      {view.outcome === null ? (
        <NothingAsked journeyId={id} t={t} />
      ) : (
        <ChartSource of={map.title} filter={filterText(map, t)}>
          {view.outcomes.length > 1 ? <OutcomePicker view={view} search={search} t={t} /> : null}
          <Facts view={view} t={t} />
          <div className="mb-5 flex max-w-3xl flex-col gap-2">
            {view.drivers.some(({ link }) => link !== null) ? (
              <Notice>
                {t(
                  'This says what moves together, not what causes what: people who are glad anyway may rate everything higher.',
                )}
              </Notice>
            ) : null}
            <Gate view={view} t={t} />
          </div>
          {view.drivers.length > 0 ? (
            <section className="mb-8">
              <h2 id="drivers" className="mb-2 text-lg font-semibold">
                {view.level === 'links'
                  ? t('Linked with')
                  : t('Touchpoints and what they move together with')}
              </h2>
              <ChartTools
                id="drivers-table"
                title={t('Touchpoints and what they move together with')}
                note={basisNote(view, t)}
              >
                <DriversTable
                  view={view}
                  hrefOf={hrefOf}
                  numberOf={(driver) => {
                    const place = impact?.points.findIndex((point) => point.driver === driver) ?? -1;
                    return place < 0 ? null : place + 1;
                  }}
                  t={t}
                />
              </ChartTools>
            </section>
          ) : null}
          <section aria-labelledby="impact" className="mb-8">
            <h2 id="impact" className="mb-1 text-lg font-semibold">
              {t('Impact against performance')}
            </h2>
            {impact ? (
              <>
                <p className="mb-3 max-w-3xl text-sm text-soft">
                  {t(
                    'The lines are the medians. A broken circle may lie on either side of a line. Larger circles have more answers, fainter ones are less reliable.',
                  )}
                </p>
                <ChartTools
                  id="impact-matrix"
                  title={t('Impact against performance')}
                  note={basisNote(view, t)}
                >
                  <DriversMatrix impact={impact} view={view} t={t} />
                </ChartTools>
              </>
            ) : (
              <p className="max-w-3xl text-sm text-soft">
                {t('The matrix appears when at least four touchpoints can be weighed against each other.')}
              </p>
            )}
          </section>
          <Working view={view} t={t} />
        </ChartSource>
      )}
    </Page>
  );
}

function NothingAsked({ journeyId, t }: { journeyId: string; t: Translate }) {
  return (
    <EmptyState
      icon={Waypoints}
      title={t('Nobody has rated the whole journey in this period')}
      action={
        <Link href={`/journeys/${journeyId}`} className={buttonClass()}>
          {t('Open the map')}
        </Link>
      }
    >
      {t(
        'Ask customers about the journey as a whole, for example how likely they are to recommend you: on the map, under the title. Ask the same people at touchpoints too, and this page shows which of them matter.',
      )}
    </EmptyState>
  );
}

function OutcomePicker({ view, search, t }: { view: DriversView; search: URLSearchParams; t: Translate }) {
  return (
    <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-2">
      {[...search]
        .filter(([name]) => name !== 'outcome')
        .map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      <SelectField label={t('What moves')} name="outcome" defaultValue={view.outcome?.key}>
        {view.outcomes.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{t('Show')}</Button>
    </form>
  );
}

function Facts({ view, t }: { view: DriversView; t: Translate }) {
  const { people, linked, windowDays, rSquared, cutTo, outcome } = view;
  const number = (value: number) => formatDecimal(value, 2, t.tongue);
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2 text-sm">
      <Fact title={t('What moves')}>{outcome?.title}</Fact>
      <Fact title={t('People who answered it and are known')}>
        {formatCount(people, t.tongue)}
        {cutTo === null ? '' : ` ${t('(the newest {n} are read)', { n: formatCount(cutTo, t.tongue) })}`}
      </Fact>
      <Fact title={t('Of them, answered a touchpoint in the {days} days before', { days: windowDays })}>
        {formatCount(linked, t.tongue)}
      </Fact>
      {rSquared ? (
        <Fact title={t('R², how much goes along with all touchpoints together')}>
          {number(rSquared.value)}{' '}
          <span className="font-normal text-soft">
            {number(rSquared.low)} … {number(rSquared.high)}
          </span>
        </Fact>
      ) : null}
    </dl>
  );
}

/** What a chart rests on, for whoever sees its picture alone. */
function basisNote({ outcome, linked, rSquared }: DriversView, t: Translate): string {
  const explained = rSquared
    ? `, R² ${formatDecimal(rSquared.value, 2, t.tongue)} (${formatDecimal(rSquared.low, 2, t.tongue)} … ${formatDecimal(rSquared.high, 2, t.tongue)})`
    : '';
  return t(
    '{outcome}, {n} people{explained}. What moves together, not what causes what. Intervals are 95 %.',
    { outcome: outcome?.title ?? '', n: formatCount(linked, t.tongue), explained },
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{title}</dt>
      <dd className="tabular font-semibold">{children}</dd>
    </div>
  );
}

/** How much may be said with these answers, and what it takes to say more. */
function Gate({ view, t }: { view: DriversView; t: Translate }) {
  const { level, missing, pairs } = view;
  const more =
    missing === null
      ? t('For more it takes people who answer at least two touchpoints and the question about the whole.')
      : level === 'tiers'
        ? t('Shares with intervals need about {n} more people who answered both.', {
            n: formatCount(missing, t.tongue),
          })
        : t('To weigh touchpoints against each other it needs about {n} more people who answered both.', {
            n: formatCount(missing, t.tongue),
          });
  if (level === 'none') {
    return (
      <Notice tone="warn">
        {t('Too few people answered a touchpoint and the whole journey to say anything.')} {more}
      </Notice>
    );
  }
  if (level === 'links') {
    return (
      <Notice tone="warn">
        {t('There are too few answers to say which touchpoint matters most; each is shown by itself.')} {more}
      </Notice>
    );
  }
  if (level === 'tiers') {
    return (
      <Notice>
        {t(
          'Half of all pairs of touchpoints share at most {n} people, so only three groups are told, no order.',
          {
            n: pairs ?? 0,
          },
        )}{' '}
        {more}
      </Notice>
    );
  }
  return (
    <Notice>
      {t('The top group is what cannot be told apart from the first. Within it, the order is not certain.')}
    </Notice>
  );
}

function Working({ view, t }: { view: DriversView; t: Translate }) {
  return (
    <div className="max-w-3xl">
      <Disclosure title={t('How this is computed')}>
        <ul className="list-disc space-y-1 pl-5 text-sm text-soft">
          <li>
            {t(
              'One row per person: the newest answer about the whole journey, and the latest answer at each touchpoint in the {days} days before it. A touchpoint stands for itself by the question that most people answered.',
              { days: view.windowDays },
            )}
          </li>
          <li>
            {t(
              'Most people answer only a few touchpoints. Correlations are estimated from all of them together (EM with a ridge of five pseudo-observations, 40 rounds), then turned into Johnson’s relative weights, which add up to R².',
            )}
          </li>
          {view.draws > 0 ? (
            <li>
              {t(
                'Intervals are 95 % of {draws} samples of the same people drawn with replacement (linearised bootstrap, seed {seed}).',
                { draws: formatCount(view.draws, t.tongue), seed: String(view.seed) },
              )}
            </li>
          ) : null}
          <li>
            {t(
              'What every touchpoint says to the same question is judged together: of those called higher or lower, one in twenty may be chance (Benjamini and Hochberg). An interval that just leaves out 0 can still be too early to tell.',
            )}
          </li>
          <li>
            {t(
              'After a low or high rating: the difference in the answer about the whole to people with a middling rating. A large difference only after low ratings is a basic that people expect; only after high ratings it delights.',
            )}
          </li>
        </ul>
      </Disclosure>
    </div>
  );
}
