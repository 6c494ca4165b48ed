import Link from 'next/link';
import type { ReactNode } from 'react';
import { ChartTools } from '@/components/charts/chart-tools';
import {
  formatCount,
  formatDay,
  formatInterval,
  formatMoney,
  formatPercent,
  formatScore,
} from '@/lib/format';
import type { ImprovementView } from '@/lib/improvements/model';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import { gapText } from '@/lib/insights/rules/emotion';
import { rankText } from '@/lib/insights/rules/rank-text';
import type { Standing } from '@/lib/insights/rules/strengths';
import { NOT_FILTERED, summaryOf } from '@/lib/insights/rules/summary';
import type { Benchmark } from '@/lib/outcomes/model';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { BenchmarkNote } from './benchmark-note';
import { VerdictLine } from './improvement-verdict';
import { JourneyNumbersTable, LowestStages } from './journey-numbers';
import { Trend } from './trend';

/** One page for whoever decides: how the journey stands, its worst moment, what is at stake, and what to do next. */
export function SummaryView({
  map,
  improvements,
  benchmarks,
  hrefOf,
  t,
}: {
  map: JourneyMapView;
  improvements: readonly ImprovementView[];
  /** What others have published, to stand beside the journey's own measures. */
  benchmarks: readonly Benchmark[];
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const { numbers, lowest, weak, strong, gaps, open, done, quotes } = summaryOf(map, improvements);
  const { measured, touchpoints: all } = map.coverage;
  return (
    <article className="flex flex-col gap-6 print:gap-3">
      {map.objective ? <p className="max-w-prose">{map.objective}</p> : null}
      <Part title={t('How it stands')}>
        <ul className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
          {map.measures.map((measure) => (
            <Headline key={`${measure.metric} ${measure.wording}`} {...{ measure, map, benchmarks, t }} />
          ))}
          <li className="text-sm">
            <span className="block text-xs text-soft">{t('Touchpoints measured')}</span>
            <b className="tabular text-xl font-bold">{measured}</b>{' '}
            <span className="text-soft">
              {t('of {all}', { all })} {all === 0 ? null : `(${formatPercent(measured / all)})`}
            </span>
          </li>
        </ul>
        <ChartTools
          id="numbers-table"
          title={t('The journey in numbers')}
          note={t('n: answers; low … high: 95 % interval')}
        >
          <JourneyNumbersTable numbers={numbers} hrefOf={hrefOf} t={t} />
        </ChartTools>
        {lowest.length > 0 ? (
          <div className="mt-3">
            <LowestStages stages={lowest} t={t} />
          </div>
        ) : null}
      </Part>
      <div className="grid gap-6 sm:grid-cols-2 print:gap-3">
        <Part title={t('Weakest')}>
          <Standings list={weak} none={t('Nothing stands out from the rest.')} hrefOf={hrefOf} t={t} />
        </Part>
        <Part title={t('Strongest')}>
          <Standings list={strong} none={t('Nothing stands out from the rest.')} hrefOf={hrefOf} t={t} />
        </Part>
      </div>
      {gaps.length > 0 ? (
        <Part title={t('Where customers feel worse than the team thought')}>
          <ul className="flex flex-col gap-1 text-sm">
            {gaps.map(({ touchpoint, gap }) => (
              <li key={touchpoint.id}>
                <TouchpointLink touchpoint={touchpoint} hrefOf={hrefOf} />{' '}
                <span className="text-soft">{gapText(gap, t)}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={t('What to do next')}>
        <p className="mb-2 hidden text-xs text-soft print:block">{t(NOT_FILTERED)}</p>
        {open.length === 0 ? (
          <p className="text-sm text-soft">
            {t('No improvement is proposed yet. Start one from a touchpoint of the map.')}
          </p>
        ) : (
          <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-sm">
            {open.map((one) => (
              <li key={one.id}>
                <Link
                  href={`/improvements/${one.id}`}
                  className="font-medium underline-offset-2 hover:underline"
                >
                  {one.title}
                </Link>{' '}
                <span className="text-soft">
                  {one.subjects.map(({ title }) => title).join(', ')}
                  {one.ownerName ? `, ${one.ownerName}` : ''}
                </span>
                <Worth improvement={one} t={t} />
              </li>
            ))}
          </ol>
        )}
      </Part>
      {done.length > 0 ? (
        <Part title={t('What the last fixes did')}>
          <ul className="flex flex-col gap-2 text-sm">
            {done.map(({ id, title, verdict }) => (
              <li key={id}>
                <Link href={`/improvements/${id}`} className="font-medium underline-offset-2 hover:underline">
                  {title}
                </Link>{' '}
                {verdict ? <VerdictLine verdict={verdict} t={t} /> : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {quotes.length > 0 ? (
        <Part title={t('In customers’ words')}>
          <ul className="flex flex-col gap-2">
            {quotes.map(({ touchpoint, quote }) => (
              <li key={touchpoint.id} className="text-sm">
                <blockquote className="border-l-2 border-line-strong pl-3 break-words italic">
                  {t('“{words}”', { words: quote.comment })}
                </blockquote>
                <span className="pl-3 text-xs text-soft">
                  {touchpoint.title}, {formatDay(quote.receivedAt.toISOString().slice(0, 10), t.tongue)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid-page">
      <h2 className="mb-2 text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Headline({
  measure,
  map,
  benchmarks,
  t,
}: {
  measure: MeasureView;
  map: JourneyMapView;
  benchmarks: readonly Benchmark[];
  t: Translate;
}) {
  const { metric, score, shown, title } = measure;
  return (
    <li className="tabular text-sm">
      <span className="block text-xs text-soft">{t('{measure}, whole journey', { measure: title })}</span>
      {shown && score.value !== null ? (
        <>
          <b className="text-xl font-bold">{formatScore(metric, score.value, t.tongue)}</b>{' '}
          <span className="text-soft">
            {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
            {t('n {n}', { n: formatCount(score.n, t.tongue) })}
          </span>{' '}
          <Trend measure={measure} minimumN={map.minimumN} words t={t} />
          <BenchmarkNote metric={metric} benchmarks={benchmarks} t={t} />
        </>
      ) : (
        <span className="text-soft">
          {t('Too few to score ({n} of {minimum})', { n: score.n, minimum: map.minimumN })}
        </span>
      )}
    </li>
  );
}

function Standings({
  list,
  none,
  hrefOf,
  t,
}: {
  list: readonly Standing[];
  none: string;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  if (list.length === 0) return <p className="text-sm text-soft">{none}</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {list.map(({ touchpoint, measure: { metric, wording, score }, rank }) => (
        <li key={`${touchpoint.id} ${metric} ${wording}`} className="tabular">
          <TouchpointLink touchpoint={touchpoint} hrefOf={hrefOf} />{' '}
          <b className="font-semibold whitespace-nowrap">
            {METRICS[metric].label} {formatScore(metric, score.value, t.tongue)}
          </b>{' '}
          <span className="text-xs whitespace-nowrap text-soft">
            {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
            {t('n {n}', { n: formatCount(score.n, t.tongue) })}
            {rank ? `, ${rankText(rank, t)}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TouchpointLink({
  touchpoint,
  hrefOf,
}: {
  touchpoint: { id: string; title: string };
  hrefOf: (touchpointId: string) => string;
}) {
  return (
    <Link href={hrefOf(touchpoint.id)} className="font-medium underline-offset-2 hover:underline">
      {touchpoint.title}
    </Link>
  );
}

/** What a fix is worth in a year, from the least to the most that the answers allow. */
function Worth({ improvement: { value }, t }: { improvement: ImprovementView; t: Translate }) {
  if (value === null) return null;
  const money = (amount: number) => formatMoney(amount, value.currency, t.tongue);
  const { low, base, high } = value;
  return (
    <span className="tabular block text-xs text-soft">
      {t('worth {base} a year ({low} … {high})', {
        base: money(base.yearValue),
        low: money(low.yearValue),
        high: money(high.yearValue),
      })}
      {value.assumed.length > 0 ? `, ${t('with assumed figures')}` : ''}
    </span>
  );
}
