import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from './at-once';
import { choleskyInParts, invert, transposed } from './cholesky';
import { eightBack, eightIn, SIDES, turnRows, turnSquares } from './eight-sides';

const choleskyOf = (matrix: Float64Array, size: number) => atOnce(choleskyInParts(matrix, size));
const triangleOf = (matrix: Float64Array, size: number) => {
  const lower = choleskyOf(matrix, size);
  return { lower, upper: atOnce(transposed(lower, size)), size };
};

/** A matrix of the form B·Bᵀ + 1, which is positive definite. */
const positive = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((b) => {
      const at = (i: number, j: number) => b[i * size + j] as number;
      const matrix = Float64Array.from({ length: size * size }, (_, place) => {
        const [i, j] = [Math.floor(place / size), place % size];
        return b.slice(0, size).reduce((sum, __, k) => sum + at(i, k) * at(j, k), i === j ? 1 : 0);
      });
      return { matrix, size };
    }),
);

function times(a: Float64Array, b: Float64Array, size: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < size; k += 1) sum += (a[i * size + k] as number) * (b[k * size + j] as number);
  return sum;
}

test('the root of [[4, 2], [2, 10]] is [[2, 0], [1, 3]]', () => {
  expect([...choleskyOf(Float64Array.of(4, 2, 2, 10), 2)]).toEqual([2, 0, 1, 3]);
});

test('the root puts the matrix together again, the inverse makes it 1, and a solution solves', () => {
  fc.assert(
    fc.property(positive, ({ matrix, size }) => {
      const root = choleskyOf(matrix, size);
      const inverse = matrix.slice();
      invert(inverse, size);
      // Side s of row i asks for i + 1 + s.
      const solved = Float64Array.from(
        { length: size * SIDES },
        (_, place) => Math.floor(place / SIDES) + 1 + (place % SIDES),
      );
      const triangle = triangleOf(matrix, size);
      eightIn(triangle, solved);
      eightBack(triangle, solved);
      for (let i = 0; i < size; i += 1) {
        const right = new Float64Array(SIDES);
        for (let j = 0; j < size; j += 1) {
          let again = 0;
          for (let k = 0; k < size; k += 1)
            again += (root[i * size + k] as number) * (root[j * size + k] as number);
          expect(again).toBeCloseTo(matrix[i * size + j] as number, 9);
          expect(times(matrix, inverse, size, i, j)).toBeCloseTo(i === j ? 1 : 0, 7);
          for (let side = 0; side < SIDES; side += 1) {
            const part = (matrix[i * size + j] as number) * (solved[j * SIDES + side] as number);
            right[side] = (right[side] as number) + part;
          }
        }
        for (const [side, sum] of right.entries()) expect(sum).toBeCloseTo(i + 1 + side, 7);
      }
    }),
    { numRuns: 60 },
  );
});

test('rows and squares are turned by the root, and back by its transpose turned in', () => {
  fc.assert(
    fc.property(positive, ({ matrix, size }) => {
      const triangle = triangleOf(matrix, size);
      // L·(Lᵀ·1) is the matrix itself: by rows of the identity, with as many sides as columns.
      const rows = new Float64Array(size * size);
      for (let i = 0; i < size; i += 1) rows[i * size + i] = 1;
      turnRows(triangle, rows, size, true);
      turnRows(triangle, rows, size, false);
      const squares = new Float64Array(size * size * SIDES);
      for (let i = 0; i < size; i += 1) {
        for (let side = 0; side < SIDES; side += 1) squares[(i * size + i) * SIDES + side] = side + 1;
      }
      turnSquares(triangle, squares, false);
      for (const [place, value] of matrix.entries()) {
        expect(rows[place]).toBeCloseTo(value, 8);
        for (let side = 0; side < SIDES; side += 1) {
          expect((squares[place * SIDES + side] as number) / (side + 1)).toBeCloseTo(value, 8);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('where rounding leaves nothing of a direction, the root is still made of numbers', () => {
  expect([...choleskyOf(Float64Array.of(1, 1, 1, 1), 2)].every(Number.isFinite)).toBe(true);
});
