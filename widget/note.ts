import type { Core } from './core';
import type { MemoryRecord } from './memory';

/** Where this browser keeps what it remembers of surveys; throws where there is no such place. */
export const storageOf = (core: Core): Storage => (core._storage ? core._storage() : localStorage);

/** Remembers something of one survey: kept where it may be, else for this page. */
export function note(core: Core, key: string, what: MemoryRecord): void {
  const held = core._read();
  held[key] = { ...held[key], ...what };
  store(core);
}

/** Keeps the newest snapshot of a response until it is acknowledged; without a body it is forgotten. */
export function keep(core: Core, url: string, body?: string): void {
  const held = core._read();
  const waiting = { ...held.w, [url]: body };
  held.w = Object.values(waiting).some(Boolean) ? waiting : undefined;
  store(core);
}

function store(core: Core): void {
  try {
    if (core._mayKeep()) storageOf(core).milepost = JSON.stringify(core._held);
  } catch {}
}
