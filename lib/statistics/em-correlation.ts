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
const STEP = 1e-4;

/** People who know the same columns. `first` and `second` are sums of what they know and of its products. */
type Pattern = { known: number[]; unknown: number[]; rows: number[]; first: number[]; second: number[] };

/**
 * The correlation matrix of columns that are only partly filled, by the EM algorithm for a multivariate normal, with a
 * ridge of five pseudo-observations. Null where a column has fewer than two different values.
 *
 * Another sample is drawn by a linearised bootstrap: people are drawn with replacement, one EM step is taken with them,
 * and carried on to where as many steps would end by the rate of EM. It spares the 40 iterations of every draw.
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
  const rows = standardised(table, width);
  if (rows === null) return null;
  const patterns = patternsOf(rows, everybody(rows.length));
  let settled = startOf(width);
  for (let round = 0; round < ITERATIONS; round += 1) {
    settled = step(patterns, settled, width, rows.length);
    yield;
  }
  const expected = expectedOf(patterns, rows, settled, width);
  yield;
  const carriage = yield* carriageOf(rows, settled, width);
  return {
    matrix: correlationOf(settled, width, rows.length),
    draw(unit) {
      const sum = new Float64Array(settled.length);
      for (let person = 0; person < rows.length; person += 1) {
        const drawn = expected[Math.floor(unit() * rows.length)] as Float64Array;
        for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + (drawn[k] as number);
      }
      const moved = sum.map((total, k) => total / rows.length - (settled[k] as number));
      const carried = applied(carriage, moved);
      return correlationOf(
        settled.map((value, k) => value + (carried[k] as number)),
        width,
        rows.length,
      );
    },
  };
}

const everybody = (count: number): number[] => Array.from({ length: count }, (_, person) => person);

/** Every column with mean 0 and variance 1 over those who know it. */
function standardised(table: Incomplete, width: number): (number | null)[][] | null {
  const scales: { mean: number; deviation: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    const known = table.flatMap((row) => row[column] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    if (!(variance > 0)) return null;
    scales.push({ mean, deviation: Math.sqrt(variance) });
  }
  return table.map((row) =>
    scales.map(({ mean, deviation }, column) => {
      const value = row[column] ?? null;
      return value === null ? null : (value - mean) / deviation;
    }),
  );
}

function patternsOf(rows: readonly (number | null)[][], people: readonly number[]): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const person of people) {
    const row = rows[person] as (number | null)[];
    const key = row.map((value) => (value === null ? '0' : '1')).join('');
    let pattern = found.get(key);
    if (!pattern) {
      const known = row.flatMap((value, column) => (value === null ? [] : column));
      const unknown = row.flatMap((value, column) => (value === null ? column : []));
      const first = known.map(() => 0);
      pattern = { known, unknown, rows: [], first, second: known.flatMap(() => known.map(() => 0)) };
      found.set(key, pattern);
    }
    pattern.rows.push(person);
    const { known, first, second } = pattern;
    for (const [i, column] of known.entries()) {
      const value = row[column] as number;
      first[i] = (first[i] as number) + value;
      for (const [j, other] of known.entries()) {
        const place = i * known.length + j;
        second[place] = (second[place] as number) + value * (row[other] as number);
      }
    }
  }
  return [...found.values()];
}

/** Moments are kept flat: the means of all columns, then the mean products of the upper triangle. */
const lengthOf = (width: number): number => width + (width * (width + 1)) / 2;
const placeOf = (width: number, i: number, j: number): number => {
  const [low, high] = i < j ? [i, j] : [j, i];
  return width + low * width - (low * (low - 1)) / 2 + high - low;
};

function startOf(width: number): Float64Array {
  const moments = new Float64Array(lengthOf(width));
  for (let i = 0; i < width; i += 1) moments[placeOf(width, i, i)] = 1;
  return moments;
}

/** Covariances with the ridge in them; n is how many people the moments are of. */
function covarianceOf(moments: Float64Array, width: number, n: number): Float64Array {
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const own = (moments[placeOf(width, i, j)] as number) - (moments[i] as number) * (moments[j] as number);
      covariance[i * width + j] = (n * own + (i === j ? PRIOR_ROWS : 0)) / (n + PRIOR_ROWS);
    }
  }
  return covariance;
}

