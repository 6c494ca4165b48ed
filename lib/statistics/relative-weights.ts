import { type Matrix, symmetricEigen } from './symmetric-eigen';

/** How much of an outcome's variance goes along with each predictor; the weights add up to R². */
export interface RelativeWeights {
  /** 0…1 each, in the order of the predictors. */
  readonly weights: number[];
  /** 0…1 */
  readonly rSquared: number;
}

/** Below this an eigenvalue is taken for this: a matrix that was put together of pairs can lack a direction. */
const LEAST_EIGENVALUE = 1e-8;

/**
 * Johnson's relative weights from correlations alone: the predictors are turned into the closest uncorrelated ones, and
 * what those explain is handed back. It says what moves together, not what causes what.
 *
 * @param between correlations of the predictors with one another; the diagonal is 1
 * @param outcome correlations of the predictors with the outcome, in the same order
 * Source: Johnson, Multivariate Behavioral Research 35 (2000) 1; the same as Genizi, Statistica Sinica 3 (1993) 407.
 */
export function relativeWeights(between: Matrix, outcome: readonly number[]): RelativeWeights {
  const { values, vectors } = symmetricEigen(between);
  const roots = values.map((value) => Math.sqrt(Math.max(value, LEAST_EIGENVALUE)));
  const size = outcome.length;
  // V ∆ Vᵀ and its inverse share the vectors.
  const turned = new Float64Array(size);
  const stretched = new Float64Array(size * size);
  for (const [i, row] of vectors.entries()) {
    for (let k = 0; k < size; k += 1) {
      turned[k] = (turned[k] as number) + (row[k] as number) * (outcome[i] as number);
      stretched[i * size + k] = (row[k] as number) * (roots[k] as number);
    }
  }
  const squaredSlopes = vectors.map(
    (row) =>
      row.reduce((sum, part, k) => sum + (part * (turned[k] as number)) / (roots[k] as number), 0) ** 2,
  );
  const weights = vectors.map((_, i) => {
    let weight = 0;
    for (let k = 0; k < size; k += 1) {
      const other = vectors[k] as number[];
      let loading = 0;
      for (let m = 0; m < size; m += 1) {
        loading += (stretched[i * size + m] as number) * (other[m] as number);
      }
      weight += loading ** 2 * (squaredSlopes[k] as number);
    }
    return weight;
  });
  return { weights, rSquared: weights.reduce((sum, weight) => sum + weight, 0) };
}
