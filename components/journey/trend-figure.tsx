import { ChartFrame } from '@/components/charts/chart-frame';
import { LazyTrendChart } from '@/components/charts/lazy-trend-chart';
import { formatDay, formatInterval, formatPeriod, formatScore } from '@/lib/format';
import type { ChangeView, MeasureView, TrendView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { ChangeSentence } from './before-after';
import { countNote } from './count-note';

/** How a measure went over the slices of the period, each with its own interval. */
export function TrendFigure({
  title,
  measure,
  trend,
  minimumN,
  language,
  changes,
  t,
}: {
  /** Of what it is, where it stands by itself. */
  title: string;
  measure: MeasureView;
  trend: TrendView | undefined;
  minimumN: number;
  language: 'en' | 'de';
  /** What was changed for customers, drawn where its day lies. */
  changes: readonly ChangeView[];
  t: Translate;
}) {
  const shown = trend?.slices.filter((slice) => slice.shown) ?? [];
  if (!trend || shown.length < 2) return null;
  const { displayFactor, decimals, domain } = METRICS[measure.metric];
  const bounds = shown.flatMap(({ score }) =>
    [score.low ?? 0, score.high ?? 0].map((bound) => bound * displayFactor),
  );
  const within = changes
    .filter(({ marker: { changedOn } }) =>
      trend.slices.some(({ from, to }) => changedOn >= from && changedOn <= to),
    )
    .map((change, index) => ({
      ...change.marker,
      change,
      compared: change.measures.find(
        (one) => one.metric === measure.metric && one.wording === measure.wording,
      ),
      number: index + 1,
    }));
  const marked = ({ from, to }: { from: string; to: string }) =>
    within.filter(({ changedOn }) => changedOn >= from && changedOn <= to);
  const points = trend.slices.map(({ from, to, score, shown: enough }) => ({
    markers: marked({ from, to }).map(({ number }) => number),
    label: formatDay(from, language).replace(/ \d{4}$/, ''),
    value: enough && score.value !== null ? score.value * displayFactor : null,
    band:
      enough && score.low !== null && score.high !== null
        ? ([score.low * displayFactor, score.high * displayFactor] as [number, number])
        : null,
    text: enough
      ? t('{period}: {score} ({interval}), n {n}', {
          period: formatPeriod(from, to, language),
          score: formatScore(measure.metric, score.value, t.tongue),
          interval: formatInterval(measure.metric, score.low, score.high, t.tongue),
          n: score.n,
        })
      : t('{period}: too few to score ({n} of {minimum})', {
          period: formatPeriod(from, to, language),
          n: score.n,
          minimum: minimumN,
        }),
  }));
  return (
    <div className="mt-4">
      <ChartFrame
        id={`trend-${measure.metric}-${measure.wording}`}
        title={t('{measure}, over the period', { measure: title })}
        note={countNote(measure, t)}
        caption={t('Over the period, with its 95 % interval')}
        chart={
          <>
            <div aria-hidden="true" className="h-32">
              <LazyTrendChart
                points={points}
                decimals={decimals}
                ticks={ticksOf(
                  bounds,
                  domain.map((bound) => bound * displayFactor),
                )}
              />
            </div>
            {within.length > 0 ? (
              <ol aria-label={t('Changes in the period')} className="mt-2 flex flex-col gap-1 text-xs">
                {within.map(({ id, number, changedOn, text, outcome, change, compared }) => (
                  <li key={id} className="flex gap-2">
                    <span
                      aria-hidden="true"
                      className="tabular inline-flex size-4 shrink-0 items-center justify-center rounded-full bg-primary text-2xs font-semibold text-on-primary"
                    >
                      {number}
                    </span>
                    <div className="min-w-0 break-words">
                      {compared ? (
                        <ChangeSentence change={change} measure={compared} language={language} t={t} />
                      ) : (
                        <>
                          {formatDay(changedOn, language)}: {text}{' '}
                          <span className="text-soft">({outcome})</span>
                        </>
                      )}
                    </div>
                  </li>
                ))}
              </ol>
            ) : null}
          </>
        }
        table={{
          head: [
            t('Days'),
            t('Score'),
            t('95 % interval'),
            t('n'),
            ...(within.length > 0 ? [t('Changes')] : []),
          ],
          rows: trend.slices.map(({ from, to, score, shown: enough }) => [
            formatPeriod(from, to, language),
            enough ? formatScore(measure.metric, score.value, t.tongue) : t('too few'),
            enough ? formatInterval(measure.metric, score.low, score.high, t.tongue) : '–',
            String(score.n),
            ...(within.length > 0
              ? [
                  marked({ from, to })
                    .map(({ text }) => text)
                    .join('; '),
                ]
              : []),
          ]),
        }}
      />
    </div>
  );
}

/** Round values for the axis that enclose what is drawn and stay on the scale. */
function ticksOf(bounds: number[], [lowest = 0, highest = 0]: number[]): number[] {
  const finest = (highest - lowest) / 20;
  const span = Math.max(...bounds) - Math.min(...bounds);
  const step =
    [1, 2, 4].map((factor) => factor * nice(finest)).find((size) => span / size <= 3) ?? nice(finest) * 8;
  const from = Math.max(lowest, Math.floor(Math.min(...bounds) / step) * step);
  const to = Math.min(highest, Math.ceil(Math.max(...bounds) / step) * step);
  const count = Math.max(1, Math.ceil((to - from) / step - 1e-9));
  return [...Array.from({ length: count }, (_, index) => from + index * step), to];
}

/** The nearest of 0.25, 0.5, 1, 2.5, 5, 10 … from above. */
function nice(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2.5, 5, 10].find((factor) => factor * power >= step - 1e-9) ?? 10) * power;
}
