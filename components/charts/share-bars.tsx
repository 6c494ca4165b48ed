import type { ReactNode } from 'react';

/** A share with its interval; nulls where it is not shown. All are 0–1. */
export type ShareBar = {
  label: string;
  /** Said beside the pointer. */
  name: string;
  share: number | null;
  low: number | null;
  high: number | null;
  /** Where the ordered line lies; null breaks it. */
  fitted: number | null;
  fill: string;
};

/** Shares as bars from zero with their intervals, and an ordered line across them. Its table says the same in numbers. */
export function ShareBars({
  bars,
  axis,
  axisText,
}: {
  bars: ShareBar[];
  /** Where the axis ends, 0–1. */
  axis: number;
  axisText: [zero: string, half: string, end: string];
}) {
  const up = (share: number) => `${Math.min(100, (share / axis) * 100)}%`;
  return (
    <div aria-hidden="true" className="tabular flex gap-1.5 text-2xs text-soft">
      <div className="flex h-44 w-9 shrink-0 flex-col-reverse justify-between text-right">
        {axisText.map((text) => (
          <span key={text} className="-my-2">
            {text}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div className="relative h-44 border-b border-line-strong">
          <Rule at="50%" />
          <Rule at="0%" />
          <div className="absolute inset-0 grid auto-cols-fr grid-flow-col gap-1">
            {bars.map(({ label, name, share, low, high, fill }) => (
              <div key={label} title={name} className="relative flex min-w-0 items-end justify-center">
                {share === null ? null : (
                  <div
                    className={`w-full max-w-10 rounded-t-sm ${fill}`}
                    style={{ height: share === 0 ? '2px' : up(share) }}
                  />
                )}
                {low === null || high === null ? null : (
                  <div
                    className="absolute w-2 border-y-2 border-ink"
                    style={{ bottom: up(low), height: `calc(${up(high)} - ${up(low)})` }}
                  >
                    <div className="mx-auto h-full w-0.5 bg-ink" />
                  </div>
                )}
              </div>
            ))}
          </div>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${bars.length} 1`}
            preserveAspectRatio="none"
            className="pointer-events-none absolute inset-0 size-full"
          >
            <path
              d={steps(bars, axis)}
              fill="none"
              stroke="var(--color-accent)"
              strokeWidth={2}
              strokeDasharray="5 3"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        </div>
        <div className="grid auto-cols-fr grid-flow-col gap-1 pt-0.5 text-center font-bold text-ink">
          {bars.map(({ label }) => (
            <span key={label} className="min-w-0">
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The round end of an axis that holds a share, 0–1. */
export function axisEnd(highest: number): number {
  return [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8].find((end) => highest <= end) ?? 1;
}

const Rule = ({ at }: { at: string }): ReactNode => (
  <div className="absolute inset-x-0 border-t border-line" style={{ top: at }} />
);

/** A level line across each bar, joined where neighbours have one. */
function steps(bars: readonly ShareBar[], axis: number): string {
  let path = '';
  let joined = false;
  for (const [place, { fitted }] of bars.entries()) {
    if (fitted === null) {
      joined = false;
      continue;
    }
    const y = (1 - Math.min(1, fitted / axis)).toFixed(4);
    path += `${joined ? 'L' : 'M'}${place} ${y}H${place + 1}`;
    joined = true;
  }
  return path;
}
