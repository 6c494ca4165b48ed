'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type Look, parseLook, writeLook } from '@/lib/insights/rules/look';

/** How the map is looked at, as the address says, with what changes it. */
export function useLook(): { look: Look; changeLook: (change: Partial<Look>) => void } {
  const text = useSearchParams()?.toString() ?? '';
  const look = useMemo(() => parseLook(new URLSearchParams(text)), [text]);
  return { look, changeLook };
}

/** Writes the look into the address without asking the server: the numbers stay the same. */
function changeLook(change: Partial<Look>) {
  const query = lookedAt(change).toString();
  window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname);
}

/** The address's parameters with a change of the look. */
export function lookedAt(change: Partial<Look>): URLSearchParams {
  const here = new URLSearchParams(window.location.search);
  return writeLook(here, { ...parseLook(here), ...change });
}
