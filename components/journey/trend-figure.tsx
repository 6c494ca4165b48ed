import { ChartFrame } from '@/components/charts/chart-frame';
import { LazyTrendChart } from '@/components/charts/lazy-trend-chart';
import { formatDay, formatInterval, formatPeriod, formatScore } from '@/lib/format';
import type { MeasureView, TrendView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';

/** How a measure went over the slices of the period, each with its own interval. */
export function TrendFigure({
  measure,
  trend,
  minimumN,
  language,
}: {
  measure: MeasureView;
  trend: TrendView | undefined;
  minimumN: number;
  language: 'en' | 'de';
}) {
  const shown = trend?.slices.filter((slice) => slice.shown) ?? [];
  if (!trend || shown.length < 2) return null;
  const { displayFactor, decimals, domain } = METRICS[measure.metric];
  const bounds = shown.flatMap(({ score }) =>
    [score.low ?? 0, score.high ?? 0].map((bound) => bound * displayFactor),
  );
  const margin = (domain[1] - domain[0]) * displayFactor * 0.04;
  const lowest = Math.max(domain[0] * displayFactor, Math.min(...bounds) - margin);
  const highest = Math.min(domain[1] * displayFactor, Math.max(...bounds) + margin);
  const grain = 10 ** decimals;
  const points = trend.slices.map(({ from, to, score, shown: enough }) => ({
    label: formatDay(from, language).replace(/ \d{4}$/, ''),
    value: enough && score.value !== null ? score.value * displayFactor : null,
    band:
      enough && score.low !== null && score.high !== null
        ? ([score.low * displayFactor, score.high * displayFactor] as [number, number])
        : null,
    text: enough
      ? `${formatPeriod(from, to, language)}: ${formatScore(measure.metric, score.value)} (${formatInterval(measure.metric, score.low, score.high)}), n ${score.n}`
      : `${formatPeriod(from, to, language)}: too few to score (${score.n} of ${minimumN})`,
  }));
  return (
    <div className="mt-4">
      <ChartFrame
        caption="Over the period, with its 95 % interval"
        chart={
          <div aria-hidden="true" className="h-32">
            <LazyTrendChart
              points={points}
              decimals={decimals}
              domain={[Math.floor(lowest * grain) / grain, Math.ceil(highest * grain) / grain]}
            />
          </div>
        }
        table={{
          head: ['Days', 'Score', '95 % interval', 'n'],
          rows: trend.slices.map(({ from, to, score, shown: enough }) => [
            formatPeriod(from, to, language),
            enough ? formatScore(measure.metric, score.value) : 'too few',
            enough ? formatInterval(measure.metric, score.low, score.high) : '–',
            String(score.n),
          ]),
        }}
      />
    </div>
  );
}
