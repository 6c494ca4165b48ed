/** People who know the same columns. */
export type Pattern = { known: Int32Array; unknown: Int32Array; people: number[] };

/** Means and covariances, the latter square and flat, without the ridge. */
export type Moments = { means: Float64Array; spread: Float64Array };

/** Answers that the ridge counts as, of columns that do not move together. */
export const PRIOR_ROWS = 5;

/** People that are looked at before whoever asked may do something else. */
const PEOPLE_AT_ONCE = 500;

/**
 * The patterns of all people, or of about `most` of them where there are more, taken evenly. In parts.
 *
 * @param rows people by columns, flat; NaN where it is not known
 */
export function* patternsOf(rows: Float64Array, width: number, most: number): Generator<void, Pattern[]> {
  const people = rows.length / Math.max(1, width);
  const stride = Math.max(1, Math.floor(people / most));
  const found = new Map<string, Pattern>();
  for (let person = 0, seen = 1; person < people; person += stride, seen += 1) {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let column = 0; column < width; column += 1) {
      (Number.isNaN(rows[person * width + column] as number) ? unknown : known).push(column);
    }
    const key = String.fromCharCode(...known);
    const pattern = found.get(key);
    if (pattern) pattern.people.push(person);
    else
      found.set(key, { known: Int32Array.from(known), unknown: Int32Array.from(unknown), people: [person] });
    if (seen % PEOPLE_AT_ONCE === 0) yield;
  }
  return [...found.values()];
}

/** Covariances with the ridge in them; n is how many people they are of. */
export function ridged(spread: Float64Array, width: number, n: number): Float64Array {
  const covariance = spread.slice();
  for (let place = 0; place < covariance.length; place += 1) {
    const diagonal = place % (width + 1) === 0;
    covariance[place] = (n * (spread[place] as number) + (diagonal ? PRIOR_ROWS : 0)) / (n + PRIOR_ROWS);
  }
  return covariance;
}

/** The correlations of ridged covariances. */
export function correlationOf(spread: Float64Array, width: number, n: number): number[][] {
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

/** Writes K·x of a person, where K is the inverse of the covariance of what is known. */
export function pull(
  target: Float64Array,
  rows: Float64Array,
  person: number,
  means: Float64Array,
  known: Int32Array,
  inverse: Float64Array,
): void {
  const [width, size] = [means.length, known.length];
  for (let i = 0; i < size; i += 1) target[i] = 0;
  for (let j = 0; j < size; j += 1) {
    const column = known[j] as number;
    const value = (rows[person * width + column] as number) - (means[column] as number);
    for (let i = 0; i < size; i += 1) {
      target[i] = (target[i] as number) + (inverse[j * size + i] as number) * value;
    }
  }
}
