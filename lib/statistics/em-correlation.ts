import { atOnce } from './at-once';
import { invert } from './cholesky';
import { drawnCorrelations } from './em-draws';
import { correlationOf, type Moments, type Pattern, patternsOf, pull, ridged } from './em-patterns';
import { mirror, product, takePart } from './square-matrix';

/** A table of people by columns, in rows; null: not known of this person. */
export type Incomplete = readonly (readonly (number | null)[])[];

/** Correlations made from rows that lack much of what they could say. */
export interface EmCorrelation {
  /** Square, the diagonal is 1. */
  readonly matrix: number[][];
  /**
   * Draws the matrices that so many other samples of the same size would give, in parts; `unit` gives numbers 0 ≤ x < 1.
   */
  readonly drawn: (unit: () => number, count: number) => Generator<void, number[][][]>;
}

const ITERATIONS = 40;
/** A step that moves nothing by more has arrived: all further ones would only move the last digits. */
const ARRIVED = 1e-13;
/** Multiplications, about, before whoever asked may do something else. */
const AT_ONCE = 400_000;

/**
 * The correlation matrix of columns that are only partly filled, by the EM algorithm for a multivariate normal, with a
 * ridge of five pseudo-observations. Null where a column has fewer than two different values.
 *
 * Other samples are drawn by a linearised bootstrap (`em-draws.ts`). It spares the 40 iterations of every draw.
 *
 * Source: Dempster, Laird & Rubin, JRSS B 39 (1977) 1.
 */
export function emCorrelation(table: Incomplete): EmCorrelation | null {
  return atOnce(emCorrelationInParts(table));
}

/** As {@link emCorrelation}, stopping every few milliseconds, so that whoever runs it may do something else. */
export function* emCorrelationInParts(table: Incomplete): Generator<void, EmCorrelation | null> {
  const width = table[0]?.length ?? 0;
  const people = table.length;
  const rows = yield* standardised(table, width);
  if (rows === null) return null;
  const patterns = yield* patternsOf(rows, width, people);
  let settled = startOf(width);
  for (let round = 0, still = false; round < ITERATIONS && !still; round += 1) {
    const next = yield* step(patterns, rows, settled);
    still = furthest(next.spread, settled.spread) < ARRIVED && furthest(next.means, settled.means) < ARRIVED;
    settled = next;
  }
  return {
    matrix: correlationOf(settled.spread, width, people),
    drawn: (unit, count) =>
      drawnCorrelations({ rows, patterns, settled, iterations: ITERATIONS }, unit, count),
  };
}

/** Every column with mean 0 and variance 1 over those who know it, row by row; NaN where it is not known. */
function* standardised(table: Incomplete, width: number): Generator<void, Float64Array | null> {
  const rows = new Float64Array(table.length * width).fill(Number.NaN);
  for (let column = 0; column < width; column += 1) {
    let [sum, n] = [0, 0];
    for (let person = 0; person < table.length; person += 1) {
      const value = table[person]?.[column] ?? null;
      if (value === null) continue;
      rows[person * width + column] = value;
      sum += value;
      n += 1;
    }
    const mean = sum / n;
    let squares = 0;
    for (let place = column; place < rows.length; place += width) {
      const value = rows[place] as number;
      if (!Number.isNaN(value)) squares += (value - mean) ** 2;
    }
    if (!(squares > 0)) return null;
    const deviation = Math.sqrt(squares / n);
    for (let place = column; place < rows.length; place += width) {
      rows[place] = ((rows[place] as number) - mean) / deviation;
    }
    yield;
  }
  return rows;
}

const furthest = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, value, place) => Math.max(most, Math.abs(value - (other[place] as number))), 0);

function startOf(width: number): Moments {
  const spread = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) spread[i * width + i] = 1;
  return { means: new Float64Array(width), spread };
}

/**
 * One EM step: the moments of what everybody is expected to be, given what is known of them. People of whom little is
 * known are reckoned by the covariance of that, all others by how what they lack depends on the rest: whichever is the
 * smaller matrix.
 */
