'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import { LOOK_PARAMS, type Look, parseLook, writeLook } from '@/lib/insights/rules/look';

/** How the map is looked at, as the address says, with what changes it. */
export function useLook(): { look: Look; changeLook: (change: Partial<Look>) => void } {
  const served = useSearchParams()?.toString() ?? '';
  // The address itself is asked, because the router tells of a change only after whatever else it is waiting for.
  const text = useSyncExternalStore(
    subscribe,
    () => lookOf(window.location.search),
    () => lookOf(served),
  );
  const look = useMemo(() => parseLook(new URLSearchParams(text)), [text]);
  return { look, changeLook };
}

const changed = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  changed.add(tell);
  window.addEventListener('popstate', tell);
  return () => {
    changed.delete(tell);
    window.removeEventListener('popstate', tell);
  };
}

/** The part of a search text that is about the look, so that other changes of the address change nothing here. */
function lookOf(search: string): string {
  const params = new URLSearchParams(search);
  return new URLSearchParams(
    LOOK_PARAMS.flatMap((name) => params.getAll(name).map((value) => [name, value])),
  ).toString();
}

/** Writes the look into the address without asking the server: the numbers stay the same. */
function changeLook(change: Partial<Look>) {
  const query = lookedAt(change).toString();
  window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname);
  for (const tell of changed) tell();
}

/** The address's parameters with a change of the look. */
export function lookedAt(change: Partial<Look>): URLSearchParams {
  const here = new URLSearchParams(window.location.search);
  return writeLook(here, { ...parseLook(here), ...change });
}
