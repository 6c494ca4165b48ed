/**
 * The x with A·x = b, for a small square A; null where A is singular to rounding.
 * Source: Gaussian elimination with partial pivoting.
 */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length;
  const rows = a.map((row, index) => [...row, b[index] as number]);
  const largest = Math.max(0, ...rows.flatMap((row) => row.slice(0, n).map(Math.abs)));
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1) {
      if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, pivot, column))) pivot = row;
    }
    if (!(Math.abs(cell(rows, pivot, column)) > largest * 1e-14)) return null;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let row = column + 1; row < n; row += 1) {
      const factor = cell(rows, row, column) / cell(rows, column, column);
      const target = rows[row] as number[];
      for (let k = column; k <= n; k += 1) target[k] = (target[k] as number) - factor * cell(rows, column, k);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = cell(rows, row, n);
    for (let k = row + 1; k < n; k += 1) sum -= cell(rows, row, k) * (x[k] as number);
    x[row] = sum / cell(rows, row, row);
  }
  return x;
}

const cell = (rows: readonly (readonly number[])[], row: number, column: number): number =>
  (rows[row] as readonly number[])[column] as number;
