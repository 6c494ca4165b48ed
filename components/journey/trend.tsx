import { formatChange, formatInterval } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import { trendDirection } from '@/lib/scoring/display';

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
}: {
  measure: MeasureView;
  minimumN: number;
  /** Writes out what the arrow means. */
  words?: boolean;
}) {
  const { change, metric } = measure;
  const direction = directionOf(measure, minimumN);
  if (change === null || direction === null) {
    return words ? <span className="text-soft">no period to compare with</span> : null;
  }
  const interval = formatInterval(metric, change.low, change.high);
  if (direction === 'unclear') {
    return (
      <span className="tabular text-soft" title={`Change ${interval}, not significant`}>
        {words ? (
          <>
            <span className="font-medium">{formatChange(metric, change.delta)}</span> not significant
          </>
        ) : (
          <>
            <span aria-hidden="true">—</span>
            <span className="sr-only">no significant change</span>
          </>
        )}
      </span>
    );
  }
  return (
    <span className="tabular" title={`Change ${interval}, significant`}>
      <span className={`font-semibold ${trendClass(direction)}`}>
        <span aria-hidden="true">{direction === 'up' ? '▲' : '▼'}</span>
        <span className="sr-only">{direction === 'up' ? 'up' : 'down'} </span>
        {formatChange(metric, change.delta)}
      </span>
      {words ? (
        <span className="text-soft"> significant</span>
      ) : (
        <span className="sr-only"> significant</span>
      )}
    </span>
  );
}
