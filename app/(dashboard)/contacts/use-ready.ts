'use client';

import { useEffect, useState } from 'react';

/** False until the page has come alive: what is typed before that would be mixed with what React puts in. */
export function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