function* step(
  patterns: readonly Pattern[],
  rows: Float64Array,
  { means, spread }: Moments,
): Generator<void, Moments> {
  const width = means.length;
  const people = rows.length / width;
  const covariance = ridged(spread, width, people);
  const precision = covariance.slice();
  invert(precision, width);
  // Deviations from the old means that are expected and the upper triangle of their products: in full, or still to be
  // turned by the covariance.
  const [sums, products] = [new Float64Array(width), new Float64Array(width * width)];
  const [pulls, turns] = [new Float64Array(width), new Float64Array(width * width)];
  const full = new Float64Array(width);
  const filling = spaceFor(width);
  const inverse = new Float64Array(width * width);
  let turned = 0;
  let done = 0;
  for (const pattern of patterns) {
    const { known, unknown } = pattern;
    if (known.length <= unknown.length) {
      turned += pattern.people.length;
      takePart(inverse, covariance, known, width);
      invert(inverse, known.length);
      for (const person of pattern.people) {
        pull(full, rows, person, means, known, inverse);
        for (let i = 0; i < known.length; i += 1) {
          const row = known[i] as number;
          const own = full[i] as number;
          pulls[row] = (pulls[row] as number) + own;
          for (let j = i; j < known.length; j += 1) {
            const place = row * width + (known[j] as number);
            turns[place] = (turns[place] as number) + own * (full[j] as number);
          }
        }
      }
      addBlock(turns, known, inverse, -pattern.people.length, width);
    } else {
      findFilling(filling, pattern, precision, width);
      for (const person of pattern.people) {
        fill(full, rows, person, means, pattern, filling);
        for (let i = 0; i < width; i += 1) {
          const own = full[i] as number;
          sums[i] = (sums[i] as number) + own;
          for (let j = i, place = i * width + i; j < width; j += 1, place += 1) {
            products[place] = (products[place] as number) + own * (full[j] as number);
          }
        }
      }
      addBlock(products, unknown, filling.rest, pattern.people.length, width);
    }
    done +=
      pattern.people.length * width * Math.min(known.length, width / 2) + known.length * unknown.length ** 2;
    if (done > AT_ONCE) {
      done = 0;
      yield;
    }
  }
  for (const matrix of [products, turns]) mirror(matrix, width);
  const back = product(product(covariance, turns, width), covariance, width);
  const shift = sums.map((own, i) => {
    let sum = own;
    for (let j = 0; j < width; j += 1) sum += (covariance[i * width + j] as number) * (pulls[j] as number);
    return sum / people;
  });
  yield;
  return {
    means: means.map((mean, i) => mean + (shift[i] as number)),
    spread: products.map((sum, place) => {
      const own = sum + (back[place] as number) + turned * (covariance[place] as number);
      return own / people - (shift[Math.floor(place / width)] as number) * (shift[place % width] as number);
    }),
  };
}

/** Adds the upper triangle of a block to those columns. */
function addBlock(
  matrix: Float64Array,
  columns: Int32Array,
  block: Float64Array,
  times: number,
  width: number,
): void {
  const size = columns.length;
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const place = (columns[i] as number) * width + (columns[j] as number);
      matrix[place] = (matrix[place] as number) + times * (block[i * size + j] as number);
    }
  }
}

/** How what a pattern does not know follows from what it knows: unknown = slope · known, give or take `rest`. */
type Filling = { slope: Float64Array; rest: Float64Array };

/** Room for the filling of any pattern: most of the time would go into giving each its own. */
const spaceFor = (width: number): Filling => ({
  slope: new Float64Array(width * width),
  rest: new Float64Array(width * width),
});

/** By the precision, the inverse of all covariances: where little is unknown, little has to be inverted. */
function findFilling(
  { slope, rest }: Filling,
  { known, unknown }: Pattern,
  precision: Float64Array,
  width: number,
): void {
  const [k, u] = [known.length, unknown.length];
  takePart(rest, precision, unknown, width);
  invert(rest, u);
  slope.fill(0, 0, u * k);
  for (let a = 0; a < u; a += 1) {
    for (let b = 0; b < u; b += 1) {
      const factor = rest[a * u + b] as number;
      const row = (unknown[b] as number) * width;
      for (let i = 0; i < k; i += 1) {
        const place = a * k + i;
        slope[place] = (slope[place] as number) - factor * (precision[row + (known[i] as number)] as number);
      }
    }
  }
}

/** Writes a person's deviations from the means, those that are not known as they are expected. */
function fill(
  full: Float64Array,
  rows: Float64Array,
  person: number,
  means: Float64Array,
  { known, unknown }: Pattern,
  { slope }: Filling,
): void {
  const [width, k] = [means.length, known.length];
  for (let i = 0; i < k; i += 1) {
    const column = known[i] as number;
    full[column] = (rows[person * width + column] as number) - (means[column] as number);
  }
  for (let a = 0; a < unknown.length; a += 1) {
    let sum = 0;
    for (let i = 0; i < k; i += 1) {
      sum += (slope[a * k + i] as number) * (full[known[i] as number] as number);
    }
    full[unknown[a] as number] = sum;
  }
}
