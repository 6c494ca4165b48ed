import { rich } from '@/components/ui/rich';
import { formatChange, formatInterval } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import { trendDirection } from '@/lib/scoring/display';
import type { Translate } from '@/lib/translate';

type Direction = 'up' | 'down' | 'unclear' | null;

/** Which way a measure went against the previous period. */
export function directionOf(measure: MeasureView, minimumN: number): Direction {
  return trendDirection(measure.change, measure.score.n, measure.previous.n, minimumN);
}

export function trendClass(direction: Direction): string {
  if (direction === 'up') return 'text-good';
  return direction === 'down' ? 'text-bad' : 'text-soft';
}

/** The change against the previous period: an arrow only where its interval excludes 0. */
export function Trend({
  measure,
  minimumN,
  words = false,
  t,
}: {
  measure: MeasureView;
  minimumN: number;
  /** Writes out what the arrow means. */
  words?: boolean;
  t: Translate;
}) {
  const { change, metric } = measure;
  const direction = directionOf(measure, minimumN);
  if (change === null || direction === null) {
    return words ? <span className="text-soft">{t('no period to compare with')}</span> : null;
  }
  const interval = formatInterval(metric, change.low, change.high, t.tongue);
  if (direction === 'unclear') {
    return (
      <span className="tabular text-soft" title={t('Change {interval}, not significant', { interval })}>
        {words ? (
          rich(t, '<b>{change}</b> not significant', {
            change: formatChange(metric, change.delta, t.tongue),
            b: (inside) => <span className="font-medium">{inside}</span>,
          })
        ) : (
          <>
            <span aria-hidden="true">—</span>
            <span className="sr-only">{t('no significant change')}</span>
          </>
        )}
      </span>
    );
  }
  return (
    <span className="tabular" title={t('Change {interval}, significant', { interval })}>
      <span className={`font-semibold ${trendClass(direction)}`}>
        <span aria-hidden="true">{direction === 'up' ? '▲' : '▼'}</span>
        <span className="sr-only">{direction === 'up' ? t('up') : t('down')} </span>
        {formatChange(metric, change.delta, t.tongue)}
      </span>
      {words ? (
        <span className="text-soft"> {t('significant')}</span>
      ) : (
        <span className="sr-only"> {t('significant')}</span>
      )}
    </span>
  );
}
