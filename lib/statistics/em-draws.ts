import { choleskyInParts, invert, transposed, turnIn } from './cholesky';
import { eightBack, eightIn, SIDES, type Triangle, turnRows, turnSquares } from './eight-sides';
import {
  correlationOf,
  type Moments,
  type Pattern,
  PRIOR_ROWS,
  patternsOf,
  pull,
  ridged,
} from './em-patterns';
import { mirror, takePart, turnBothSides } from './square-matrix';

/** What samples are drawn from: people by columns, and the moments that EM settled on. */
export type Drawn = {
  rows: Float64Array;
  patterns: readonly Pattern[];
  settled: Moments;
  iterations: number;
};

/** People on whom is measured how far a resampled step is carried on; more would only take longer. */
const MOST_FOR_RATE = 300;
/** The iterations of a draw are taken as this many leaps. */
const LEAPS = 4;
/** Multiplications, about, before whoever asked may do something else: few, because code that just began runs slowly. */
const AT_ONCE = 400_000;

/**
 * Draws correlation matrices that other samples of the same size would give. People are drawn with replacement, one EM
 * step is taken with them, and carried on to where all steps would end by the rate of EM, in four implicit leaps. Eight
 * samples are reckoned side by side.
 *
 * Source of the rate: Meng & Rubin, JASA 86 (1991) 899.
 */
export function* drawnCorrelations(
  from: Drawn,
  unit: () => number,
  count: number,
): Generator<void, number[][][]> {
  const { rows, patterns, settled, iterations } = from;
  const width = settled.means.length;
  const people = rows.length / Math.max(1, width);
  const covariance = ridged(settled.spread, width, people);
  const root = yield* triangleOf(covariance, width);
  const pulls = yield* pullsOf(patterns, rows, settled.means, covariance);
  const carriage = yield* carriageOf(
    yield* patternsOf(rows, width, MOST_FOR_RATE),
    { root, width, people },
    iterations,
  );
  const stays = covariance.map((own, place) => own - (settled.spread[place] as number));
  turnBothSides(turnIn, root.lower, stays, width);
  const counts = new Float64Array(people * SIDES);
  const drawn: number[][][] = [];
  while (drawn.length < count) {
    const sides = Math.min(SIDES, count - drawn.length);
    countDrawn(counts, unit, people, sides);
    yield;
    const moved = yield* movedBy(counts, pulls, width);
    toRoot(moved, root, stays, people);
    yield;
    const means = yield* carried(carriage.ofMeans, moved.means);
    const spreads = yield* carriedSpread(carriage.ofSpread, moved.spreads, width);
    turnRows(root, means, SIDES, false);
    turnSquares(root, spreads, false);
    for (let side = 0; side < sides; side += 1) {
      drawn.push(correlationOf(spreadOf(side, means, spreads, settled), width, people));
    }
    yield;
  }
  return drawn;
}

const triangle = (width: number): number => (width * (width + 1)) / 2;

/** The root of a matrix, both ways. */
function* triangleOf(matrix: Float64Array, size: number): Generator<void, Triangle> {
  const lower = yield* choleskyInParts(matrix, size);
  return { lower, upper: yield* transposed(lower, size), size };
}

/** How often everybody was drawn into each of the samples. */
function countDrawn(counts: Float64Array, unit: () => number, people: number, sides: number): void {
  counts.fill(0);
  for (let side = 0; side < sides; side += 1) {
    for (let person = 0; person < people; person += 1) {
      const place = Math.floor(unit() * people) * SIDES + side;
      counts[place] = (counts[place] as number) + 1;
    }
  }
}

/** A pattern with K, the inverse of the covariance of what it knows, and K·x of each of its people. */
type Pulls = { known: Int32Array; people: readonly number[]; inverse: Float64Array; each: Float64Array };

function* pullsOf(
  patterns: readonly Pattern[],
  rows: Float64Array,
  means: Float64Array,
  covariance: Float64Array,
): Generator<void, Pulls[]> {
  const width = means.length;
  const found: Pulls[] = [];
  let done = 0;
  for (const { known, people } of patterns) {
    const size = known.length;
    const inverse = new Float64Array(size * size);
    takePart(inverse, covariance, known, width);
    invert(inverse, size);
    const each = new Float64Array(people.length * size);
    for (const [at, person] of people.entries()) {
      pull(each.subarray(at * size, (at + 1) * size), rows, person, means, known, inverse);
    }
    found.push({ known, people, inverse, each });
    done += size ** 3 + people.length * size ** 2;
    if (done > AT_ONCE) {
      done = 0;
      yield;
    }
  }
  return found;
}

/** Eight shifts of the moments. */
type Moved = { means: Float64Array; spreads: Float64Array };

/**
 * What an EM step moves the settled moments by, with everybody as often as they were drawn, still to be turned by the
 * covariance: the sums of K·x and of K·x·xᵀ·K − K.
 */
