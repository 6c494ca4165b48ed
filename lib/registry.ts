/**
 * Process-wide objects, shared by the two bundles of this process (the front door's and Next's): each module of either
 * bundle finds the same object under the same name. Filled before Next starts.
 */
const SYMBOL = Symbol.for('milepost');

type Registry = Map<string, unknown>;

function registry(): Registry {
  const world = globalThis as { [SYMBOL]?: Registry };
  world[SYMBOL] ??= new Map();
  return world[SYMBOL];
}

/** The object of that name, made on first use in this process. */
export function shared<T>(name: string, make: () => T): T {
  const all = registry();
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}

/** The object of that name, or null where nobody made it. */
export function findShared<T>(name: string): T | null {
  return (registry().get(name) as T | undefined) ?? null;
}

/** Sets or, with null, removes the object of that name. */
export function putShared<T>(name: string, value: T | null): void {
  if (value === null) registry().delete(name);
  else registry().set(name, value);
}
