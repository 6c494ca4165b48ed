'use client';

import { useSyncExternalStore } from 'react';

/** Narrower than this the map is read from top to bottom; the same width as the style sheet's `md`. */
const NARROW = '(width < 48rem)';

/**
 * Whether the screen is too narrow for the grid; null where nobody knows yet, as on the server. On paper it is not.
 */
export function useNarrow(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => null,
  );
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