function* movedBy(counts: Float64Array, all: readonly Pulls[], width: number): Generator<void, Moved> {
  const means = new Float64Array(width * SIDES);
  const spreads = new Float64Array(width * width * SIDES);
  let done = 0;
  for (const { known, people, inverse, each } of all) {
    const size = known.length;
    for (let at = 0; at < people.length; at += 1) {
      const from = (people[at] as number) * SIDES;
      const a = counts[from] as number;
      const b = counts[from + 1] as number;
      const c = counts[from + 2] as number;
      const d = counts[from + 3] as number;
      const e = counts[from + 4] as number;
      const f = counts[from + 5] as number;
      const g = counts[from + 6] as number;
      const h = counts[from + 7] as number;
      const add = (target: Float64Array, place: number, amount: number) => {
        target[place] = (target[place] as number) + amount * a;
        target[place + 1] = (target[place + 1] as number) + amount * b;
        target[place + 2] = (target[place + 2] as number) + amount * c;
        target[place + 3] = (target[place + 3] as number) + amount * d;
        target[place + 4] = (target[place + 4] as number) + amount * e;
        target[place + 5] = (target[place + 5] as number) + amount * f;
        target[place + 6] = (target[place + 6] as number) + amount * g;
        target[place + 7] = (target[place + 7] as number) + amount * h;
      };
      for (let i = 0; i < size; i += 1) {
        const own = each[at * size + i] as number;
        const row = known[i] as number;
        add(means, row * SIDES, own);
        for (let j = i; j < size; j += 1) {
          const amount = own * (each[at * size + j] as number) - (inverse[i * size + j] as number);
          add(spreads, (row * width + (known[j] as number)) * SIDES, amount);
        }
      }
      done += (SIDES * size * (size + 1)) / 2;
      if (done > AT_ONCE) {
        done = 0;
        yield;
      }
    }
  }
  return { means, spreads };
}

/** Turns the shifts into those that the root of the covariance brings back: there the rate of EM is symmetric. */
function toRoot({ means, spreads }: Moved, root: Triangle, stays: Float64Array, people: number): void {
  const width = root.size;
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [low, high] = [(i * width + j) * SIDES, (j * width + i) * SIDES];
      spreads.copyWithin(low, high, high + SIDES);
    }
  }
  turnRows(root, means, SIDES, true);
  turnSquares(root, spreads, true);
  for (let place = 0; place < means.length; place += 1) means[place] = (means[place] as number) / people;
  for (let place = 0; place < spreads.length; place += 1) {
    spreads[place] = (spreads[place] as number) / people + (stays[Math.floor(place / SIDES)] as number);
  }
}

/** One leap as the root of a matrix, and how many steps it takes. */
type Carriage = { root: Triangle; leap: number };

/** What all steps make of eight shifts. */
function* carried({ root, leap }: Carriage, shift: Float64Array): Generator<void, Float64Array> {
  const sum = new Float64Array(shift.length);
  for (let round = 0; round < LEAPS; round += 1) {
    for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + leap * (shift[k] as number);
    eightIn(root, sum);
    yield;
    eightBack(root, sum);
    yield;
  }
  return sum;
}

/** As {@link carried}, of symmetric matrices: their upper triangles, with √2 beside the diagonal. */
function* carriedSpread(
  carriage: Carriage,
  squares: Float64Array,
  width: number,
): Generator<void, Float64Array> {
  const flat = new Float64Array(triangle(width) * SIDES);
  for (let i = 0, place = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1) {
      const from = (i * width + j) * SIDES;
      const by = i === j ? 1 : Math.SQRT2;
      for (let side = 0; side < SIDES; side += 1, place += 1)
        flat[place] = (squares[from + side] as number) * by;
    }
  }
  const sum = yield* carried(carriage, flat);
  for (let i = 0, place = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1) {
      const [high, low] = [(i * width + j) * SIDES, (j * width + i) * SIDES];
      const by = i === j ? 1 : Math.SQRT1_2;
      for (let side = 0; side < SIDES; side += 1, place += 1) {
        const own = (sum[place] as number) * by;
        squares[high + side] = own;
        squares[low + side] = own;
      }
    }
  }
  return squares;
}

/** The covariances of one sample, from how far they moved. */
function spreadOf(side: number, means: Float64Array, spreads: Float64Array, settled: Moments): Float64Array {
  const width = settled.means.length;
  return settled.spread.map((own, place) => {
    const [i, j] = [Math.floor(place / width), place % width];
    const shift = (means[i * SIDES + side] as number) * (means[j * SIDES + side] as number);
    return own + (spreads[place * SIDES + side] as number) - shift;
  });
}