function correlationOf(moments: Float64Array, width: number, n: number): number[][] {
  const covariance = covarianceOf(moments, width, n);
  const deviation = (i: number) => Math.sqrt(Math.max(covariance[i * width + i] as number, 1e-9));
  return everybody(width).map((i) =>
    everybody(width).map((j) => {
      if (i === j) return 1;
      const value = (covariance[i * width + j] as number) / (deviation(i) * deviation(j));
      return Math.max(-1, Math.min(1, value));
    }),
  );
}

/** How what a pattern does not know follows from what it knows: unknown = shift + slope · known, give or take `rest`. */
type Conditional = { slope: Float64Array; shift: Float64Array; rest: Float64Array };

function conditionalOf(
  pattern: Pattern,
  means: Float64Array,
  covariance: Float64Array,
  width: number,
): Conditional {
  const { known, unknown } = pattern;
  const [k, u] = [known.length, unknown.length];
  const inverse = inverseOf(covariance, known, width);
  const slope = new Float64Array(u * k);
  const shift = new Float64Array(u);
  const rest = new Float64Array(u * u);
  for (let a = 0; a < u; a += 1) {
    const row = (unknown[a] as number) * width;
    shift[a] = means[unknown[a] as number] as number;
    for (let i = 0; i < k; i += 1) {
      let sum = 0;
      for (let j = 0; j < k; j += 1) {
        sum += (covariance[row + (known[j] as number)] as number) * (inverse[j * k + i] as number);
      }
      slope[a * k + i] = sum;
      shift[a] = (shift[a] as number) - sum * (means[known[i] as number] as number);
    }
    for (let b = 0; b < u; b += 1) {
      let sum = covariance[row + (unknown[b] as number)] as number;
      for (let i = 0; i < k; i += 1) {
        sum -=
          (slope[a * k + i] as number) *
          (covariance[(unknown[b] as number) * width + (known[i] as number)] as number);
      }
      rest[a * u + b] = sum;
    }
  }
  return { slope, shift, rest };
}

/** One EM step: the mean of what everybody is expected to be, given what is known of them. */
function step(patterns: readonly Pattern[], moments: Float64Array, width: number, n: number): Float64Array {
  const total = new Float64Array(moments.length);
  const covariance = covarianceOf(moments, width, n);
  let people = 0;
  for (const pattern of patterns) {
    const conditional = conditionalOf(pattern, moments, covariance, width);
    addExpected(total, pattern, conditional, width, pattern.rows.length, pattern.first, pattern.second);
    people += pattern.rows.length;
  }
  return total.map((sum) => sum / people);
}

/** What each person is expected to add to the moments. */
function expectedOf(
  patterns: readonly Pattern[],
  rows: readonly (number | null)[][],
  moments: Float64Array,
  width: number,
): Float64Array[] {
  const covariance = covarianceOf(moments, width, rows.length);
  const expected: Float64Array[] = [];
  for (const pattern of patterns) {
    const conditional = conditionalOf(pattern, moments, covariance, width);
    for (const person of pattern.rows) {
      const first = pattern.known.map((column) => rows[person]?.[column] as number);
      const second = first.flatMap((one) => first.map((other) => one * other));
      const own = new Float64Array(moments.length);
      addExpected(own, pattern, conditional, width, 1, first, second);
      expected[person] = own;
    }
  }
  return expected;
}

function addExpected(
  total: Float64Array,
  { known, unknown }: Pattern,
  { slope, shift, rest }: Conditional,
  width: number,
  count: number,
  first: readonly number[],
  second: readonly number[],
): void {
  const [k, u] = [known.length, unknown.length];
  const add = (place: number, value: number) => {
    total[place] = (total[place] as number) + value;
  };
  // Products of known with unknown, row by row; the sums of the unknown come first.
  const mixed = new Float64Array(u * k);
  const sums = new Float64Array(u);
  for (let a = 0; a < u; a += 1) {
    let sum = count * (shift[a] as number);
    for (let i = 0; i < k; i += 1) sum += (slope[a * k + i] as number) * (first[i] as number);
    sums[a] = sum;
    add(unknown[a] as number, sum);
    for (let i = 0; i < k; i += 1) {
      let product = (shift[a] as number) * (first[i] as number);
      for (let j = 0; j < k; j += 1) product += (slope[a * k + j] as number) * (second[j * k + i] as number);
      mixed[a * k + i] = product;
      add(placeOf(width, unknown[a] as number, known[i] as number), product);
    }
  }
  for (let i = 0; i < k; i += 1) {
    add(known[i] as number, first[i] as number);
    for (let j = i; j < k; j += 1) {
      add(placeOf(width, known[i] as number, known[j] as number), second[i * k + j] as number);
    }
  }
  for (let a = 0; a < u; a += 1) {
    for (let b = a; b < u; b += 1) {
      let product = count * (rest[a * u + b] as number) + (shift[b] as number) * (sums[a] as number);
      for (let i = 0; i < k; i += 1) product += (slope[b * k + i] as number) * (mixed[a * k + i] as number);
      add(placeOf(width, unknown[a] as number, unknown[b] as number), product);
    }
  }
}

