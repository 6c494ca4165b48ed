/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** `vectors[row][k]` is the part of the k-th vector along `row`; vectors are orthonormal and have no fixed sign. */
export interface Eigen {
  readonly values: number[];
  readonly vectors: number[][];
}

const MOST_TURNS = 60;

/**
 * Eigenvalues, not in any order, and eigenvectors of a symmetric matrix: A = V · diag(values) · Vᵀ.
 * Only the upper triangle is read. Source: Householder's reflections to three diagonals, then implicit QL with Wilkinson's
 * shift, as in Golub & Van Loan, Matrix Computations, 8.3.
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length;
  // Row k of `v` is to become the k-th vector.
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      v[i * size + j] = matrix[i]?.[j] as number;
      v[j * size + i] = v[i * size + j] as number;
    }
  }
  // What is smaller than this is rounding, even beside a diagonal of 0.
  const tiny = v.reduce((most, cell) => Math.max(most, Math.abs(cell)), 1e-150) * Number.EPSILON ** 2;
  const { values, beside } = threeDiagonals(v, size, tiny);
  settle(values, beside, v, size, tiny);
  return {
    values: [...values],
    vectors: Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, k) => v[k * size + row] as number),
    ),
  };
}

/**
 * Turns a symmetric matrix A into T with A = Q·T·Qᵀ, where only the diagonal and what is beside it is not 0; `beside[i]`
 * stands between i and i + 1. Qᵀ takes the place of A.
 */
function threeDiagonals(a: Float64Array, size: number, tiny: number) {
  const values = new Float64Array(size);
  const beside = new Float64Array(size);
  const mirrors: { from: number; mirror: Float64Array }[] = [];
  const turned = new Float64Array(size);
  for (let column = 0; column < size - 2; column += 1) {
    const from = column + 1;
    const own = column * size;
    let rest = 0;
    for (let i = from + 1; i < size; i += 1) rest = Math.max(rest, Math.abs(a[own + i] as number));
    const head = a[own + from] as number;
    beside[column] = head;
    if (rest <= tiny) continue;
    const scale = Math.max(rest, Math.abs(head));
    let squares = 0;
    for (let i = from; i < size; i += 1) squares += ((a[own + i] as number) / scale) ** 2;
    const length = Math.sqrt(squares) * scale;
    beside[column] = head > 0 ? -length : length;
    // The mirror with unit length: what is to vanish minus what stays.
    const mirror = new Float64Array(size);
    for (let i = from; i < size; i += 1) mirror[i] = (a[own + i] as number) / length;
    mirror[from] = (mirror[from] as number) - (beside[column] as number) / length;
    let norm = 0;
    for (let i = from; i < size; i += 1) norm += (mirror[i] as number) ** 2;
    norm = Math.sqrt(norm);
    for (let i = from; i < size; i += 1) mirror[i] = (mirror[i] as number) / norm;
    let along = 0;
    for (let i = from; i < size; i += 1) {
      let sum = 0;
      for (let j = from; j < size; j += 1) sum += (a[i * size + j] as number) * (mirror[j] as number);
      turned[i] = sum;
      along += sum * (mirror[i] as number);
    }
    for (let i = from; i < size; i += 1)
      turned[i] = 2 * ((turned[i] as number) - along * (mirror[i] as number));
    for (let i = from; i < size; i += 1) {
      const [m, w] = [mirror[i] as number, turned[i] as number];
      for (let j = from; j < size; j += 1) {
        const place = i * size + j;
        a[place] = (a[place] as number) - m * (turned[j] as number) - w * (mirror[j] as number);
      }
    }
    mirrors.push({ from, mirror });
  }
  for (let i = 0; i < size; i += 1) values[i] = a[i * size + i] as number;
  if (size > 1) beside[size - 2] = a[(size - 2) * size + size - 1] as number;
  a.fill(0);
  for (let i = 0; i < size; i += 1) a[i * size + i] = 1;
  for (const { from, mirror } of mirrors.toReversed()) {
    for (let i = from; i < size; i += 1) {
      let sum = 0;
      for (let j = from; j < size; j += 1) sum += (a[i * size + j] as number) * (mirror[j] as number);
      for (let j = from; j < size; j += 1) {
        a[i * size + j] = (a[i * size + j] as number) - 2 * sum * (mirror[j] as number);
      }
    }
  }
  return { values, beside };
}

/** Turns neighbouring rows of `v` until nothing stands beside the diagonal. */
function settle(d: Float64Array, e: Float64Array, v: Float64Array, size: number, tiny: number): void {
  const at = (list: Float64Array, place: number) => list[place] as number;
  for (let low = 0; low < size; low += 1) {
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      let end = low;
      while (end < size - 1) {
        const around = Math.abs(at(d, end)) + Math.abs(at(d, end + 1));
        if (Math.abs(at(e, end)) <= Math.max(tiny, Number.EPSILON * around)) break;
        end += 1;
      }
      if (end === low) break;
      const half = (at(d, low + 1) - at(d, low)) / (2 * at(e, low));
      const root = Math.hypot(half, 1);
      let g = at(d, end) - at(d, low) + at(e, low) / (half + (half >= 0 ? root : -root));
      let [sine, cosine, less] = [1, 1, 0];
      let split = false;
      for (let i = end - 1; i >= low; i -= 1) {
        const f = sine * at(e, i);
        const b = cosine * at(e, i);
        const r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] = at(d, i + 1) - less;
          e[end] = 0;
          split = true;
          break;
        }
        sine = f / r;
        cosine = g / r;
        const shifted = at(d, i + 1) - less;
        const both = (at(d, i) - shifted) * sine + 2 * cosine * b;
        less = sine * both;
        d[i + 1] = shifted + less;
        g = cosine * both - b;
        for (let k = 0, one = i * size, other = one + size; k < size; k += 1, one += 1, other += 1) {
          const [x, y] = [at(v, one), at(v, other)];
          v[other] = sine * x + cosine * y;
          v[one] = cosine * x - sine * y;
        }
      }
      if (split) continue;
      d[low] = at(d, low) - less;
      e[low] = g;
      e[end] = 0;
    }
  }
}
