import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choleskyOf, invert, solveBy } from './cholesky';

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
      const solved = Float64Array.from({ length: size }, (_, i) => i + 1);
      solveBy(root, solved);
      for (let i = 0; i < size; i += 1) {
        let right = 0;
        for (let j = 0; j < size; j += 1) {
          let again = 0;
          for (let k = 0; k < size; k += 1)
            again += (root[i * size + k] as number) * (root[j * size + k] as number);
          expect(again).toBeCloseTo(matrix[i * size + j] as number, 9);
          expect(times(matrix, inverse, size, i, j)).toBeCloseTo(i === j ? 1 : 0, 7);
          right += (matrix[i * size + j] as number) * (solved[j] as number);
        }
        expect(right).toBeCloseTo(i + 1, 7);
      }
    }),
    { numRuns: 60 },
  );
});

test('where rounding leaves nothing of a direction, the root is still made of numbers', () => {
  expect([...choleskyOf(Float64Array.of(1, 1, 1, 1), 2)].every(Number.isFinite)).toBe(true);
});
