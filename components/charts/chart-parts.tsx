import { ReferenceLine, Tooltip, XAxis } from 'recharts';

/** What both charts over time have: the words of a point, and the numbers of the changes that were marked in it. */
export type TimedPoint = { label: string; text: string; markers: number[] };

export const CHART_MARGIN = { top: 6, right: 8, bottom: 0, left: 0 };
export const AXIS_TEXT = { fontSize: 11, fill: 'var(--color-soft)' };

/** The axis of the days, with as many labels as there is room for. */
export function daysAxis(minTickGap: number) {
  return (
    <XAxis
      dataKey="label"
      tick={AXIS_TEXT}
      tickLine={false}
      axisLine={{ stroke: 'var(--color-line-strong)' }}
      interval="preserveStartEnd"
      minTickGap={minTickGap}
    />
  );
}

/** What a point says under the pointer. */
export function pointTooltip() {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: 'var(--color-line-strong)' }}
      content={({ active, payload }) => {
        const point = payload?.[0]?.payload as TimedPoint | undefined;
        if (!active || !point) return null;
        return (
          <div className="rounded-lg bg-primary px-2.5 py-1.5 text-xs text-on-primary shadow-pop">
            {point.text}
          </div>
        );
      }}
    />
  );
}

/** A numbered line where something was changed for customers. */
export function changeMarkers(points: readonly TimedPoint[], stroke: string) {
  return points.map(({ label, markers }) =>
    markers.length === 0 ? null : (
      <ReferenceLine
        key={`marker ${label}`}
        x={label}
        stroke={stroke}
        strokeDasharray="3 3"
        label={{
          value: markers.join(', '),
          position: 'insideTopLeft',
          fontSize: 11,
          fontWeight: 600,
          fill: 'var(--color-ink)',
        }}
      />
    ),
  );
}
