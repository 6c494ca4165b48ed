'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { LOOK_PARAMS, type Look, parseLook, writeLook } from '@/lib/insights/rules/look';

/** How the map is looked at, as the address says, with what changes it. */
export function useLook(): { look: Look; changeLook: (change: Partial<Look>) => void } {
  const served = useSearchParams()?.toString() ?? '';
  // The address itself is asked, because the router tells of a change only after whatever else it is waiting for.
  const text = useSyncExternalStore(subscribe, lookNow, () => lookOf(served));
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

/** Pages on their way, and what was changed of the look meanwhile: the address that comes does not have it yet. */
let underway = 0;
let late: Partial<Look> | null = null;

/** The look as a text, as it is wanted now. */
function lookNow(): string {
  const { search } = window.location;
  return lookOf(late === null ? search : lookedAt({}).toString());
}

/**
 * Keeps what is changed of the look while another page of the same map is on its way.
 *
 * @param pending whether one is
 */
export function useKeptLook(pending: boolean): void {
  useEffect(() => {
    if (!pending) return;
    underway += 1;
    return () => {
      underway -= 1;
      if (underway > 0 || late === null) return;
      const change = late;
      late = null;
      changeLook(change);
    };
  }, [pending]);
}

/** Writes the look into the address without asking the server: the numbers stay the same. */
function changeLook(change: Partial<Look>) {
  if (underway > 0) {
    late = { ...late, ...change };
    for (const tell of changed) tell();
    return;
  }
  const query = lookedAt(change).toString();
  window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname);
  for (const tell of changed) tell();
}

/** The address's parameters with a change of the look. */
export function lookedAt(change: Partial<Look>): URLSearchParams {
  const here = new URLSearchParams(window.location.search);
  return writeLook(here, { ...parseLook(here), ...late, ...change });
}
