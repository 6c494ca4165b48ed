import { normalDensity } from './normal';

/** How much of a new point goes into the average; the smaller, the smaller the lasting changes that are found. */
export const EWMA_WEIGHT = 0.2;

/** Points of Gauss's quadrature: more change no digit that is shown. */
const NODES = 40;

/**
 * How many points pass on average before an exponentially weighted average of independent standard normal numbers
 * leaves ±limit·√(λ/(2 − λ)) by chance, starting from 0.
 * Source: the integral equation of Crowder, Technometrics 29 (1987) 401, by Gauss–Legendre quadrature.
 * @example ewmaRunLength(3, 0.25) // 502.9
 */
export function ewmaRunLength(limit: number, weight: number = EWMA_WEIGHT): number {
  const end = limit * Math.sqrt(weight / (2 - weight));
  const { nodes, weights } = gaussLegendre(NODES);
  const at = nodes.map((node) => node * end);
  const share = (from: number, to: number) => normalDensity((to - (1 - weight) * from) / weight) / weight;
  const rows = at.map((from, row) => [
    ...at.map((to, column) => (row === column ? 1 : 0) - (weights[column] as number) * end * share(from, to)),
    1,
  ]);
  const lengths = solved(rows);
  return at.reduce(
    (sum, to, index) => sum + (weights[index] as number) * end * share(0, to) * (lengths[index] as number),
    1,
  );
}

/**
 * The limit, in standard deviations, that chance leaves every `runLength` points on average; within 1 … 6.
 * @example ewmaLimit(500) // 2.962
 */
export function ewmaLimit(runLength: number, weight: number = EWMA_WEIGHT): number {
  let low = 1;
  let high = 6;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (ewmaRunLength(middle, weight) < runLength) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where to look at a function on −1…1, and how much each place counts. Roots of Legendre's polynomial by Newton. */
function gaussLegendre(size: number): { nodes: number[]; weights: number[] } {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let index = 0; index < size; index += 1) {
    let x = Math.cos((Math.PI * (index + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      let before = 1;
      let now = x;
      for (let degree = 2; degree <= size; degree += 1) {
        [before, now] = [now, ((2 * degree - 1) * x * now - (degree - 1) * before) / degree];
      }
      slope = (size * (x * now - before)) / (x * x - 1);
      const move = now / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

/** The unknowns of linear equations, the right side as last column. Gauss with the greatest pivot. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let step = 0; step < size; step += 1) {
    let pivot = step;
    for (let row = step + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[step] as number) > Math.abs(rows[pivot]?.[step] as number)) pivot = row;
    }
    [rows[step], rows[pivot]] = [rows[pivot] as number[], rows[step] as number[]];
    const first = rows[step] as number[];
    for (let row = step + 1; row < size; row += 1) {
      const other = rows[row] as number[];
      const factor = (other[step] as number) / (first[step] as number);
      for (let column = step; column <= size; column += 1) {
        other[column] = (other[column] as number) - factor * (first[column] as number);
      }
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const own = rows[row] as number[];
    let rest = own[size] as number;
    for (let column = row + 1; column < size; column += 1) {
      rest -= (own[column] as number) * (found[column] as number);
    }
    found[row] = rest / (own[row] as number);
  }
  return found;
}
