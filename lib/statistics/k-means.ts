import { seededRandom } from './random';

/** A direction in many dimensions, most of them 0: by dimension. */
export type SparseVector = ReadonlyMap<number, number>;

/**
 * Parts vectors into at most `k` groups of like directions, by spherical k-means with k-means++ seeding: each vector goes
 * to the centre with the largest cosine, and the centre is the direction of their sum. Seeded, so that the same vectors
 * give the same groups. Returns the group of each vector, 0…k−1; null for a vector without any direction.
 * Source: Dhillon & Modha, Machine Learning 42 (2001) 143; Arthur & Vassilvitskii, SODA 2007.
 *
 * @throws RangeError unless k is a whole number above 0
 */
export function kMeans(
  vectors: readonly SparseVector[],
  k: number,
  { seed, rounds = 30 }: { seed: number; rounds?: number },
): (number | null)[] {
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`${k} groups`);
  const directions = vectors.map(unit);
  const known = directions.flatMap((one, place) => (one === null ? [] : [place]));
  if (known.length === 0) return vectors.map(() => null);
  let centres = firstCentres(
    known.map((place) => directions[place] as SparseVector),
    Math.min(k, known.length),
    seed,
  );
  let groups: (number | null)[] = vectors.map(() => null);
  for (let round = 0; round < rounds; round += 1) {
    const next = directions.map((one) => (one === null ? null : nearest(one, centres).place));
    if (next.every((group, place) => group === groups[place])) break;
    groups = next;
    centres = centres.map((centre, group) => {
      const own = known.filter((place) => groups[place] === group);
      return own.length === 0
        ? centre
        : (sumOf(own.map((place) => directions[place] as SparseVector)) ?? centre);
    });
  }
  return groups;
}

function firstCentres(vectors: readonly SparseVector[], k: number, seed: number): SparseVector[] {
  const random = seededRandom(seed);
  const centres = [vectors[Math.floor(random() * vectors.length)] as SparseVector];
  const far = vectors.map((one) => distance(one, centres[0] as SparseVector));
  while (centres.length < k) {
    const total = far.reduce((sum, one) => sum + one, 0);
    if (total <= 0) break;
    let left = random() * total;
    const drawn = far.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    const centre = vectors[drawn < 0 ? vectors.length - 1 : drawn] as SparseVector;
    centres.push(centre);
    vectors.forEach((one, place) => {
      far[place] = Math.min(far[place] as number, distance(one, centre));
    });
  }
  return centres;
}

const distance = (a: SparseVector, b: SparseVector) => Math.max(0, 1 - cosine(a, b)) ** 2;

function nearest(one: SparseVector, centres: readonly SparseVector[]) {
  let best = { place: 0, likeness: Number.NEGATIVE_INFINITY };
  centres.forEach((centre, place) => {
    const likeness = cosine(one, centre);
    if (likeness > best.likeness) best = { place, likeness };
  });
  return best;
}

/** Of two vectors of length 1. */
function cosine(a: SparseVector, b: SparseVector): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [dimension, value] of short) sum += value * (long.get(dimension) ?? 0);
  return sum;
}

function sumOf(vectors: readonly SparseVector[]): SparseVector | null {
  const sum = new Map<number, number>();
  for (const one of vectors) {
    for (const [dimension, value] of one) sum.set(dimension, (sum.get(dimension) ?? 0) + value);
  }
  return unit(sum);
}

function unit(vector: SparseVector): SparseVector | null {
  let square = 0;
  for (const value of vector.values()) square += value * value;
  if (square === 0) return null;
  const length = Math.sqrt(square);
  return new Map([...vector].map(([dimension, value]) => [dimension, value / length]));
}
