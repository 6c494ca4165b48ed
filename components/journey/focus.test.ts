import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inside, moveFocus, type Position, shapeOf } from './focus';

/** Two touchpoints, an empty stage, three touchpoints. */
const SHAPE = shapeOf([0, 0, 1, 2, 2, 2], 3);
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

  test('goes to the top and the bottom of a column with Ctrl, and by a screen of columns with the page keys', () => {
    expect(press({ row: 2, column: 4 }, 'ArrowUp', true)).toEqual({ row: 0, column: 3 });
    expect(press({ row: 1, column: 4 }, 'ArrowDown', true)).toEqual({ row: 3, column: 4 });
    const page = (from: Position, key: string) => moveFocus(SHAPE, from, { key, ctrl: false }, 3);
    expect(page({ row: 2, column: 1 }, 'PageDown')).toEqual({ row: 2, column: 4 });
    expect(page({ row: 2, column: 4 }, 'PageDown')).toEqual({ row: 2, column: 5 });
    expect(page({ row: 2, column: 4 }, 'PageUp')).toEqual({ row: 2, column: 1 });
    expect(page({ row: 0, column: 0 }, 'PageDown')).toEqual({ row: 0, column: 3 });
  });

  test('leaves a long stage with Page Down in the header row even where the screen is short', () => {
    const long = shapeOf([0, 0, 0, 0, 0, 1], 1);
    expect(moveFocus(long, { row: 0, column: 0 }, { key: 'PageDown', ctrl: false }, 2)).toEqual({
      row: 0,
      column: 5,
    });
  });

  test('has as many rows as lanes are shown, and never leaves them', () => {
    const key = fc.constantFrom(
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
    );
    const stages = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        stages,
        fc.integer({ min: 1, max: 19 }),
        fc.array(fc.tuple(key, fc.boolean()), { maxLength: 30 }),
        (sizes, lanes, keys) => {
          const columns = sizes.flatMap((size, stage) => Array.from({ length: size }, () => stage));
          const shape = shapeOf(columns, lanes);
          let at: Position = { row: 1, column: 0 };
          for (const [name, ctrl] of keys) {
            at = moveFocus(shape, at, { key: name, ctrl }, 3) as Position;
            expect(at).toEqual(inside(shape, at));
            expect(at.row).toBeLessThanOrEqual(lanes);
            if (at.row === 0) expect(columns[at.column - 1]).not.toBe(columns[at.column]);
          }
        },
      ),
    );
  });

  test('leaves other keys alone', () => {
    expect(press({ row: 1, column: 1 }, 'Tab')).toBeNull();
  });

  test('has nowhere to go on a map without stages', () => {
    expect(moveFocus(shapeOf([], 3), { row: 0, column: 0 }, { key: 'ArrowDown', ctrl: false })).toBeNull();
  });

  test('falls back to the nearest cell when the map has shrunk', () => {
    expect(inside(SHAPE, { row: 2, column: 40 })).toEqual({ row: 2, column: 5 });
  });
});
