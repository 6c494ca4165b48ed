/**
 * Journeys with the copies that were made of them, of copies of copies too; a copy whose original is not listed stands by
 * itself. The order stays.
 */
export function familiesOf<T extends { id: string; copiedFromId: string | null }>(
  journeys: readonly T[],
): { journey: T; copies: T[] }[] {
  const byId = new Map(journeys.map((one) => [one.id, one]));
  const rootOf = (one: T): T => {
    const original = one.copiedFromId === null ? undefined : byId.get(one.copiedFromId);
    return original ? rootOf(original) : one;
  };
  const roots = new Map(journeys.map((one) => [one, rootOf(one)]));
  return journeys
    .filter((one) => roots.get(one) === one)
    .map((journey) => ({
      journey,
      copies: journeys.filter((one) => one !== journey && roots.get(one) === journey),
    }));
}
