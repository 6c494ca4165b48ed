/** The one cell of the map that is in the tab order. Row 0 are the stages, then the lanes as they are shown. */
export type Position = { row: number; column: number };

/** What the reducer has to know of the map. */
export type Shape = {
  /** For each column the first column of its stage. */
  starts: readonly number[];
  /** How many rows can hold the focus, the stages included. */
  rows: number;
};

/** The shape of a map from the stage index of each column and the number of its lanes. */
export function shapeOf(stageIndexes: readonly number[], lanes: number): Shape {
  const first = new Map<number, number>();
  stageIndexes.forEach((stageIndex, column) => {
    if (!first.has(stageIndex)) first.set(stageIndex, column);
  });
  return { starts: stageIndexes.map((stageIndex) => first.get(stageIndex) as number), rows: lanes + 1 };
}

/**
 * Where a key moves the focus; null for a key that does not move it. Stage headers span columns: sideways the focus
 * goes from header to header, and down from a header to the first touchpoint of its stage.
 *
 * @param page how many columns are in sight, for the keys that go on by a screen
 */
export function moveFocus(
  shape: Shape,
  from: Position,
  key: { key: string; ctrl: boolean },
  page = 1,
): Position | null {
  const lastRow = shape.rows - 1;
  const lastColumn = shape.starts.length - 1;
  if (lastColumn < 0) return null;
  const here = inside(shape, from);
  const far = Math.max(1, page);
  switch (key.key) {
    case 'ArrowUp':
      return inside(shape, { row: key.ctrl ? 0 : here.row - 1, column: here.column });
    case 'ArrowDown':
      return inside(shape, { row: key.ctrl ? lastRow : here.row + 1, column: here.column });
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
      return inside(shape, { row: here.row, column: here.column - far });
    case 'PageDown':
      return inside(shape, {
        row: here.row,
        column:
          here.row === 0 ? Math.max(here.column + far, nextStage(shape, here.column)) : here.column + far,
      });
    default:
      return null;
  }
}

/** The nearest cell that exists: a map may have shrunk since the position was taken. */
export function inside({ starts, rows }: Shape, { row, column }: Position): Position {
  const safeRow = Math.min(rows - 1, Math.max(0, row));
  const safeColumn = Math.min(starts.length - 1, Math.max(0, column));
  return { row: safeRow, column: safeRow === 0 ? (starts[safeColumn] ?? 0) : safeColumn };
}

function nextStage({ starts }: Shape, column: number): number {
  const next = starts.findIndex((start) => start > column);
  return next < 0 ? column : next;
}
