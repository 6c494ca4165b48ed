import type { Core, Opening, Placement } from './core';
import { keep, note } from './note';
import { show } from './show';
import type { Person, Shown } from './shown';

export * from './show';

/**
 * Brings one survey onto the page and remembers what becomes of it: that it came up, was closed by the person, was
 * answered. `slot` is the place of an inline survey.
 */
export function run(core: Core, key: string, slot?: Element, { asked, sandbox, mode }: Opening = {}): Shown {
  const placement = core._site.s[key] as Placement;
  const { g, o = core._site.o, q } = placement;
  const [, id, traits, proof] = (core._said.identify || []) as [
    string,
    unknown,
    Record<string, string>,
    object,
  ];
  // An inline survey and a side tab did not come by themselves: only an answer to them lets others rest.
  const quiet = mode ? /inline|tab/.test(mode) : q || slot;
  const context = { page: core._page.slice(0, 500), language: '' };
  // What waits from now on is this page's own.
  core._resent = 1;
  core._heard = (name) => {
    if (name === 'locale') core._load('p/locale.js');
  };

  const shown = show({
    key,
    responses: `${o}/api/v1/placements/${key}/responses/`,
    slot: slot || core._container,
    asked,
    sandbox,
    traits,
    person: id
      ? (((proof as { token?: string })?.token ? proof : { id: `${id}`, traits, ...proof }) as Person)
      : undefined,
    context,
    keep: (url, body) => keep(core, url, body),
    tell(event, { reason }) {
      const now = Date.now();
      const came = { shown: now, ...(g && { touchpoint: g }) };
      if (event === 'shown' && !quiet) note(core, key, came);
      if (event === 'answered') note(core, key, { ...(quiet && came), answered: now });
      if (event === 'closed') {
        if (!quiet) core._busy = undefined;
        if (reason === 'person') note(core, key, { closed: now });
      }
    },
  });
  placement._shown = shown;
  placement._mode = mode || (slot ? 'inline' : '');
  placement._host = shown.host;
  if (!quiet) core._busy = shown.host;
  return shown;
}
