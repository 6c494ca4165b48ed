import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeWeights } from './relative-weights';
import { type Matrix, symmetricEigen } from './symmetric-eigen';

/** Four drivers that move together: R12 .6, R13 .3, R14 .2, R23 .4, R24 .25, R34 .35. */
const BETWEEN = [
  [1, 0.6, 0.3, 0.2],
  [0.6, 1, 0.4, 0.25],
  [0.3, 0.4, 1, 0.35],
  [0.2, 0.25, 0.35, 1],
];
const OUTCOME = [0.5, 0.45, 0.4, 0.25];

describe('eigenvalues of a symmetric matrix', () => {
  test('are those of numpy 2.4.6 (eigvalsh)', () => {
    const { values } = symmetricEigen([
      [4, 1, -2, 0.5],
      [1, 3, 0, 1],
      [-2, 0, 5, -1],
      [0.5, 1, -1, 2],
    ]);
    const expected = [1.04713864, 2.36094543, 3.6025744, 6.98934153];
    for (const [place, value] of values.toSorted((a, b) => a - b).entries()) {
      expect(value).toBeCloseTo(expected[place] as number, 8);
    }
  });

  test('put the matrix together again with their vectors, which are orthonormal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }).chain((size) =>
          fc.array(
            fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }),
            {
              minLength: size,
              maxLength: size,
            },
          ),
        ),
        (square) => {
          const size = square.length;
          const cell = (i: number, j: number) => square[Math.min(i, j)]?.[Math.max(i, j)] as number;
          const { values, vectors } = symmetricEigen(square);
          for (let i = 0; i < size; i += 1) {
            for (let j = 0; j < size; j += 1) {
              const v = (row: number, k: number) => vectors[row]?.[k] as number;
              let again = 0;
              let product = 0;
              for (let k = 0; k < size; k += 1) {
                again += v(i, k) * (values[k] as number) * v(j, k);
                product += v(i, k) * v(j, k);
              }
              expect(again).toBeCloseTo(cell(i, j), 9);
              expect(product).toBeCloseTo(i === j ? 1 : 0, 9);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('relative weights', () => {
  test('are Johnson’s of the published example: .1437 .0866 .0819 .0245, R² .3367', () => {
    const { weights, rSquared } = relativeWeights(BETWEEN, OUTCOME);
    expect(weights.map((weight) => weight.toFixed(4))).toEqual(['0.1437', '0.0866', '0.0819', '0.0245']);
    expect(rSquared.toFixed(4)).toBe('0.3367');
    expect(weights.map((weight) => ((100 * weight) / rSquared).toFixed(1))).toEqual([
      ...['42.7', '25.7', '24.3', '7.3'],
    ]);
  });

  test('are those of numpy 2.4.6 (eigh, solve) to ten digits', () => {
    const expected = [0.14374124, 0.08655995, 0.08192598, 0.02446921];
    for (const [place, weight] of relativeWeights(BETWEEN, OUTCOME).weights.entries()) {
      expect(weight).toBeCloseTo(expected[place] as number, 8);
    }
  });

  test('nearly agree with Shapley’s averages over all orders, 42.4 26.6 24.0 7.1 %, which a check computes', () => {
    const shares = shapley(BETWEEN, OUTCOME);
    const total = shares.reduce((sum, share) => sum + share, 0);
    expect(shares.map((share) => ((100 * share) / total).toFixed(1))).toEqual([
      '42.4',
      '26.6',
      '24.0',
      '7.1',
    ]);
    const { weights, rSquared } = relativeWeights(BETWEEN, OUTCOME);
    expect(rSquared).toBeCloseTo(total, 12);
    for (const [place, weight] of weights.entries()) {
      expect(Math.abs(weight - (shares[place] as number))).toBeLessThan(0.01);
    }
  });

  test('of drivers that do not move together are their squared correlations', () => {
    const identity = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const { weights, rSquared } = relativeWeights(identity, [0.5, -0.3, 0]);
    expect(weights.map((weight) => weight.toFixed(6))).toEqual(['0.250000', '0.090000', '0.000000']);
    expect(rSquared).toBeCloseTo(0.34, 12);
  });

  test('two drivers that say the same share what they explain', () => {
    const { weights } = relativeWeights(
      [
        [1, 0.999],
        [0.999, 1],
      ],
      [0.6, 0.6],
    );
    expect(weights[0]).toBeCloseTo(weights[1] as number, 9);
  });
});

/** The average gain in R² of each predictor over all orders, from correlations. */
function shapley(between: Matrix, outcome: readonly number[]): number[] {
  const size = outcome.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const rSquared = (set: number[]): number => {
    const rows = set.map((i) => [...set.map((j) => between[i]?.[j] as number), outcome[i] as number]);
    for (let p = 0; p < rows.length; p += 1) {
      for (let i = 0; i < rows.length; i += 1) {
        if (i === p) continue;
        const factor = (rows[i]?.[p] as number) / (rows[p]?.[p] as number);
        rows[i] = (rows[i] as number[]).map((value, j) => value - factor * (rows[p]?.[j] as number));
      }
    }
    return set.reduce(
      (sum, i, p) => sum + ((rows[p]?.at(-1) as number) / (rows[p]?.[p] as number)) * (outcome[i] as number),
      0,
    );
  };
  return outcome.map((_, own) => {
    let total = 0;
    for (let mask = 0; mask < 2 ** size; mask += 1) {
      if (mask & (1 << own)) continue;
      const set = outcome.flatMap((__, i) => (mask & (1 << i) ? i : []));
      const weight = (factorial(set.length) * factorial(size - set.length - 1)) / factorial(size);
      total += weight * (rSquared([...set, own]) - rSquared(set));
    }
    return total;
  });
}