/** The inverse of the part of a covariance matrix that these columns span, by Gauss and Jordan. */
function inverseOf(covariance: Float64Array, columns: readonly number[], width: number): Float64Array {
  const size = columns.length;
  const a = new Float64Array(size * size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    inverse[i * size + i] = 1;
    for (let j = 0; j < size; j += 1) {
      a[i * size + j] = covariance[(columns[i] as number) * width + (columns[j] as number)] as number;
    }
  }
  // Positive definite by the ridge: the diagonal needs no exchange of rows.
  for (let pivot = 0; pivot < size; pivot += 1) {
    const by = 1 / (a[pivot * size + pivot] as number);
    for (let j = 0; j < size; j += 1) {
      a[pivot * size + j] = (a[pivot * size + j] as number) * by;
      inverse[pivot * size + j] = (inverse[pivot * size + j] as number) * by;
    }
    for (let i = 0; i < size; i += 1) {
      const factor = a[i * size + pivot] as number;
      if (i === pivot || factor === 0) continue;
      for (let j = 0; j < size; j += 1) {
        a[i * size + j] = (a[i * size + j] as number) - factor * (a[pivot * size + j] as number);
        inverse[i * size + j] =
          (inverse[i * size + j] as number) - factor * (inverse[pivot * size + j] as number);
      }
    }
  }
  return inverse;
}

/**
 * What ITERATIONS steps make of a small shift of the first: 1 + M + M² + …, where M is the rate of EM, how much of a
 * shift of the moments is left after a step. Row by row.
 */
function* carriageOf(
  rows: readonly (number | null)[][],
  settled: Float64Array,
  width: number,
): Generator<void, Float64Array> {
  const stride = Math.max(1, Math.floor(rows.length / MOST_FOR_RATE));
  const some = asExpected(
    patternsOf(
      rows,
      everybody(rows.length).filter((person) => person % stride === 0),
    ),
    settled,
    covarianceOf(settled, width, rows.length),
    width,
  );
  const base = step(some, settled, width, rows.length);
  const size = settled.length;
  let power: Float64Array = new Float64Array(size * size);
  let sum: Float64Array = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    const shifted = Float64Array.from(settled);
    shifted[k] = (shifted[k] as number) + STEP;
    const moved = step(some, shifted, width, rows.length);
    sum[k * size + k] = 1;
    for (let i = 0; i < size; i += 1) {
      power[i * size + k] = ((moved[i] as number) - (base[i] as number)) / STEP;
    }
    yield;
  }
  // By doubling: the sum of 2n powers is that of n, and again that of n after n steps.
  for (let steps = 1; steps < ITERATIONS; steps *= 2) {
    const later = product(power, sum, size);
    sum = sum.map((value, place) => value + (later[place] as number));
    power = product(power, power, size);
    yield;
  }
  return sum;
}

/**
 * The same patterns with the sums that the settled moments expect: what a few people happened to say would make the rate
 * of some directions larger than 1.
 */
function asExpected(
  patterns: readonly Pattern[],
  moments: Float64Array,
  covariance: Float64Array,
  width: number,
): Pattern[] {
  return patterns.map((pattern) => {
    const { known, rows } = pattern;
    const mean = (column: number) => moments[column] as number;
    return {
      ...pattern,
      first: known.map((column) => rows.length * mean(column)),
      second: known.flatMap((i) =>
        known.map((j) => rows.length * ((covariance[i * width + j] as number) + mean(i) * mean(j))),
      ),
    };
  });
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
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

function applied(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (matrix[i * size + j] as number) * (vector[j] as number);
    return sum;
  });
}
