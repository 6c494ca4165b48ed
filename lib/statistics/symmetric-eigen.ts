/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** `vectors[row][k]` is the part of the k-th vector along `row`; vectors are orthonormal and have no fixed sign. */
export interface Eigen {
  readonly values: number[];
  readonly vectors: number[][];
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues, not in any order, and eigenvectors of a symmetric matrix: A = V · diag(values) · Vᵀ.
 * Only the upper triangle is read. Source: Jacobi's rotations, as in Golub & Van Loan, Matrix Computations, 8.5.
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length;
  const a = matrix.map((row, i) => row.map((_, j) => at(matrix, Math.min(i, j), Math.max(i, j))));
  const v = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        all += at(a, i, j) ** 2;
        if (j > i) off += at(a, i, j) ** 2;
      }
    }
    if (off <= 1e-26 * all) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i] as number), vectors: v };
}

/** Turns the plane of p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = at(a, p, q);
  if (apq === 0) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (rows: number[][]) => {
    for (const row of rows) {
      const [x, y] = [row[p] as number, row[q] as number];
      row[p] = cosine * x - sine * y;
      row[q] = sine * x + cosine * y;
    }
  };
  turn(a);
  const [first, second] = [a[p] as number[], a[q] as number[]];
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [first[k] as number, second[k] as number];
    first[k] = cosine * x - sine * y;
    second[k] = sine * x + cosine * y;
  }
  turn(v);
}

const at = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] as number;
