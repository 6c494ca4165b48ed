/** Where a text stands between the keyboard and the database. `failed` says why and waits for the next change or try. */
export type SaveState<Refusal> =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; refusal: Refusal };

const PAUSE_MS = 700;

/**
 * Saves a value shortly after it stopped changing, one save at a time, always the newest. `save` resolves to null when
 * it is stored and to the refusal when it is not.
 */
export function createAutosave<Value, Refusal>(
  save: (value: Value) => Promise<Refusal | null>,
  onState: (state: SaveState<Refusal>) => void,
) {
  let waiting: { value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;

  async function run(): Promise<boolean> {
    while (waiting) {
      const sent = waiting;
      onState({ kind: 'saving' });
      const refusal = await save(sent.value);
      const newest = waiting === sent;
      if (refusal !== null) {
        // What was typed meanwhile may be what the refusal asked for.
        if (!newest) continue;
        onState({ kind: 'failed', refusal });
        return false;
      }
      if (newest) waiting = null;
    }
    onState({ kind: 'saved' });
    return true;
  }

  /** Saves at once what is not saved; resolves to whether everything is. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (running) return running;
    if (!waiting) return Promise.resolve(true);
    running = run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change(value: Value): void {
      waiting = { value };
      if (running) return;
      onState({ kind: 'unsaved' });
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    flush,
    isSaved: (): boolean => waiting === null,
  };
}
