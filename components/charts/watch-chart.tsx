'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  YAxis,
} from 'recharts';
import {
  AXIS_TEXT,
  CHART_MARGIN,
  changeMarkers,
  daysAxis,
  pointTooltip,
  type TimedPoint,
} from './chart-parts';

/** One judged point; nulls while what is usual is being learned. */
export type WatchChartPoint = TimedPoint & {
  average: number | null;
  band: [number, number] | null;
  /** The week by itself where it is out. */
  out: number | null;
  /** Whether a signal began here. */
  began: boolean;
};

/** The weighted average with what chance explains as a band, weeks that are out as dots, and where levels shifted. */
export function WatchChart({ points }: { points: WatchChartPoint[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} margin={CHART_MARGIN} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        {daysAxis(32)}
        <YAxis
          width={30}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          tickFormatter={(value: number) => String(Math.round(value * 10) / 10).replace('-', '−')}
        />
        {pointTooltip()}
        <ReferenceLine y={0} stroke="var(--color-line-strong)" />
        {points.map(({ label, began }) =>
          began ? <ReferenceLine key={`since ${label}`} x={label} stroke="var(--color-ink)" /> : null,
        )}
        {changeMarkers(points, 'var(--color-soft)')}
        <Area
          dataKey="band"
          type="linear"
          stroke="none"
          fill="var(--color-band)"
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="average"
          type="linear"
          stroke="var(--color-curve)"
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
        <Line
          dataKey="out"
          type="linear"
          stroke="none"
          dot={{ r: 3.5, fill: 'var(--color-bad)', strokeWidth: 0 }}
          activeDot={false}
          isAnimationActive={false}
          legendType="none"
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
