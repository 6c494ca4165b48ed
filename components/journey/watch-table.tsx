import Link from 'next/link';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDay, formatInterval, formatPeriod, formatScore } from '@/lib/format';
import type { WatchedSeriesView, WatchView } from '@/lib/insights/model/watch';
import { isShown } from '@/lib/scoring/display';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { Sparkline } from './sparkline';

/** Every watched score with its last weeks and whether enough is known of it. */
export function WatchTable({
  view,
  open,
  hrefOf,
  t,
}: {
  view: Pick<WatchView, 'series' | 'minimumN'>;
  /** The one whose weeks are shown. */
  open: WatchedSeriesView | null;
  hrefOf: (series: WatchedSeriesView) => string;
  t: Translate;
}) {
  return (
    <Table
      label={t('Watched scores')}
      head={
        <tr>
          <Th>{t('What is watched')}</Th>
          <Th>{t('Metric')}</Th>
          <Th>{t('Last judged')}</Th>
          <Th className="text-right">{t('Score')}</Th>
          <Th className="text-right">{t('n')}</Th>
          <Th>{t('Average of the last weeks')}</Th>
          <Th>{t('State')}</Th>
        </tr>
      }
    >
      {view.series.map((series) => {
        const last = series.points.at(-1);
        return (
          <tr
            key={`${series.lineageId} ${series.metric} ${series.wording}`}
            className={series === open ? 'bg-head' : ''}
          >
            <Td>
              <Link
                href={hrefOf(series)}
                scroll={false}
                aria-current={series === open ? 'true' : undefined}
                className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
              >
                {series.subject.title}
              </Link>
              {series.subject.stage ? (
                <span className="block text-xs text-soft">{series.subject.stage}</span>
              ) : null}
            </Td>
            <Td title={series.title}>{METRICS[series.metric].label}</Td>
            <Td className="whitespace-nowrap text-soft">
              {last ? formatPeriod(last.from, last.to, t.tongue) : '–'}
            </Td>
            <Td className="tabular text-right font-semibold">
              {last && isShown(last.score.n, view.minimumN) ? (
                <span title={t('95 % interval, {method}', { method: last.score.method })}>
                  {formatScore(series.metric, last.score.value, t.tongue)}
                  <span className="block text-xs font-normal whitespace-nowrap text-soft">
                    <span className="sr-only">{t('95 % interval')} </span>
                    {formatInterval(series.metric, last.score.low, last.score.high, t.tongue)}
                  </span>
                </span>
              ) : (
                '–'
              )}
            </Td>
            <Td className="tabular text-right">{last ? formatCount(last.score.n, t.tongue) : '–'}</Td>
            <Td>
              <Sparkline values={series.points.slice(-26).map(({ average }) => average)} />
            </Td>
            <Td className="min-w-60 text-xs">{stateText(series, t)}</Td>
          </tr>
        );
      })}
    </Table>
  );
}

function stateText({ state, signals }: WatchedSeriesView, t: Translate): string {
  const last = signals.at(-1);
  if (state.kind === 'learning') {
    const needed =
      state.answers > 0
        ? t(
            'Learning what is usual: about {answers, plural, one {# more answer} other {# more answers}} or {weeks, plural, one {# more week} other {# more weeks}}',
            { answers: state.answers, weeks: state.weeks },
          )
        : t('Learning what is usual: {weeks, plural, one {# more week} other {# more weeks}}', {
            weeks: state.weeks,
          });
    return last
      ? t('{needed}, since the shift of {day}', { needed, day: formatDay(last.since, t.tongue) })
      : needed;
  }
  return last ? t('Steady since {day}', { day: formatDay(last.since, t.tongue) }) : t('Steady all along');
}
