'use client';

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, YAxis } from 'recharts';
import { useText } from '@/components/ui/text';
import { formatDecimal } from '@/lib/format';
import {
  AXIS_TEXT,
  CHART_MARGIN,
  changeMarkers,
  daysAxis,
  pointTooltip,
  type TimedPoint,
} from './chart-parts';

/** One slice of the period, in display units; nulls leave a gap. */
export type TrendPoint = TimedPoint & {
  value: number | null;
  band: [number, number] | null;
};

/** A line with its interval as a band, broken where a slice has too few answers. */
export function TrendChart({
  points,
  ticks,
  decimals,
}: {
  points: TrendPoint[];
  /** Values marked on the axis; the first and the last are its ends. */
  ticks: number[];
  decimals: number;
}) {
  const { tongue } = useText();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} margin={CHART_MARGIN} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        {daysAxis(24)}
        <YAxis
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          width={38}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => formatDecimal(value, decimals, tongue)}
        />
        {pointTooltip()}
        {changeMarkers(points, 'var(--color-ink)')}
        <Area
          dataKey="band"
          type="monotone"
          stroke="none"
          fill="var(--color-band)"
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="value"
          type="monotone"
          stroke="var(--color-curve)"
          strokeWidth={2}
          dot={{ r: 2.5, fill: 'var(--color-curve)', strokeWidth: 0 }}
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
