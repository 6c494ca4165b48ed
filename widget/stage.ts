import type { Core, Part } from './core';
import type { Shown } from './shown';

/** Shows one survey on a page that is made for it alone: nothing is decided, kept, or known of anybody. */
export function stage(module: Part, key: string, slot?: Element): { host: Shown } {
  const core = {
    _site: { o: '', s: { [key]: {} } },
    _said: {},
    _page: '/',
    _read: () => ({}),
    _load: async () => {},
  } as unknown as Core;
  return { host: module.run(core, key, slot) as Shown };
}
