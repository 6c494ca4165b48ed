/** Writes the part of a symmetric matrix that these columns span. Square matrices are flat here, row by row. */
export function takePart(part: Float64Array, matrix: Float64Array, columns: Int32Array, width: number): void {
  const size = columns.length;
  for (let i = 0, place = 0; i < size; i += 1) {
    const row = (columns[i] as number) * width;
    for (let j = 0; j < size; j += 1, place += 1)
      part[place] = matrix[row + (columns[j] as number)] as number;
  }
}

/** Writes the upper triangle over the lower one. */
export function mirror(matrix: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) matrix[i * width + j] = matrix[j * width + i] as number;
  }
}

/** The product of two square matrices. */
export function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const found = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const factor = a[i * size + k] as number;
      if (factor === 0) continue;
      for (let j = 0; j < size; j += 1) {
        found[i * size + j] = (found[i * size + j] as number) + factor * (b[k * size + j] as number);
      }
    }
  }
  return found;
}

/** Turns a symmetric matrix from its left and its right; `turn` turns one row, which begins at `from`. */
export function turnBothSides(
  turn: (root: Float64Array, row: Float64Array, from: number, width: number) => void,
  root: Float64Array,
  matrix: Float64Array,
  width: number,
): void {
  for (let side = 0; side < 2; side += 1) {
    for (let row = 0; row < width; row += 1) turn(root, matrix, row * width, width);
    transpose(matrix, width);
  }
}

function transpose(matrix: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [low, high] = [i * width + j, j * width + i];
      const kept = matrix[low] as number;
      matrix[low] = matrix[high] as number;
      matrix[high] = kept;
    }
  }
}
