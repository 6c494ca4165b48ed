/** Rows of the map that can hold the focus, top down. */
export const MAP_ROWS = ['stage', 'touchpoint', 'emotion', 'words'] as const;
export type MapRow = (typeof MAP_ROWS)[number];

/** The one cell of the map that is in the tab order. */
export type Position = { row: number; column: number };

/** What the reducer has to know of the map: for each column, the first column of its stage. */
export type Shape = readonly number[];

/** The shape of a map from the stage index of each column. */
export function shapeOf(stageIndexes: readonly number[]): Shape {
  return stageIndexes.map((stageIndex) => stageIndexes.indexOf(stageIndex));
}

/**
 * Where a key moves the focus; null for a key that does not move it. Stage headers span columns: sideways the focus
 * goes from header to header, and down from a header to the first touchpoint of its stage.
 */
export function moveFocus(
  shape: Shape,
  from: Position,
  key: { key: string; ctrl: boolean },
): Position | null {
  const lastRow = MAP_ROWS.length - 1;
  const lastColumn = shape.length - 1;
  if (lastColumn < 0) return null;
  const here = inside(shape, from);
  switch (key.key) {
    case 'ArrowUp':
      return inside(shape, { row: here.row - 1, column: here.column });
    case 'ArrowDown':
      return inside(shape, { row: here.row + 1, column: here.column });
    case 'ArrowLeft':
      return inside(shape, { row: here.row, column: here.column - 1 });
    case 'ArrowRight':
      return inside(shape, {
        row: here.row,
        column: here.row === 0 ? nextStage(shape, here.column) : here.column + 1,
      });
    case 'Home':
      return inside(shape, { row: key.ctrl ? 0 : here.row, column: 0 });
    case 'End':
      return inside(shape, { row: key.ctrl ? lastRow : here.row, column: lastColumn });
    case 'PageUp':
      return inside(shape, { row: 0, column: here.column });
    case 'PageDown':
      return inside(shape, { row: lastRow, column: here.column });
    default:
      return null;
  }
}

/** The nearest cell that exists: a map may have shrunk since the position was taken. */
export function inside(shape: Shape, { row, column }: Position): Position {
  const safeRow = Math.min(MAP_ROWS.length - 1, Math.max(0, row));
  const safeColumn = Math.min(shape.length - 1, Math.max(0, column));
  return { row: safeRow, column: safeRow === 0 ? (shape[safeColumn] ?? 0) : safeColumn };
}

function nextStage(shape: Shape, column: number): number {
  const next = shape.findIndex((start) => start > column);
  return next < 0 ? column : next;
}
