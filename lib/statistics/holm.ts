import { byRising } from './benjamini-hochberg';

/**
 * The p-values of a handful of planned tests, each made fit to be held against the chance of any false finding:
 * adjusted p_(i) = max over j ≤ i of (m − j + 1)·p_(j), at most 1. In the order they were given.
 * Source: Holm, Scandinavian Journal of Statistics 6 (1979) 65; valid whatever the dependence.
 * @throws RangeError for a p outside 0…1.
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let most = 0;
  byRising(ps).forEach((place, before) => {
    most = Math.max(most, Math.min(1, (ps[place] as number) * (ps.length - before)));
    adjusted[place] = most;
  });
  return adjusted;
}
