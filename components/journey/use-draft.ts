'use client';

import { useRef, useState } from 'react';

/**
 * A field that shows what is stored until somebody begins to write in it, and then what they write, whatever arrives
 * from others meanwhile. Leaving it saves what is another value than they began with; unchanged, it follows again.
 *
 * @param stored what the map says now
 * @param save called with the new value
 */
export function useDraft<T>(stored: T, save: (value: T) => void) {
  const draft = useRef<{ from: T; value: T } | null>(null);
  const [, redraw] = useState(0);
  const put = (next: typeof draft.current) => {
    draft.current = next;
    redraw((count) => count + 1);
  };
  return {
    shown: draft.current === null ? stored : draft.current.value,
    /** For onFocus. */
    begin: () => {
      if (draft.current === null) put({ from: stored, value: stored });
    },
    /** For onChange. */
    write: (value: T) => put({ from: draft.current === null ? stored : draft.current.from, value }),
    /** For onBlur, or wherever else a value is complete. */
    end: () => {
      const { current } = draft;
      put(null);
      if (current !== null && current.value !== current.from) save(current.value);
    },
  };
}
