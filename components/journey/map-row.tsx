import type { ReactNode } from 'react';
import { formatEmotion } from '@/lib/format';
import { laneY } from './curve';
import { LANE } from './emotion-lane';

/** One lane of the map. */
export function MapRow({
  index,
  className = '',
  height,
  children,
}: {
  index: number;
  className?: string;
  height?: number;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells hold the focus
    <div
      role="row"
      aria-rowindex={index + 1}
      className={`map-row ${className}`}
      {...(height ? { style: { height } } : {})}
    >
      {children}
    </div>
  );
}

/** The name of a lane; it stays in sight while the map is scrolled sideways. */
export function LaneHead({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: read with every cell of its row, so it needs no stop of its own
    <div
      role="rowheader"
      aria-colindex={1}
      className="sticky left-0 z-20 flex flex-col border-r border-line bg-head px-3 py-2.5 text-xs text-soft"
    >
      {children}
    </div>
  );
}

/** What the lines of the emotion lane mean, and its scale. */
export function LaneLegend() {
  return (
    <>
      <span className="mt-1 flex items-center gap-1.5">
        <span aria-hidden="true" className="w-4 border-t-2 border-curve" /> measured
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="w-4 border-t-2 border-dashed border-soft" /> expected
      </span>
      {[2, 0, -2].map((value) => (
        <span
          key={value}
          className="tabular absolute right-1.5 -translate-y-1/2 text-[0.625rem]"
          style={{ top: laneY(value, LANE) }}
        >
          {formatEmotion(value)}
        </span>
      ))}
    </>
  );
}
