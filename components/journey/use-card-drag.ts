'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Before or after which column a dragged touchpoint would land. */
export type DropMark = { column: number; after: boolean };

const START_PX = 6;
const HOLD_MS = 250;
const EDGE_PX = 48;
const EDGE_STEP_PX = 14;

/**
 * Lets cards be dragged sideways to another column: with a mouse at once, by touch after a short hold, so that a swipe
 * still scrolls. One set of listeners for the whole map. A card is an element with `data-card`, and lands among the
 * elements with `data-drop`, the number of their column.
 */
export function useCardDrag(
  scroller: RefObject<HTMLElement | null>,
  enabled: boolean,
  on: {
    /** How large the map is drawn, 1 as usual. */
    scale: number;
    lift: (id: string | null) => void;
    mark: (mark: DropMark | null) => void;
    drop: (id: string, mark: DropMark) => void;
  },
) {
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });

  useEffect(() => {
    const root = scroller.current;
    if (!enabled || !root) return;
    let held: {
      id: string;
      card: HTMLElement;
      x: number;
      y: number;
      scrolled: number;
      touch: boolean;
    } | null = null;
    let lifted = false;
    let mark: DropMark | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let pointer = { x: 0, y: 0 };

    function down(event: PointerEvent) {
      const target = event.target as HTMLElement;
      const card = target.closest<HTMLElement>('[data-card]');
      if (held || !card || event.button !== 0 || !event.isPrimary) return;
      if (target.closest('button, input, [data-own-drag]')) return;
      const touch = event.pointerType === 'touch';
      held = {
        ...{ id: card.dataset.card as string, card, touch },
        ...{ x: event.clientX, y: event.clientY, scrolled: root?.scrollLeft ?? 0 },
      };
      pointer = { x: event.clientX, y: event.clientY };
      if (touch) timer = setTimeout(lift, HOLD_MS);
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', stop);
      window.addEventListener('keydown', onEscape, true);
    }

    function lift() {
      if (!held) return;
      lifted = true;
      held.card.dataset.dragging = '';
      latest.current.lift(held.id);
      frame = requestAnimationFrame(atEdge);
    }

    function move(event: PointerEvent) {
      if (!held || !event.isPrimary) return;
      pointer = { x: event.clientX, y: event.clientY };
      const far = Math.hypot(event.clientX - held.x, event.clientY - held.y);
      if (!lifted && held.touch && far > START_PX) return stop();
      if (!lifted && far > START_PX) lift();
      if (lifted) follow();
    }

    function follow() {
      if (!held || !root) return;
      const { scale } = latest.current;
      const x = pointer.x - held.x + root.scrollLeft - held.scrolled;
      held.card.style.transform = `translate(${x / scale}px, ${(pointer.y - held.y) / scale}px)`;
      const next = markAt(root, pointer.x);
      if (next?.column === mark?.column && next?.after === mark?.after) return;
      mark = next;
      latest.current.mark(mark);
    }

    /** Near an edge the map scrolls on under the card. */
    function atEdge() {
      if (!held || !lifted || !root) return;
      const box = root.getBoundingClientRect();
      const step =
        pointer.x > box.right - EDGE_PX
          ? EDGE_STEP_PX
          : pointer.x < box.left + EDGE_PX * 2
            ? -EDGE_STEP_PX
            : 0;
      const before = root.scrollLeft;
      if (step !== 0) root.scrollLeft += step;
      if (root.scrollLeft !== before) follow();
      frame = requestAnimationFrame(atEdge);
    }

    function up() {
      const done = lifted && held && mark ? { id: held.id, mark } : null;
      if (lifted) {
        // What was dragged is not also clicked.
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      }
      stop();
      if (done) latest.current.drop(done.id, done.mark);
    }

    function stop() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onEscape, true);
      if (held) {
        held.card.style.transform = '';
        delete held.card.dataset.dragging;
      }
      if (lifted) {
        latest.current.lift(null);
        latest.current.mark(null);
      }
      held = null;
      lifted = false;
      mark = null;
    }

    function onEscape(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !lifted) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    }

    const swallow = (event: MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const hold = (event: Event) => {
      if (lifted) event.preventDefault();
    };
    root.addEventListener('pointerdown', down);
    root.addEventListener('touchmove', hold, { passive: false });
    root.addEventListener('contextmenu', hold);
    return () => {
      stop();
      root.removeEventListener('pointerdown', down);
      root.removeEventListener('touchmove', hold);
      root.removeEventListener('contextmenu', hold);
    };
  }, [scroller, enabled]);
}

function markAt(root: HTMLElement, x: number): DropMark | null {
  for (const cell of root.querySelectorAll<HTMLElement>('[data-drop]')) {
    const box = cell.getBoundingClientRect();
    if (x >= box.left && x < box.right) {
      return { column: Number(cell.dataset.drop), after: x > box.left + box.width / 2 };
    }
  }
  return null;
}
