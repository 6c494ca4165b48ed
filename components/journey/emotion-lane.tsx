import type { JourneyMapView } from '@/lib/insights/model';
import { type Column, feltMeasure } from './columns';
import { COLUMN_UNITS, type CurveValue, curveRuns, laneY } from './curve';

export const LANE = { height: 184, padding: 26 };

/** The expected curve, dashed, and the measured one with its 95 % band, behind the cells of the emotion lane. */
export function EmotionCurves({ columns }: { columns: readonly Column[] }) {
  const expected = columns.map(({ touchpoint }): CurveValue => {
    const value = touchpoint?.expectedEmotion ?? null;
    return value === null ? null : { value, low: null, high: null };
  });
  const measured = columns.map(({ touchpoint }): CurveValue => {
    const felt = touchpoint ? feltMeasure(touchpoint) : null;
    if (!felt?.shown || felt.score.value === null) return null;
    return { value: felt.score.value, low: felt.score.low, high: felt.score.high };
  });
  const runs = curveRuns(measured, LANE);
  const width = columns.length * COLUMN_UNITS;
  const zero = laneY(0, LANE);
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-0 left-(--map-header) h-full w-[calc(100%-var(--map-header))]"
      viewBox={`0 0 ${width} ${LANE.height}`}
      preserveAspectRatio="none"
      fill="none"
    >
      <line
        x1="0"
        x2={width}
        y1={zero}
        y2={zero}
        className="stroke-line-strong"
        strokeDasharray="2 5"
        vectorEffect="non-scaling-stroke"
      />
      {runs.map(({ from, band }) => (
        <path key={`band ${from}`} d={band} className="fill-band" />
      ))}
      {curveRuns(expected, LANE).map(({ from, line }) => (
        <path
          key={`expected ${from}`}
          d={line}
          className="stroke-soft"
          strokeWidth="1.4"
          strokeDasharray="5 4"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {runs.map(({ from, line }) => (
        <path
          key={`line ${from}`}
          d={line}
          className="stroke-curve"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** What the lane says where there is nothing to draw. */
export function emotionHint(map: Pick<JourneyMapView, 'stages'>, columns: readonly Column[]): string {
  const felt = columns.some(({ touchpoint }) => touchpoint && feltMeasure(touchpoint));
  if (felt || columns.every(({ touchpoint }) => touchpoint === null)) return '';
  return map.stages.length > 0
    ? 'No emotion survey answers here yet: the measured curve appears with them.'
    : '';
}
