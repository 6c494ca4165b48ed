import type { TouchpointView } from '@/lib/insights/model';
import type { CellProps } from './touchpoint-cell';

/** The newest comment of a touchpoint. */
export function WordsCell({
  touchpoint,
  first,
  cell,
}: {
  touchpoint: TouchpointView | null;
  first: boolean;
  cell: CellProps;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div
      role="gridcell"
      {...cell}
      tabIndex={cell.tabIndex}
      className={`min-w-0 px-2.5 py-2.5 text-xs -outline-offset-2 ${first ? 'border-l border-line' : ''}`}
    >
      {touchpoint?.quote ? (
        <span className="line-clamp-4 break-words" title={touchpoint.quote.comment}>
          “{touchpoint.quote.comment}”
        </span>
      ) : (
        <span className="text-soft">
          <span aria-hidden="true">–</span>
          <span className="sr-only">No comment</span>
        </span>
      )}
    </div>
  );
}
