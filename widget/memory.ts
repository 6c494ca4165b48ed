/** When each placement was last shown in this browser: placement key → epoch milliseconds. */
export type Memory = Readonly<Record<string, number>>;

/**
 * What this browser remembers of being asked, under one key of the site's storage. Where storage is missing,
 * blocked or full, the page view remembers; what cannot be read counts as nothing.
 */
export function createMemory(storage: () => Storage) {
  let held: Memory = {};
  function read(): Memory {
    try {
      held = { ...held, ...JSON.parse(storage().milepost as string) };
    } catch {}
    return held;
  }
  return {
    read,
    remember(key: string, at: number): void {
      held = { ...read(), [key]: at };
      try {
        storage().milepost = JSON.stringify(held);
      } catch {}
    },
  };
}
