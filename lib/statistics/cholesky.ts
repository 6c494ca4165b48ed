/**
 * The lower triangle L with A = L·Lᵀ of a symmetric positive definite matrix, flat and row by row; above the diagonal it
 * is 0. Only the lower triangle is read. Where rounding leaves a pivot of 0 or less, the smallest positive one is taken.
 */
export function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const parts = choleskyInParts(matrix, size);
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

/** As {@link choleskyOf}, row by row, for large matrices of which it takes long. */
export function* choleskyInParts(matrix: Float64Array, size: number): Generator<void, Float64Array> {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    findRow(root, matrix, row, size);
    yield;
  }
  return root;
}

function findRow(root: Float64Array, matrix: Float64Array, row: number, size: number): void {
  const own = row * size;
  for (let j = 0; j <= row; j += 1) {
    const other = j * size;
    let sum = matrix[own + j] as number;
    for (let k = 0; k < j; k += 1) sum -= (root[own + k] as number) * (root[other + k] as number);
    root[own + j] = row === j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / (root[other + j] as number);
  }
}

const LEAST_PIVOT = 1e-12;

/** Writes L⁻¹·v in place of v, which begins at `from`; L is the root. */
export function turnIn(root: Float64Array, vector: Float64Array, from: number, width: number): void {
  for (let i = 0; i < width; i += 1) {
    let sum = vector[from + i] as number;
    for (let j = 0; j < i; j += 1) sum -= (root[i * width + j] as number) * (vector[from + j] as number);
    vector[from + i] = sum / (root[i * width + i] as number);
  }
}

/** Writes L·v in place of v, which begins at `from`. */
export function turnOut(root: Float64Array, vector: Float64Array, from: number, width: number): void {
  for (let i = width - 1; i >= 0; i -= 1) {
    let sum = 0;
    for (let j = 0; j <= i; j += 1) sum += (root[i * width + j] as number) * (vector[from + j] as number);
    vector[from + i] = sum;
  }
}

/** Writes the x with A·x = b in place of b, by the root of A. */
export function solveBy(root: Float64Array, x: Float64Array): void {
  const size = x.length;
  turnIn(root, x, 0, size);
  for (let i = size - 1; i >= 0; i -= 1) {
    const own = (x[i] as number) / (root[i * size + i] as number);
    x[i] = own;
    for (let j = 0; j < i; j += 1) x[j] = (x[j] as number) - (root[i * size + j] as number) * own;
  }
}

/** Writes the inverse of a symmetric positive definite matrix in its place. Its diagonal needs no exchange of rows. */
export function invert(matrix: Float64Array, size: number): void {
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = pivot * size;
    const by = 1 / Math.max(matrix[own + pivot] as number, LEAST_PIVOT);
    matrix[own + pivot] = 1;
    for (let j = 0; j < size; j += 1) matrix[own + j] = (matrix[own + j] as number) * by;
    for (let i = 0; i < size; i += 1) {
      if (i === pivot) continue;
      const row = i * size;
      const factor = matrix[row + pivot] as number;
      matrix[row + pivot] = 0;
      for (let j = 0; j < size; j += 1) {
        matrix[row + j] = (matrix[row + j] as number) - factor * (matrix[own + j] as number);
      }
    }
  }
}
