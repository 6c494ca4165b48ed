import type { ReactNode } from 'react';

/** One lane of the map. */
export function MapRow({
  index,
  className = '',
  height,
  children,
}: {
  index: number;
  className?: string;
  height?: number | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells hold the focus
    <div
      role="row"
      data-steady
      aria-rowindex={index + 1}
      className={`map-row relative ${className}`}
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
      className="sticky left-0 z-25 col-start-1 row-start-1 flex min-w-0 flex-col border-r border-line bg-head px-3 py-2.5 text-xs text-soft"
    >
      {children}
    </div>
  );
}
