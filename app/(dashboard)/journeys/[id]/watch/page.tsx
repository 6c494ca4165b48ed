import { Radar } from 'lucide-react';
import type { Metadata } from 'next';
import { ChartSource } from '@/components/charts/chart-source';
import { ChartTools } from '@/components/charts/chart-tools';
import { FilterRow } from '@/components/journey/filter-row';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { WatchFigure } from '@/components/journey/watch-figure';
import { WatchSignals } from '@/components/journey/watch-signals';
import { WatchTable } from '@/components/journey/watch-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findFilterChoices } from '@/db/queries/filter-choices';
import { formatPeriod, inTongue } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { ALARM_RATES, type WatchView } from '@/lib/insights/model/watch';
import { givenOf } from '@/lib/insights/rules/address';
import { loadWatch } from '@/lib/insights/views/watch';
import { BadFilter } from '../bad-filter';
import { refusalOf } from '../open-map';
import { RateForm } from './rate-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Watch') };
}

/** Names the series whose weeks are shown. */
const SHOWN = 'show';

type Named = { lineageId: string; metric: string; wording: string };
const keyOf = ({ lineageId, metric, wording }: Named) => `${lineageId}.${metric}.${wording}`;

export default async function WatchPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { scope } = await requireMember();
  const { id } = await params;
  const search = givenOf(await searchParams);
  const loaded = await loadWatch(scope, id, search, new Date())
    .then((view) => ({ view, refusal: null }))
    .catch((error) => ({ view: null, refusal: refusalOf(error) }));
  if (!loaded.view) return <BadFilter journeyId={id} refusal={loaded.refusal} />;
  const t = await readText();
  const { view } = loaded;
  const choices = await findFilterChoices(scope, view.lineageIds);
  const { series, signals } = view;
  const wanted = search.get(SHOWN) ?? (signals[0] ? keyOf(signals[0]) : null);
  const open = series.find((one) => keyOf(one) === wanted) ?? series[0] ?? null;
  const hrefOf = (one: Named) => {
    const address = new URLSearchParams(search);
    address.set(SHOWN, keyOf(one));
    return `/journeys/${id}/watch?${address}#weeks`;
  };
  return (
    <Page wide>
      <PageHeader
        title={t('Watch: {journey}', { journey: view.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: view.title },
        ]}
      >
        {t('Every score week by week, {period}. A signal is a shift that is more than chance.', {
          period: formatPeriod(view.from, view.to, t.tongue),
        })}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <FilterRow
        of={view.narrowed}
        path={`/journeys/${id}/watch`}
        period={null}
        choices={choices}
        note={t(
          'A watch always follows the last 104 whole weeks: it takes that long to tell a shift from chance. So there is no period to choose.',
        )}
      />
      {series.length === 0 || open === null ? (
        <EmptyState icon={Radar} title={t('There is nothing to watch yet')}>
          {t(
            'Weeks are judged once ten customers have answered. Ask customers at the touchpoints of the map.',
          )}
        </EmptyState>
      ) : (
        <ChartSource
          of={view.title}
          filter={filterText(
            { ...view.narrowed, period: { from: view.from, to: view.to }, language: t.tongue },
            t,
          )}
        >
          <div className="flex flex-col gap-8">
            <section aria-labelledby="signals">
              <h2 id="signals" className="mb-2 text-lg font-semibold">
                {t('Signals')}
              </h2>
              {signals.length > 0 ? (
                <WatchSignals signals={signals} minimumN={view.minimumN} hrefOf={hrefOf} t={t} />
              ) : (
                <p className="text-sm text-soft">
                  {t('Nothing shifted more than chance does in these weeks.')}
                </p>
              )}
            </section>
            <section aria-labelledby="weeks">
              <h2 id="weeks" className="mb-2 scroll-mt-4 text-lg font-semibold">
                {t('{subject}: {measure}', { subject: open.subject.title, measure: open.title })}
              </h2>
              <div className="rounded-xl border border-line bg-panel p-4">
                <WatchFigure series={open} view={view} search={{ [SHOWN]: keyOf(open) }} t={t} />
              </div>
            </section>
            <section aria-labelledby="watched">
              <h2 id="watched" className="mb-2 text-lg font-semibold">
                {t('{n, plural, one {# watched score} other {# watched scores}}', { n: view.watched })}
              </h2>
              <ChartTools id="watched-scores" title={t('Watched scores')} note={methodText(view, t)}>
                <WatchTable view={view} open={open} hrefOf={hrefOf} t={t} />
              </ChartTools>
            </section>
            <section aria-labelledby="rate" className="max-w-3xl">
              <h2 id="rate" className="mb-2 text-lg font-semibold">
                {t('How often it may be wrong')}
              </h2>
              {may(scope.actor, 'journey.watch') ? (
                <RateForm journeyId={id} alarmsPerYear={view.alarmsPerYear} />
              ) : (
                <p className="text-sm">{rateText(view.alarmsPerYear, t)}</p>
              )}
              <p className="mt-3 text-sm text-soft">{methodText(view, t)}</p>
            </section>
          </div>
        </ChartSource>
      )}
    </Page>
  );
}

type Text = Awaited<ReturnType<typeof readText>>;

function rateText(alarmsPerYear: number, t: Text): string {
  const known = ALARM_RATES.find(({ perYear }) => perYear === alarmsPerYear);
  return known
    ? t('False alarms over the whole map: {rate}.', { rate: t(known.label) })
    : t('False alarms over the whole map: {n} a year.', {
        n: alarmsPerYear,
      });
}

function methodText({ limits, watched }: Pick<WatchView, 'limits' | 'watched'>, t: Text): string {
  const digits = (value: number) => inTongue(value.toFixed(2), t.tongue);
  return t(
    'Shared by {n, plural, one {# score} other {# scores}}, this sets the limits at {drift} standard deviations for the average and {jump} for a single week. Weeks with fewer than ten answers are put together. A score is judged once 20 weeks, or 200 answers of at least 8 weeks, are known; after a shift it is learned anew. Seasons are not taken out: compare with the same weeks a year before.',
    { n: watched, drift: digits(limits.drift), jump: digits(limits.jump) },
  );
}
