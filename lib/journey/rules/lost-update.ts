import { AppError } from '../../errors';

/** What a writer saw of an object when they began to write, by field; what is missing was not looked at. */
export type Seen = Readonly<Record<string, unknown>>;

/**
 * Refuses a change of fields that somebody else has changed since the writer saw them, so that neither text is lost.
 * A field that already has the wanted value is no conflict.
 *
 * @throws AppError `conflict` whose `theirs` holds the stored value of each such field
 */
export function refuseLostUpdate(
  change: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
  seen: Seen | undefined,
): void {
  if (!seen) return;
  const fields = Object.keys(change).filter(
    (field) =>
      Object.hasOwn(seen, field) &&
      !same(field, seen[field], stored[field]) &&
      !same(field, change[field], stored[field]),
  );
  if (fields.length === 0) return;
  throw new AppError('conflict', 'Somebody else changed this while you were writing.', {
    errors: fields.map((path) => ({ path, message: 'Keep what is there now, or save yours over it.' })),
    theirs: Object.fromEntries(fields.map((field) => [field, stored[field]])),
  });
}

/** The order of ids says nothing: they are stored as rows. */
function same(field: string, a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(sorted(field.endsWith('Ids') && Array.isArray(value) ? [...value].sort() : value));
  return plain(a) === plain(b);
}

/** Objects with their keys in one order, because JSON from the database has its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
