'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Zoom } from '@/lib/insights/rules/look';

/** Below this nothing can be read, and the overview above the map serves better. */
export const SMALLEST = 0.3;

/**
 * How large the map is drawn, 1 as usual.
 *
 * @param wholePx the map's width at its usual size, to see all of it where it is asked to fit
 */
export function useScale(scroller: RefObject<HTMLElement | null>, zoom: Zoom, wholePx: number): number {
  const [room, setRoom] = useState<number | null>(null);
  const fits = zoom === 'fit';
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!fits || !element) return;
    const size = new ResizeObserver(() => setRoom(element.clientWidth));
    size.observe(element);
    setRoom(element.clientWidth);
    return () => size.disconnect();
  }, [scroller, fits]);
  if (!fits) return zoom / 100;
  if (room === null || room === 0) return 1;
  return Math.max(SMALLEST, Math.min(1, Math.floor((room / wholePx) * 1000) / 1000));
}
