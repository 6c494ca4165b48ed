/** Fixed randomness: the same seed gives the same numbers on every machine. */
export type Random = {
  /** 0 ≤ number < 1 */
  unit: () => number;
  /** A whole number from 0 to `below` − 1. */
  below: (below: number) => number;
  /** The place of one weight, drawn in proportion to the weights. */
  weighted: (weights: readonly number[]) => number;
  uuid: () => string;
};

/** sfc32, seeded by the letters of a name. Source: PractRand, by Chris Doty-Humphrey. */
export function randomOf(name: string): Random {
  let [a, b, c, counter] = [0x9e3779b9, hash(name), 0x85ebca6b, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 20; round += 1) next();
  const unit = () => next() / 2 ** 32;
  return {
    unit,
    below: (below) => Math.floor(unit() * below),
    weighted: (weights) => {
      let left = unit() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [place, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return place;
      }
      return weights.length - 1;
    },
    uuid: () => {
      const hex = [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, '0')).join('');
      const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const letter of name) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
