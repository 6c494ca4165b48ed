'use client';

import { type RefObject, startTransition, useCallback, useEffect, useState } from 'react';
import { columnAt, type Places } from './columns';

/** The columns of a long map that are drawn; the first one and the one after the last. */
export type Window = { from: number; to: number };

/** Up to so many columns a map is drawn as a whole. */
const WHOLE_UP_TO = 40;
/** What is drawn before anybody knows how wide the screen is. */
const AT_FIRST = 16;
/** How many columns are drawn beyond either edge. */
const BEYOND = 6;
/** The window moves by so many: few at a time are drawn within a frame. */
const STEP = 2;

/**
 * Which columns of a map to draw: all of a short one, and of a long one those in sight and a few beyond.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  places: Places,
  headerPx: number,
): { drawn: Window; inSight: () => Window } {
  const count = places.starts.length;
  const whole = count <= WHOLE_UP_TO;
  const [seen, setSeen] = useState<Window>({ from: 0, to: AT_FIRST });

  const inSight = useCallback((): Window => {
    const element = scroller.current;
    if (!element || element.clientWidth === 0) return { from: 0, to: Math.min(count, AT_FIRST) };
    const columnPx = (element.scrollWidth - headerPx) / places.total;
    const from = columnAt(places, element.scrollLeft / columnPx);
    const to = columnAt(places, (element.scrollLeft + element.clientWidth - headerPx) / columnPx) + 1;
    return { from, to };
  }, [scroller, places, count, headerPx]);

  useEffect(() => {
    const element = scroller.current;
    if (whole || !element) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { from, to } = inSight();
      const first = Math.max(0, Math.floor((from - BEYOND) / STEP) * STEP);
      const last = Math.min(count, Math.ceil((to + BEYOND) / STEP) * STEP);
      // In small steps: scrolling goes on while the next columns are being drawn.
      startTransition(() =>
        setSeen((was) => (was.from === first && was.to === last ? was : { from: first, to: last })),
      );
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', later, { passive: true });
    const size = new ResizeObserver(later);
    size.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', later);
      size.disconnect();
    };
  }, [scroller, whole, inSight, count]);

  const drawn = whole ? { from: 0, to: count } : { from: seen.from, to: Math.min(count, seen.to) };
  return { drawn, inSight };
}
