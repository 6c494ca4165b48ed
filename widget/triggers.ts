import type { PlacementConfig } from './config';
import type { Memory } from './memory';

/** Whether a popover may open on a page now; its delay is the caller's. `page` is path and query. */
export function due(placement: PlacementConfig, page: string, memory: Memory, now: number): boolean {
  const { d, u } = placement;
  return d !== undefined && (!u || RegExp(u).test(page)) && rested(placement, memory, now);
}

/** Whether a placement's window has passed since it was last shown; a time that makes no sense does not block. */
export function rested({ k, w }: PlacementConfig, memory: Memory, now: number): boolean {
  return !(Math.abs(now - (memory[k] as number)) < w * 864e5);
}
