'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

/** One slice of the period, in display units; nulls leave a gap. */
export type TrendPoint = {
  label: string;
  value: number | null;
  band: [number, number] | null;
  text: string;
  /** Numbers of the changes that fall into the slice. */
  markers?: number[];
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
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="label"
          tick={{ fontSize: 11, fill: 'var(--color-soft)' }}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-strong)' }}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          width={38}
          tick={{ fontSize: 11, fill: 'var(--color-soft)' }}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => value.toFixed(decimals).replace('-', '−')}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--color-line-strong)' }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as TrendPoint | undefined;
            if (!active || !point) return null;
            return (
              <div className="rounded-lg bg-primary px-2.5 py-1.5 text-xs text-on-primary shadow-pop">
                {point.text}
              </div>
            );
          }}
        />
        {points.map(({ label, markers = [] }) =>
          markers.length === 0 ? null : (
            <ReferenceLine
              key={label}
              x={label}
              stroke="var(--color-ink)"
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
        )}
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
