import { rich } from '@/components/ui/rich';
import { formatChange, formatChangeInterval } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import { trendDirection } from '@/lib/scoring/display';
import type { Translate } from '@/lib/translate';
import { differenceMethod } from './interval-methods';

type Direction = 'up' | 'down' | 'unclear' | null;

/** Which way a measure went against the previous period. */
export function directionOf(measure: MeasureView, minimumN: number): Direction {
  return trendDirection(measure.change, measure.score.n, measure.previous.n, minimumN);
}

export function trendClass(direction: Direction): string {
  if (direction === 'up') return 'text-good';
  return direction === 'down' ? 'text-bad' : 'text-soft';
}

/** The change against the period it is compared with: an arrow only where that is more than chance. */
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
  const interval = formatChangeInterval(metric, change, t.tongue);
  if (direction === 'unclear') {
    return (
      <span className="tabular text-soft" title={unclearText(measure, interval, t)}>
        {words ? (
          rich(t, '<b>{change}</b> too early to tell', {
            change: formatChange(metric, change.delta, t.tongue),
            b: (inside) => <span className="font-medium">{inside}</span>,
          })
        ) : (
          <>
            <span aria-hidden="true">—</span>
            <span className="sr-only">{t('change: too early to tell')}</span>
          </>
        )}
      </span>
    );
  }
  const said = direction === 'up' ? t('higher##of a score') : t('lower##of a score');
  return (
    <span className="tabular" title={clearText(measure, interval, t)}>
      <span className={`font-semibold ${trendClass(direction)}`}>
        <span aria-hidden="true">{direction === 'up' ? '▲' : '▼'}</span>
        <span className="sr-only">{direction === 'up' ? t('up') : t('down')} </span>
        {formatChange(metric, change.delta, t.tongue)}
      </span>
      {words ? <span className="text-soft"> {said}</span> : <span className="sr-only"> {said}</span>}
    </span>
  );
}

/** Why there is an arrow: what the change can be, and by what it was judged. */
function clearText({ change, adjustedP }: MeasureView, interval: string, t: Translate): string {
  const method = t(differenceMethod(change?.method ?? ''));
  return adjustedP === null
    ? t('Change: 95 % interval {interval} by {method}. More than chance would do.', { interval, method })
    : t('Change: 95 % interval {interval} by {method}. It stands out of all that this map compares.', {
        interval,
        method,
      });
}

/** Why there is none: the interval holds 0, or it is one of many that were looked at. */
function unclearText({ change, adjustedP }: MeasureView, interval: string, t: Translate): string {
  const method = t(differenceMethod(change?.method ?? ''));
  if (adjustedP !== null && change && (change.low > 0 || change.high < 0)) {
    return t(
      'Change: 95 % interval {interval} by {method}. Alone it would be clear; among all that this map compares one like it is to be expected by chance.',
      { interval, method },
    );
  }
  return t('Change: 95 % interval {interval} by {method}. It may be none.', { interval, method });
}
