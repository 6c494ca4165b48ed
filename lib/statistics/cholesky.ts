/**
 * The lower triangle L with A = L·Lᵀ of a symmetric positive definite matrix, flat and row by row; above the diagonal it
 * is 0. Only the lower triangle is read. Where rounding leaves a pivot of 0 or less, the smallest positive one is taken.
 * In parts, row by row: a large one takes long.
 */
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
  let j = 0;
  // Four sums at a time, of which none waits for another; then what they still owe one another.
  for (; j + 3 < row; j += 4) {
    const [p, q, r, s] = [j * size, (j + 1) * size, (j + 2) * size, (j + 3) * size];
    let a = matrix[own + j] as number;
    let b = matrix[own + j + 1] as number;
    let c = matrix[own + j + 2] as number;
    let d = matrix[own + j + 3] as number;
    for (let k = 0; k < j; k += 1) {
      const known = root[own + k] as number;
      a -= known * (root[p + k] as number);
      b -= known * (root[q + k] as number);
      c -= known * (root[r + k] as number);
      d -= known * (root[s + k] as number);
    }
    a /= root[p + j] as number;
    b = (b - a * (root[q + j] as number)) / (root[q + j + 1] as number);
    c -= a * (root[r + j] as number) + b * (root[r + j + 1] as number);
    c /= root[r + j + 2] as number;
    d -= a * (root[s + j] as number) + b * (root[s + j + 1] as number) + c * (root[s + j + 2] as number);
    root[own + j] = a;
    root[own + j + 1] = b;
    root[own + j + 2] = c;
    root[own + j + 3] = d / (root[s + j + 3] as number);
  }
  for (; j <= row; j += 1) {
    const other = j * size;
    let sum = matrix[own + j] as number;
    for (let k = 0; k < j; k += 1) sum -= (root[own + k] as number) * (root[other + k] as number);
    root[own + j] = row === j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / (root[other + j] as number);
  }
}

const LEAST_PIVOT = 1e-12;

/** Rows that are written side by side, so that each line of memory is fetched once. */
const BLOCK = 32;

/** Another matrix, with rows and columns exchanged; in parts. */
export function* transposed(matrix: Float64Array, size: number): Generator<void, Float64Array> {
  const found = new Float64Array(size * size);
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    for (let j = 0; j < size; j += 1) {
      for (let i = from; i < to; i += 1) found[j * size + i] = matrix[i * size + j] as number;
    }
    yield;
  }
  return found;
}

/** Writes L⁻¹·v in place of v, which begins at `from`; L is the root. */
export function turnIn(root: Float64Array, vector: Float64Array, from: number, width: number): void {
  for (let i = 0; i < width; i += 1) {
    let sum = vector[from + i] as number;
    for (let j = 0; j < i; j += 1) sum -= (root[i * width + j] as number) * (vector[from + j] as number);
    vector[from + i] = sum / (root[i * width + i] as number);
  }
}

/** Room for one column: giving each call its own would take as long as small inverses. */
let room = new Float64Array(64);

/**
 * Writes the inverse of a symmetric positive definite matrix in its place, by sweeping out one row after the other. Its
 * diagonal needs no exchange of rows, and only the lower triangle is reckoned.
 */
export function invert(matrix: Float64Array, size: number): void {
  if (room.length < size) room = new Float64Array(size);
  const column = room;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = pivot * size;
    const by = 1 / Math.max(matrix[own + pivot] as number, LEAST_PIVOT);
    for (let i = 0; i < pivot; i += 1) column[i] = matrix[own + i] as number;
    for (let i = pivot + 1; i < size; i += 1) column[i] = matrix[i * size + pivot] as number;
    for (let i = 0; i < size; i += 1) {
      if (i === pivot) continue;
      const factor = (column[i] as number) * by;
      for (let j = 0, place = i * size; j <= i; j += 1, place += 1) {
        matrix[place] = (matrix[place] as number) - factor * (column[j] as number);
      }
    }
    for (let i = 0; i < pivot; i += 1) matrix[own + i] = (column[i] as number) * by;
    for (let i = pivot + 1; i < size; i += 1) matrix[i * size + pivot] = (column[i] as number) * by;
    matrix[own + pivot] = -by;
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = -(matrix[i * size + j] as number);
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
}
