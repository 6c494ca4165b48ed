/** Numbers that look random, each 0 ≤ x < 1. */
export type Random = () => number;

/**
 * The same numbers for the same seed, on every machine; so what was drawn can be drawn again from the stored seed.
 * Never for secrets.
 * Source: xoshiro128** 1.1 by Blackman and Vigna, its state filled by SplitMix32; 53 bits of two outputs make a number.
 *
 * @param seed any whole number; only its lowest 32 bits count
 */
export function seededRandom(seed: number): Random {
  const next = splitMix(seed);
  const state: State = [next(), next(), next(), next()];
  return () => {
    const high = xoshiro128(state) >>> 5;
    const low = xoshiro128(state) >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
}

/** A seed that is always the same for the same text (FNV-1a over its UTF-16 units), 0 … 2³² − 1. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Four words of 32 bits that are not all 0. */
export type State = [number, number, number, number];

/** The next output of xoshiro128**, 0 … 2³² − 1; moves the state on. */
export function xoshiro128(state: State): number {
  const [a, b, c, d] = state;
  const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  state[1] = b ^ third;
  state[0] = a ^ fourth;
  state[2] = third ^ (b << 9);
  state[3] = rotated(fourth, 11);
  return result;
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}
