/** What of the wanted values differs from what is there; null where nothing does. */
export function changeIn<T extends object>(
  wanted: T,
  before: { readonly [K in keyof T]: unknown },
): Partial<T> | null {
  const changed = (Object.keys(wanted) as (keyof T)[]).filter((key) => wanted[key] !== before[key]);
  return changed.length === 0
    ? null
    : (Object.fromEntries(changed.map((key) => [key, wanted[key]])) as Partial<T>);
}
