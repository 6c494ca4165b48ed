import { choleskyInParts, choleskyOf, invert, solveBy, turnIn, turnOut } from './cholesky';
import { mirror, product, takePart, turnBothSides } from './square-matrix';

/** A table of people by columns, in rows; null: not known of this person. */
export type Incomplete = readonly (readonly (number | null)[])[];

/** Correlations made from rows that lack much of what they could say. */
export interface EmCorrelation {
  /** Square, the diagonal is 1. */
  readonly matrix: number[][];
  /** Draws the matrix that another sample of the same size would give; `unit` gives numbers 0 ≤ x < 1. */
  readonly draw: (unit: () => number) => number[][];
}

/** Answers that the ridge counts as, of columns that do not move together. */
const PRIOR_ROWS = 5;
const ITERATIONS = 40;
/** People on whom is measured how far a resampled step is carried on; more would only take longer. */
const MOST_FOR_RATE = 300;
/** The 40 steps of a draw are taken as this many leaps. */
const LEAPS = 4;
/** Patterns that are reckoned before whoever asked may do something else. */
const PATTERNS_AT_ONCE = 100;

/** People who know the same columns. */
type Pattern = { known: Int32Array; unknown: Int32Array; people: number[] };

/** Means and covariances, the latter square and flat, without the ridge. */
type Moments = { means: Float64Array; spread: Float64Array };

/**
 * The correlation matrix of columns that are only partly filled, by the EM algorithm for a multivariate normal, with a
 * ridge of five pseudo-observations. Null where a column has fewer than two different values.
 *
 * Another sample is drawn by a linearised bootstrap: people are drawn with replacement, one EM step is taken with them,
 * and carried on to where 40 steps would end by the rate of EM, in four implicit leaps. It spares the 40 iterations of
 * every draw.
 *
 * Source: Dempster, Laird & Rubin, JRSS B 39 (1977) 1; the rate of EM: Meng & Rubin, JASA 86 (1991) 899.
 */
