import type { Core } from './core';
import type { MemoryRecord } from './memory';

/** Where this browser keeps what it remembers of surveys; throws where there is no such place. */
export const storageOf = (core: Core): Storage => (core._storage ? core._storage() : localStorage);

/** Remembers something of one survey: kept where it may be, else for this page. */
export function note(core: Core, key: string, what: MemoryRecord): void {
  const held = core._read();
  held[key] = { ...held[key], ...what };
  core._read(1);
}

/** Keeps the newest snapshot of a response until it is acknowledged; without a body it is forgotten. */
export function keep(core: Core, url: string, body?: string): void {
  const held = core._read();
  held.w = { ...held.w, [url]: body };
  core._read(1);
}
