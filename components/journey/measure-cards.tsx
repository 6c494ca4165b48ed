import { rich } from '@/components/ui/rich';
import { formatCount, formatInterval, formatPercent, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import type { Benchmark } from '@/lib/outcomes/model';
import type { Translate } from '@/lib/translate';
import { BenchmarkNote } from './benchmark-note';
import { Comparisons } from './comparisons';
import { Trend } from './trend';

/** The journey's own measures, and how much of it is measured at all. */
export function MeasureCards({
  map,
  add,
  benchmarks = [],
  children,
  t,
}: {
  map: JourneyMapView;
  add?: React.ReactNode;
  /** What others have published, to stand beside the measures. */
  benchmarks?: readonly Benchmark[];
  /** Further cards. */
  children?: React.ReactNode;
  t: Translate;
}) {
  const { measured, touchpoints } = map.coverage;
  const asking = map.stages.flatMap((stage) => stage.touchpoints).filter((one) => one.asking).length;
  const share = (count: number) => (touchpoints === 0 ? '' : ` (${formatPercent(count / touchpoints)})`);
  return (
    <dl
      data-steady="roomy"
      className="flex flex-wrap overflow-hidden rounded-xl border border-line bg-panel shadow-card *:-mr-px *:-mb-px *:grow *:min-w-0 *:border-r *:border-b *:border-line"
    >
      {map.measures.map((measure) => (
        <MeasureCard
          key={`${measure.metric} ${measure.wording}`}
          measure={measure}
          minimumN={map.minimumN}
          benchmarks={benchmarks}
          t={t}
        />
      ))}
      {map.measures.length === 0 && add ? (
        <div className="basis-52 px-4 py-2">
          <dt className="text-xs text-soft">{t('The whole journey')}</dt>
          <dd className="mt-1">{add}</dd>
        </div>
      ) : null}
      <div className="basis-52 px-4 py-2">
        <dt className="text-xs text-soft">{t('Touchpoints measured')}</dt>
        <dd className="tabular">
          {rich(t, '<b>{measured}</b> <s>of {touchpoints}{share}</s>', {
            measured,
            touchpoints,
            share: share(measured),
            b: (inside) => (
              <span className="text-[1.375rem] leading-7 font-bold tracking-tight">{inside}</span>
            ),
            s: (inside) => <span className="text-sm text-soft">{inside}</span>,
          })}
          <span className="mt-0.5 block text-xs text-soft">
            {t('{asking} asking now{share}; {missing}', {
              asking,
              share: share(asking),
              missing: missingOf(map, t),
            })}
          </span>
        </dd>
      </div>
      <Comparisons map={map} t={t} />
      {children}
    </dl>
  );
}

/** Which touchpoints nobody has measured in the period, by name as long as they are few. */
function missingOf(map: JourneyMapView, t: Translate): string {
  const missing = map.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ measures }) => !measures.some(({ shown }) => shown))
    .map(({ title }) => title);
  if (missing.length === 0) return t('all with at least {n} answers', { n: map.minimumN });
  if (missing.length > 3) return t('{n} are still guesses', { n: missing.length });
  return t('still guesses: {touchpoints}', { touchpoints: missing.join(', ') });
}

function MeasureCard({
  measure,
  minimumN,
  benchmarks,
  t,
}: {
  measure: MeasureView;
  minimumN: number;
  benchmarks: readonly Benchmark[];
  t: Translate;
}) {
  const { metric, score, shown } = measure;
  return (
    <div className="basis-44 px-4 py-2">
      <dt className="text-xs text-soft">{t('{measure}, whole journey', { measure: measure.title })}</dt>
      <dd className="tabular">
        {shown && score.value !== null ? (
          <>
            <span className="text-[1.375rem] leading-7 font-bold tracking-tight">
              {formatScore(metric, score.value, t.tongue)}
            </span>{' '}
            <span className="text-sm whitespace-nowrap text-soft">
              <span className="sr-only">{t('95 % interval')} </span>
              {formatInterval(metric, score.low, score.high, t.tongue)}
            </span>
            <span className="mt-0.5 flex flex-wrap gap-x-2 text-xs">
              <span className="text-soft">{t('n {n}', { n: formatCount(score.n, t.tongue) })}</span>
              <Trend measure={measure} minimumN={minimumN} words t={t} />
            </span>
            <BenchmarkNote metric={metric} benchmarks={benchmarks} t={t} />
          </>
        ) : (
          <span className="mt-1 block text-sm text-soft">
            {score.n === 0
              ? t('No answers in this period')
              : t('Too few to score ({n} of {minimum})', { n: score.n, minimum: minimumN })}
          </span>
        )}
      </dd>
    </div>
  );
}