/**
 * What all steps make of a small shift v of the first: v + M·v + M²·v + …, where M is the rate of EM, how much of a
 * shift of the moments is left after a step. That is the flow y′ = v − (1 − M)·y, taken in leaps of an implicit Euler.
 *
 * With the sums that the settled moments expect, M is known in closed form: a shift D of the covariances becomes
 * D − P·D·P on the average over all patterns, and one d of the means d − P·d, where P fills in what a pattern lacks. By the
 * root of the covariance P is a plain projection and 1 − M symmetric.
 */
function* carriageOf(
  patterns: readonly Pattern[],
  { root, width, people }: { root: Triangle; width: number; people: number },
  iterations: number,
): Generator<void, { ofMeans: Carriage; ofSpread: Carriage }> {
  const size = triangle(width);
  const all = patterns.reduce((sum, { people: own }) => sum + own.length, 0);
  const projections = new Float64Array(size * patterns.length);
  const ofMeans = new Float64Array(width * width);
  for (const [at, pattern] of patterns.entries()) {
    const share = pattern.people.length / all;
    const projection = projectionOf(pattern, root.lower, width);
    for (let i = 0, row = 0; i < width; i += 1) {
      for (let j = 0; j < width; j += 1) {
        const own = projection[i * width + j] as number;
        ofMeans[i * width + j] = (ofMeans[i * width + j] as number) + share * own;
        if (j < i) continue;
        projections[row * patterns.length + at] = Math.sqrt(share) * own;
        row += 1;
      }
    }
    yield;
  }
  const products = yield* productsOfRows(projections, size, patterns.length);
  const ofSpread = yield* bothSides(products, width);
  const leap = iterations / LEAPS;
  const rootOf = function* (mean: Float64Array, length: number, share: number) {
    for (let place = 0; place < mean.length; place += 1) {
      const diagonal = place % (length + 1) === 0 ? 1 : 0;
      mean[place] = diagonal + leap * ((1 - share) * diagonal + share * (mean[place] as number));
    }
    yield;
    return { root: yield* triangleOf(mean, length), leap };
  };
  // The ridge takes a part of every shift of the covariances.
  return {
    ofMeans: yield* rootOf(ofMeans, width, 1),
    ofSpread: yield* rootOf(ofSpread, size, people / (people + PRIOR_ROWS)),
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
    const length = Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0));
    basis.push(vector.map((part) => part / length));
  }
  const projection = new Float64Array(width * width);
  for (const vector of basis) {
    for (let i = 0; i < width; i += 1) {
      const own = vector[i] as number;
      for (let j = i; j < width; j += 1) {
        const place = i * width + j;
        projection[place] = (projection[place] as number) + own * (vector[j] as number);
      }
    }
  }
  mirror(projection, width);
  return projection;
}

/** The products of all rows with one another; the lower triangle and what lies beside it, square. */
function* productsOfRows(rows: Float64Array, size: number, length: number): Generator<void, Float64Array> {
  const found = new Float64Array(size * size);
  let done = 0;
  for (let i = 0; i < size; i += 2) {
    const first = i * length;
    // The last row of an odd number stands for its own neighbour.
    const next = Math.min(i + 1, size - 1);
    const second = next * length;
    for (let j = 0; j <= next; j += 2) {
      const third = j * length;
      const beside = Math.min(j + 1, size - 1);
      const fourth = beside * length;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < length; k += 1) {
        const [p, q] = [rows[first + k] as number, rows[second + k] as number];
        const [r, s] = [rows[third + k] as number, rows[fourth + k] as number];
        a += p * r;
        b += p * s;
        c += q * r;
        d += q * s;
      }
      found[i * size + j] = a;
      found[i * size + beside] = b;
      found[next * size + j] = c;
      found[next * size + beside] = d;
    }
    done += 2 * i * length;
    if (done > AT_ONCE) {
      done = 0;
      yield;
    }
  }
  return found;
}

/**
 * D → the mean of P·D·P over the upper triangles of D with √2 beside the diagonal, from the mean products of P's cells.
 * The lower triangle alone: that is what a root is made of.
 */
function* bothSides(products: Float64Array, width: number): Generator<void, Float64Array> {
  const size = triangle(width);
  const found = new Float64Array(size * size);
  const places = new Int32Array(width * width);
  for (let i = 0, row = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1, row += 1) {
      places[i * width + j] = row;
      places[j * width + i] = row;
    }
  }
  const product = (one: number, other: number) =>
    products[one > other ? one * size + other : other * size + one] as number;
  for (let i = 0, row = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1, row += 1) {
      const own = i === j ? Math.SQRT1_2 : 1;
      for (let a = 0, place = row * size; a <= i; a += 1) {
        const [ia, ja] = [places[i * width + a] as number, places[j * width + a] as number];
        const end = a === i ? j : width - 1;
        for (let b = a; b <= end; b += 1, place += 1) {
          const [ib, jb] = [places[i * width + b] as number, places[j * width + b] as number];
          const both = product(ia, jb) + product(ja, ib);
          found[place] = own * (a === b ? Math.SQRT1_2 : 1) * both;
        }
      }
    }
    yield;
  }
  return found;
}