export function emCorrelation(table: Incomplete): EmCorrelation | null {
  const parts = emCorrelationInParts(table);
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

/** As {@link emCorrelation}, stopping every few milliseconds, so that whoever runs it may do something else. */
export function* emCorrelationInParts(table: Incomplete): Generator<void, EmCorrelation | null> {
  const width = table[0]?.length ?? 0;
  const people = table.length;
  const rows = standardised(table, width);
  if (rows === null) return null;
  const patterns = patternsOf(rows, width, rows.length);
  let settled = startOf(width);
  for (let round = 0; round < ITERATIONS; round += 1) settled = yield* step(patterns, rows, settled);
  const covariance = ridged(settled.spread, width, people);
  yield;
  const pulls = yield* pullsOf(patterns, rows, settled.means, covariance);
  const carry = yield* carriageOf(patternsOf(rows, width, MOST_FOR_RATE), covariance, people);
  const counts = new Int32Array(people);
  return {
    matrix: correlationOf(settled.spread, width, people),
    draw(unit) {
      counts.fill(0);
      for (let person = 0; person < people; person += 1) {
        const drawn = Math.floor(unit() * people);
        counts[drawn] = (counts[drawn] as number) + 1;
      }
      const { means, spread } = carry(movedBy(counts, pulls, covariance, settled));
      for (let i = 0, place = 0; i < width; i += 1) {
        for (let j = 0; j < width; j += 1, place += 1) {
          const shift = (means[i] as number) * (means[j] as number);
          spread[place] = (spread[place] as number) + (settled.spread[place] as number) - shift;
        }
      }
      return correlationOf(spread, width, people);
    },
  };
}

const triangle = (width: number): number => (width * (width + 1)) / 2;

/** Every column with mean 0 and variance 1 over those who know it, row by row; NaN where it is not known. */
function standardised(table: Incomplete, width: number): Float64Array | null {
  const rows = new Float64Array(table.length * width).fill(Number.NaN);
  for (let column = 0; column < width; column += 1) {
    const known = table.flatMap((row) => row[column] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    if (!(variance > 0)) return null;
    const deviation = Math.sqrt(variance);
    for (const [person, row] of table.entries()) {
      const value = row[column] ?? null;
      if (value !== null) rows[person * width + column] = (value - mean) / deviation;
    }
  }
  return rows;
}

/** The patterns of all people, or of about `most` of them where there are more, taken evenly. */
function patternsOf(rows: Float64Array, width: number, most: number): Pattern[] {
  const people = rows.length / Math.max(1, width);
  const stride = Math.max(1, Math.floor(people / most));
  const found = new Map<string, Pattern>();
  for (let person = 0; person < people; person += stride) {
    const row = rows.subarray(person * width, (person + 1) * width);
    const known = columnsOf(row, (value) => !Number.isNaN(value));
    const key = String.fromCharCode(...known);
    const pattern = found.get(key);
    if (pattern) pattern.people.push(person);
    else {
      const unknown = Int32Array.from(columnsOf(row, Number.isNaN));
      found.set(key, { known: Int32Array.from(known), unknown, people: [person] });
    }
  }
  return [...found.values()];
}

function columnsOf(row: Float64Array, wanted: (value: number) => boolean): number[] {
  const columns: number[] = [];
  for (let column = 0; column < row.length; column += 1) {
    if (wanted(row[column] as number)) columns.push(column);
  }
  return columns;
}

function startOf(width: number): Moments {
  const spread = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) spread[i * width + i] = 1;
  return { means: new Float64Array(width), spread };
}

/** Covariances with the ridge in them; n is how many people they are of. */
function ridged(spread: Float64Array, width: number, n: number): Float64Array {
  const covariance = spread.slice();
  for (let place = 0; place < covariance.length; place += 1) {
    const diagonal = place % (width + 1) === 0;
    covariance[place] = (n * (spread[place] as number) + (diagonal ? PRIOR_ROWS : 0)) / (n + PRIOR_ROWS);
  }
  return covariance;
}

function correlationOf(spread: Float64Array, width: number, n: number): number[][] {
  const covariance = ridged(spread, width, n);
  const deviations = Array.from({ length: width }, (_, i) =>
    Math.sqrt(Math.max(covariance[i * width + i] as number, 1e-9)),
  );
  return deviations.map((own, i) =>
    deviations.map((other, j) => {
      if (i === j) return 1;
      return Math.max(-1, Math.min(1, (covariance[i * width + j] as number) / (own * other)));
    }),
  );
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
  for (let at = 0; at < patterns.length; at += 1) {
    const pattern = patterns[at] as Pattern;
    const { known, unknown } = pattern;
    if (known.length <= unknown.length) {
      turned += pattern.people.length;
      takePart(inverse, covariance, known, width);
      invert(inverse, known.length);
      for (const person of pattern.people) {
        pull(full, 0, rows, person, means, known, inverse);
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
    if (at % PATTERNS_AT_ONCE === PATTERNS_AT_ONCE - 1) yield;
  }
  for (const matrix of [products, turns]) mirror(matrix, width);
  const back = product(product(covariance, turns, width), covariance, width);
  const shift = shiftBy(covariance, pulls, people);
  for (let i = 0; i < width; i += 1) shift[i] = (shift[i] as number) + (sums[i] as number) / people;
  yield;
  return {
    means: means.map((mean, i) => mean + (shift[i] as number)),
    spread: products.map((sum, place) => {
      const own = sum + (back[place] as number) + turned * (covariance[place] as number);
      return own / people - (shift[Math.floor(place / width)] as number) * (shift[place % width] as number);
    }),
  };
}

/** Writes K·x of a person at `from`, where K is the inverse of the covariance of what is known. */
function pull(
  target: Float64Array,
  from: number,
  rows: Float64Array,
  person: number,
  means: Float64Array,
  known: Int32Array,
  inverse: Float64Array,
): void {
  const [width, size] = [means.length, known.length];
  for (let i = 0; i < size; i += 1) target[from + i] = 0;
  for (let j = 0; j < size; j += 1) {
    const column = known[j] as number;
    const value = (rows[person * width + column] as number) - (means[column] as number);
    for (let i = 0; i < size; i += 1) {
      target[from + i] = (target[from + i] as number) + (inverse[j * size + i] as number) * value;
    }
  }
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

/** What each person of a pattern adds to an EM step, still to be turned by the covariance. */
type Pulls = {
  known: Int32Array;
  people: readonly number[];
  /** K·x of each person, then the upper triangle of K·x·xᵀ·K − K, where K is the inverse of the covariance of what is known. */
  each: Float64Array;
};

function* pullsOf(
  patterns: readonly Pattern[],
  rows: Float64Array,
  means: Float64Array,
  covariance: Float64Array,
): Generator<void, Pulls[]> {
  const width = means.length;
  const inverse = new Float64Array(width * width);
  const found: Pulls[] = [];
  for (const { known, people } of patterns) {
    const size = known.length;
    takePart(inverse, covariance, known, width);
    invert(inverse, size);
    const length = size + triangle(size);
    const each = new Float64Array(people.length * length);
    for (let at = 0; at < people.length; at += 1) {
      const own = at * length;
      pull(each, own, rows, people[at] as number, means, known, inverse);
      for (let i = 0, place = own + size; i < size; i += 1) {
        const factor = each[own + i] as number;
        for (let j = i; j < size; j += 1, place += 1) {
          each[place] = factor * (each[own + j] as number) - (inverse[i * size + j] as number);
        }
      }
    }
    found.push({ known, people, each });
    if (found.length % PATTERNS_AT_ONCE === 0) yield;
  }
  return found;
}

/** What an EM step moves the settled moments by, with everybody as often as they were drawn. */
function movedBy(
  counts: Int32Array,
  all: readonly Pulls[],
  covariance: Float64Array,
  settled: Moments,
): Moments {
  const width = settled.means.length;
  const pulls = new Float64Array(width);
  const turns = new Float64Array(width * width);
  const sum = new Float64Array(width + triangle(width));
  for (const { known, people, each } of all) {
    const size = known.length;
    const length = size + triangle(size);
    sum.fill(0, 0, length);
    for (let at = 0; at < people.length; at += 1) {
      const times = counts[people[at] as number] as number;
      if (times === 0) continue;
      const own = at * length;
      for (let k = 0; k < length; k += 1) sum[k] = (sum[k] as number) + times * (each[own + k] as number);
    }
    for (let i = 0, place = size; i < size; i += 1) {
      const row = known[i] as number;
      pulls[row] = (pulls[row] as number) + (sum[i] as number);
      for (let j = i; j < size; j += 1, place += 1) {
        const target = row * width + (known[j] as number);
        turns[target] = (turns[target] as number) + (sum[place] as number);
      }
    }
  }
  mirror(turns, width);
  const spread = product(product(covariance, turns, width), covariance, width);
  const people = counts.length;
  for (let place = 0; place < spread.length; place += 1) {
    const stays = (covariance[place] as number) - (settled.spread[place] as number);
    spread[place] = (spread[place] as number) / people + stays;
  }
  return { means: shiftBy(covariance, pulls, people), spread };
}

/** How far pulls move the means of so many people. */
function shiftBy(covariance: Float64Array, pulls: Float64Array, people: number): Float64Array {
  const width = pulls.length;
  return pulls.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < width; j += 1) sum += (covariance[i * width + j] as number) * (pulls[j] as number);
    return sum / people;
  });
}

/**
 * What ITERATIONS steps make of a small shift v of the first: v + M·v + M²·v + …, where M is the rate of EM, how much of
 * a shift of the moments is left after a step. That is the flow y′ = v − (1 − M)·y, taken in leaps of an implicit Euler.
 *
 * With the sums that the settled moments expect, M is known in closed form: a shift D of the covariances becomes
 * D − P·D·P on the average over all patterns, and one d of the means d − P·d, where P fills in what a pattern lacks. By the
 * root of the covariance P is a plain projection and 1 − M symmetric.
 */
function* carriageOf(
  patterns: readonly Pattern[],
  covariance: Float64Array,
  people: number,
): Generator<void, (moved: Moments) => Moments> {
  const width = Math.sqrt(covariance.length);
  const size = triangle(width);
  const root = choleskyOf(covariance, width);
  const ofMeans = new Float64Array(width * width);
  const ofSpread = new Float64Array(size * size);
  const all = patterns.reduce((sum, { people: own }) => sum + own.length, 0);
  for (const pattern of patterns) {
    addProjection(ofMeans, ofSpread, projectionOf(pattern, root, width), pattern.people.length / all, width);
    yield;
  }
  // The ridge takes a part of every shift of the covariances.
  const kept = people / (people + PRIOR_ROWS);
  const leap = ITERATIONS / LEAPS;
  const shaped = (mean: Float64Array, length: number, share: number) =>
    mean.map((part, place) => {
      const diagonal = place % (length + 1) === 0 ? 1 : 0;
      return diagonal + leap * ((1 - share) * diagonal + share * part);
    });
  const meansRoot = choleskyOf(shaped(ofMeans, width, 1), width);
  const spreadRoot = yield* choleskyInParts(shaped(ofSpread, size, kept), size);
  const leapt = (factor: Float64Array, shift: Float64Array) => {
    const sum = new Float64Array(shift.length);
    for (let round = 0; round < LEAPS; round += 1) {
      for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + leap * (shift[k] as number);
      solveBy(factor, sum);
    }
    return sum;
  };
  return (moved) => {
    const means = moved.means.slice();
    turnIn(root, means, 0, width);
    const carriedMeans = leapt(meansRoot, means);
    turnOut(root, carriedMeans, 0, width);
    const square = moved.spread.slice();
    turnBothSides(turnIn, root, square, width);
    const flat = new Float64Array(size);
    for (let i = 0, place = 0; i < width; i += 1) {
      for (let j = i; j < width; j += 1, place += 1) {
        flat[place] = (square[i * width + j] as number) * (i === j ? 1 : Math.SQRT2);
      }
    }
    const carried = leapt(spreadRoot, flat);
    for (let i = 0, place = 0; i < width; i += 1) {
      for (let j = i; j < width; j += 1, place += 1) {
        square[i * width + j] = (carried[place] as number) / (i === j ? 1 : Math.SQRT2);
      }
    }
    mirror(square, width);
    turnBothSides(turnOut, root, square, width);
    return { means: carriedMeans, spread: square };
  };
}

/** The projection onto what a pattern knows, by the root of the covariance. */
function projectionOf({ known }: Pattern, root: Float64Array, width: number): Float64Array {
  // The rows of the root that are known span it; by Gram and Schmidt, twice for the rounding.
  const basis: Float64Array[] = [];
  for (const column of known) {
    const vector = root.slice(column * width, (column + 1) * width);
    for (let round = 0; round < 2; round += 1) {
      for (const other of basis) {
        let dot = 0;
        for (let i = 0; i < width; i += 1) dot += (vector[i] as number) * (other[i] as number);
        for (let i = 0; i < width; i += 1) vector[i] = (vector[i] as number) - dot * (other[i] as number);
      }
    }
    const length = Math.hypot(...vector);
    basis.push(vector.map((part) => part / length));
  }
  const projection = new Float64Array(width * width);
  for (const vector of basis) {
    for (let i = 0; i < width; i += 1) {
      for (let j = 0; j < width; j += 1) {
        projection[i * width + j] =
          (projection[i * width + j] as number) + (vector[i] as number) * (vector[j] as number);
      }
    }
  }
  return projection;
}

/** Adds a share of P and of D → P·D·P, the latter over the upper triangles of D with √2 beside the diagonal. */
function addProjection(
  ofMeans: Float64Array,
  ofSpread: Float64Array,
  p: Float64Array,
  share: number,
  width: number,
): void {
  for (let place = 0; place < p.length; place += 1) {
    ofMeans[place] = (ofMeans[place] as number) + share * (p[place] as number);
  }
  const size = triangle(width);
  for (let i = 0, row = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1, row += 1) {
      const own = share * (i === j ? Math.SQRT1_2 : 1);
      // The lower triangle alone: that is what the root is made of.
      for (let a = 0, place = row * size; a <= i; a += 1) {
        const [ia, ja] = [own * (p[i * width + a] as number), own * (p[j * width + a] as number)];
        ofSpread[place] = (ofSpread[place] as number) + Math.SQRT2 * ia * (p[j * width + a] as number);
        place += 1;
        const end = a === i ? j : width - 1;
        for (let b = a + 1; b <= end; b += 1, place += 1) {
          ofSpread[place] =
            (ofSpread[place] as number) +
            ia * (p[j * width + b] as number) +
            ja * (p[i * width + b] as number);
        }
      }
    }
  }
}
