/**
 * The p-values of one family, each made fit to be held against the share of false findings one accepts: adjusted
 * p_(i) = min over j ≥ i of m·p_(j)/j, at most 1. In the order they were given. Comparisons whose adjusted p is at most
 * q stand out, and on average at most the share q of those is false.
 * Source: Benjamini & Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289; valid for independent and
 * positively dependent tests.
 * @throws RangeError for a p outside 0…1.
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  byRising(ps)
    .reverse()
    .forEach((place, after) => {
      const rank = ps.length - after;
      least = Math.min(least, (ps[place] as number) * (ps.length / rank));
      adjusted[place] = least;
    });
  return adjusted;
}

/** The places of p-values in rising order. @throws RangeError for a p outside 0…1. */
export function byRising(ps: readonly number[]): number[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a p-value`);
  return ps.map((_, place) => place).sort((a, b) => (ps[a] as number) - (ps[b] as number));
}
