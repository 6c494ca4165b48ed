/**
 * Right sides that are reckoned together: each number of a large matrix is read once for all of them, and no sum waits
 * for the one before. Eight numbers of the same place stand beside one another: side s of place i is at 8·i + s.
 */
export const SIDES = 8;

/** A triangle as the rows of L and, for the way back, the rows of Lᵀ; both square and flat. */
export type Triangle = { lower: Float64Array; upper: Float64Array; size: number };

/** Writes L⁻¹·X in place of X. */
export function eightIn({ lower, size }: Triangle, x: Float64Array): void {
  for (let i = 0; i < size; i += 1) subtractAndDivide(x, i, lower, i * size, 0, i);
}

/** Writes L⁻ᵀ·X in place of X. */
export function eightBack({ upper, size }: Triangle, x: Float64Array): void {
  for (let i = size - 1; i >= 0; i -= 1) subtractAndDivide(x, i, upper, i * size, i + 1, size);
}

function subtractAndDivide(
  x: Float64Array,
  i: number,
  matrix: Float64Array,
  row: number,
  from: number,
  to: number,
): void {
  const own = i * SIDES;
  let a = x[own] as number;
  let b = x[own + 1] as number;
  let c = x[own + 2] as number;
  let d = x[own + 3] as number;
  let e = x[own + 4] as number;
  let f = x[own + 5] as number;
  let g = x[own + 6] as number;
  let h = x[own + 7] as number;
  for (let j = from, at = from * SIDES; j < to; j += 1, at += SIDES) {
    const factor = matrix[row + j] as number;
    a -= factor * (x[at] as number);
    b -= factor * (x[at + 1] as number);
    c -= factor * (x[at + 2] as number);
    d -= factor * (x[at + 3] as number);
    e -= factor * (x[at + 4] as number);
    f -= factor * (x[at + 5] as number);
    g -= factor * (x[at + 6] as number);
    h -= factor * (x[at + 7] as number);
  }
  const by = 1 / (matrix[row + i] as number);
  x[own] = a * by;
  x[own + 1] = b * by;
  x[own + 2] = c * by;
  x[own + 3] = d * by;
  x[own + 4] = e * by;
  x[own + 5] = f * by;
  x[own + 6] = g * by;
  x[own + 7] = h * by;
}

/**
 * Writes L·X, or Lᵀ·X, in place of X.
 *
 * @param length numbers in a row of X: 8, or more where the sides have several columns
 */
export function turnRows(
  { lower, upper, size }: Triangle,
  x: Float64Array,
  length: number,
  transposed: boolean,
): void {
  const matrix = transposed ? upper : lower;
  for (let step = 0; step < size; step += 1) {
    // In an order in which no row is read after it was written.
    const i = transposed ? step : size - 1 - step;
    const own = i * length;
    const diagonal = matrix[i * size + i] as number;
    for (let k = 0; k < length; k += 1) x[own + k] = diagonal * (x[own + k] as number);
    const [from, to] = transposed ? [i + 1, size] : [0, i];
    for (let j = from; j < to; j += 1) {
      const factor = matrix[i * size + j] as number;
      const other = j * length;
      for (let k = 0; k < length; k += 1) {
        x[own + k] = (x[own + k] as number) + factor * (x[other + k] as number);
      }
    }
  }
}

/** Writes L·S·Lᵀ, or Lᵀ·S·L, in place of eight symmetric matrices S: side s of the place (i, j) is at 8·(i·size + j) + s. */
export function turnSquares(triangle: Triangle, squares: Float64Array, transposed: boolean): void {
  const { size } = triangle;
  turnRows(triangle, squares, size * SIDES, transposed);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [low, high] = [(i * size + j) * SIDES, (j * size + i) * SIDES];
      for (let side = 0; side < SIDES; side += 1) {
        const kept = squares[low + side] as number;
        squares[low + side] = squares[high + side] as number;
        squares[high + side] = kept;
      }
    }
  }
  turnRows(triangle, squares, size * SIDES, transposed);
}
