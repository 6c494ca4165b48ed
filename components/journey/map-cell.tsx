'use client';

import { memo } from 'react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Column } from './columns';
import type { Lane } from './lanes';

/** What makes an element a cell of the grid. */
export function cellProps(row: number, column: number, focusable: boolean) {
  return {
    'data-cell': `${row}-${column}`,
    'aria-colindex': column + 2,
    tabIndex: focusable ? 0 : -1,
    style: { gridColumnStart: column + 2, gridRowStart: 1 },
  };
}

/** How a cell looks that is not picked out: it keeps all it says, without colour and on a sunk ground. */
export const STEPPED_BACK = 'bg-sunk grayscale';

/** A cell of any lane but the touchpoints' own. Drawn again only where something in it changed. */
export const LaneCell = memo(function LaneCell({
  lane,
  row,
  index,
  column,
  map,
  focusable,
  first,
  back = false,
}: {
  lane: Lane;
  row: number;
  /** Place of the column on the map. */
  index: number;
  column: Column;
  map: JourneyMapView;
  focusable: boolean;
  /** Whether it is the first of its stage. */
  first: boolean;
  /** Whether others are picked out. */
  back?: boolean;
}) {
  const t = useText();
  const cell = cellProps(row, index, focusable);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      role="gridcell"
      {...cell}
      tabIndex={cell.tabIndex}
      className={`relative min-w-0 -outline-offset-2 ${lane.bare || lane.Behind ? '' : 'px-2.5 py-2.5'} ${back ? (lane.Behind ? 'bg-ink/6 grayscale' : STEPPED_BACK) : column.folded ? 'bg-sunk/60' : ''} ${first ? 'border-l border-line' : ''}`}
    >
      {column.folded ? (
        <span className="sr-only">{t('Folded stage')}</span>
      ) : column.touchpoint || lane.ofStages ? (
        <lane.Cell column={column} map={map} />
      ) : (
        <span className="sr-only">{t('Nothing yet')}</span>
      )}
    </div>
  );
});
