import { ChartFrame } from '@/components/charts/chart-frame';
import { LazyWatchChart } from '@/components/charts/lazy-watch-chart';
import { formatCount, formatDay, formatInterval, formatPeriod, formatScore, inTongue } from '@/lib/format';
import type { WatchedSeriesView, WatchPoint, WatchView } from '@/lib/insights/model/watch';
import { isShown } from '@/lib/scoring/display';
import type { Translate } from '@/lib/translate';

/** One score week by week: how far its average is from what is usual, and how far chance takes it. */
export function WatchFigure({
  series,
  view,
  search,
  t,
}: {
  series: WatchedSeriesView;
  /** What an address says so that this score is the one that is shown. */
  search: Readonly<Record<string, string>>;
  view: Pick<WatchView, 'limits' | 'markers' | 'minimumN'>;
  t: Translate;
}) {
  const { subject, points, signals, metric } = series;
  const markers = view.markers
    .filter(({ touchpointId }) => touchpointId === null || touchpointId === subject.touchpointId)
    .map((marker, index) => ({ ...marker, number: index + 1 }));
  const within = (point: WatchPoint) =>
    markers.filter(({ changedOn }) => changedOn >= point.from && changedOn <= point.to);
  const isOut = ({ z }: WatchPoint) => z !== null && Math.abs(z) > view.limits.jump;
  const shown = ({ score }: WatchPoint) => isShown(score.n, view.minimumN);
  const value = (point: WatchPoint) =>
    shown(point) ? formatScore(metric, point.score.value, t.tongue) : t('too few');
  const interval = (point: WatchPoint) =>
    shown(point) ? formatInterval(metric, point.score.low, point.score.high, t.tongue) : '–';
  const sd = (value: number | null) => (value === null ? t('learning') : inTongue(signed(value), t.tongue));
  return (
    <div>
      <ChartFrame
        id={`weeks-${series.metric}`}
        title={t('{subject}: {measure}', { subject: subject.title, measure: series.title })}
        note={t(
          'n {n} in {weeks, plural, one {# judged point} other {# judged points}}. Limits: {drift} for the average, {jump} for a single week, in standard deviations.',
          {
            n: formatCount(
              points.reduce((sum, { score }) => sum + score.n, 0),
              t.tongue,
            ),
            weeks: points.length,
            drift: inTongue(view.limits.drift.toFixed(2), t.tongue),
            jump: inTongue(view.limits.jump.toFixed(2), t.tongue),
          },
        )}
        search={search}
        caption={t(
          'Each week against all before it, in standard deviations, averaged so that small lasting shifts add up (EWMA, λ 0.2). The band is what chance explains; a dot is a week that is out by itself; a full line is where a level shifted.',
        )}
        chart={
          <>
            <div aria-hidden="true" className="h-56">
              <LazyWatchChart
                points={points.map((point) => ({
                  label: formatDay(point.from, t.tongue),
                  average: point.average,
                  band: point.limit === null ? null : [-point.limit, point.limit],
                  out: isOut(point) ? point.z : null,
                  text: t('{period}: {score}, n {n}; average {average}', {
                    period: formatPeriod(point.from, point.to, t.tongue),
                    score: value(point),
                    n: point.score.n,
                    average: sd(point.average),
                  }),
                  markers: within(point).map(({ number }) => number),
                  began: signals.some(({ since }) => since === point.from),
                }))}
              />
            </div>
            {markers.length > 0 ? (
              <ol aria-label={t('Changes in these weeks')} className="mt-2 flex flex-col gap-1 text-xs">
                {markers.map(({ id, number, changedOn, text }) => (
                  <li key={id} className="min-w-0 break-words">
                    <span className="tabular font-semibold">{number}</span> {formatDay(changedOn, t.tongue)}:{' '}
                    {text}
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
            t('Week'),
            t('Average'),
            t('Limit'),
            t('Changes'),
          ],
          rows: points.toReversed().map((point) => [
            formatPeriod(point.from, point.to, t.tongue),
            value(point),
            interval(point),
            String(point.score.n),
            sd(point.z),
            sd(point.average),
            point.limit === null ? '–' : `± ${inTongue(point.limit.toFixed(2), t.tongue)}`,
            within(point)
              .map(({ text }) => text)
              .join('; '),
          ]),
        }}
      />
    </div>
  );
}

const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
