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

/** One judged point; nulls while what is usual is being learned. */
export type WatchChartPoint = {
  label: string;
  average: number | null;
  band: [number, number] | null;
  /** The week by itself where it is out. */
  out: number | null;
  text: string;
  /** Numbers of the changes that were marked in these weeks. */
  markers: number[];
  /** Whether a signal began here. */
  began: boolean;
};

/** The weighted average with what chance explains as a band, weeks that are out as dots, and where levels shifted. */
export function WatchChart({ points }: { points: WatchChartPoint[] }) {
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
          minTickGap={32}
        />
        <YAxis
          width={30}
          tick={{ fontSize: 11, fill: 'var(--color-soft)' }}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          tickFormatter={(value: number) => String(Math.round(value * 10) / 10).replace('-', '−')}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--color-line-strong)' }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as WatchChartPoint | undefined;
            if (!active || !point) return null;
            return (
              <div className="rounded-lg bg-primary px-2.5 py-1.5 text-xs text-on-primary shadow-pop">
                {point.text}
              </div>
            );
          }}
        />
        <ReferenceLine y={0} stroke="var(--color-line-strong)" />
        {points.map(({ label, began }) =>
          began ? <ReferenceLine key={`since ${label}`} x={label} stroke="var(--color-ink)" /> : null,
        )}
        {points.map(({ label, markers }) =>
          markers.length === 0 ? null : (
            <ReferenceLine
              key={`marker ${label}`}
              x={label}
              stroke="var(--color-soft)"
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
