import { describe, expect, test } from 'vitest';
import { inside, moveFocus, type Position, shapeOf } from './focus';

/** Two touchpoints, an empty stage, three touchpoints. */
const SHAPE = shapeOf([0, 0, 1, 2, 2, 2]);
const press = (from: Position, key: string, ctrl = false) => moveFocus(SHAPE, from, { key, ctrl });

describe('the focus on the map', () => {
  test('moves by one cell with the arrows and stops at the edges', () => {
    expect(press({ row: 1, column: 0 }, 'ArrowRight')).toEqual({ row: 1, column: 1 });
    expect(press({ row: 1, column: 0 }, 'ArrowLeft')).toEqual({ row: 1, column: 0 });
    expect(press({ row: 3, column: 5 }, 'ArrowRight')).toEqual({ row: 3, column: 5 });
    expect(press({ row: 3, column: 5 }, 'ArrowDown')).toEqual({ row: 3, column: 5 });
  });

  test('goes from stage to stage in the header row, both ways', () => {
    expect(press({ row: 0, column: 0 }, 'ArrowRight')).toEqual({ row: 0, column: 2 });
    expect(press({ row: 0, column: 2 }, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(press({ row: 0, column: 3 }, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(press({ row: 0, column: 3 }, 'ArrowLeft')).toEqual({ row: 0, column: 2 });
    expect(press({ row: 0, column: 2 }, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
  });

  test('rises from any touchpoint to its own stage', () => {
    expect(press({ row: 1, column: 5 }, 'ArrowUp')).toEqual({ row: 0, column: 3 });
  });

  test('reaches row ends with Home and End, and the corners with Ctrl', () => {
    expect(press({ row: 2, column: 3 }, 'Home')).toEqual({ row: 2, column: 0 });
    expect(press({ row: 2, column: 3 }, 'End')).toEqual({ row: 2, column: 5 });
    expect(press({ row: 2, column: 3 }, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(press({ row: 0, column: 0 }, 'End', true)).toEqual({ row: 3, column: 5 });
  });

  test('leaves other keys alone', () => {
    expect(press({ row: 1, column: 1 }, 'Tab')).toBeNull();
  });

  test('has nowhere to go on a map without stages', () => {
    expect(moveFocus([], { row: 0, column: 0 }, { key: 'ArrowDown', ctrl: false })).toBeNull();
  });

  test('falls back to the nearest cell when the map has shrunk', () => {
    expect(inside(SHAPE, { row: 2, column: 40 })).toEqual({ row: 2, column: 5 });
  });
});
