import type { PlacementConfig, SiteConfig } from './config';
import { createMemory } from './memory';
import type { show } from './show';
import { due, rested } from './triggers';

/** Replaced by the server with the configuration of the requested key. */
declare const __MILEPOST_CONFIG__: SiteConfig;

type Milepost = {
  /** Takes the placements of one more script tag. */
  add(site: SiteConfig): void;
  /** Looks again for inline places and due surveys; a host may call it after it has changed the page. */
  check(): void;
};

/** `host`: the element that shows it, or a promise of one. */
type Placement = PlacementConfig & {
  host?: HTMLElement | Promise<void>;
  timer?: ReturnType<typeof setTimeout> | 0;
};

const DEFAULT_WINDOW_DAYS = 90;

function start(origin: string): Milepost {
  const memory = createMemory(() => localStorage);
  const placements: Record<string, Placement> = {};
  let popover: Placement | undefined;

  function open(placement: Placement, slot?: Element): void {
    const { k } = placement;
    if (!slot) popover = placement;
    placement.host = (import(`${origin}/v1/q/${k}.js`) as Promise<{ show: typeof show }>)
      .then((module) => {
        placement.host = module.show(`${origin}/api/v1/placements/${k}/responses/`, slot);
        memory.remember(k, Date.now());
      })
      .catch(() => {
        if (!slot) popover = undefined;
      });
  }

  /** Whether a placement is neither on this page nor on its way. */
  const isFree = ({ host }: Placement) => !host || (host as HTMLElement).isConnected === false;

  const isDue = (placement: Placement) =>
    isFree(placement) && due(placement, location.pathname + location.search, memory.read(), Date.now());

  function check(): void {
    for (const slot of document.querySelectorAll<HTMLElement>('[data-milepost-survey]')) {
      const k = slot.dataset.milepostSurvey;
      if (!k) continue;
      placements[k] ||= { k, w: DEFAULT_WINDOW_DAYS };
      const placement = placements[k];
      if (isFree(placement) && rested(placement, memory.read(), Date.now())) open(placement, slot);
    }
    for (const placement of Object.values(placements)) {
      if (!isDue(placement)) {
        clearTimeout(placement.timer as number);
        placement.timer = 0;
      } else placement.timer ||= setTimeout(openIfDue, (placement.d as number) * 1e3, placement);
    }
  }

  function openIfDue(placement: Placement): void {
    placement.timer = 0;
    const closed = !popover || isFree(popover) || (popover.host as HTMLElement).dataset?.state === 'closed';
    if (closed && isDue(placement)) open(placement);
  }

  // A single-page host draws its new page after the address has changed.
  const soon = () => setTimeout(check);
  addEventListener('popstate', soon);
  window.navigation?.addEventListener('currententrychange', soon);

  return {
    add({ s }) {
      for (const placement of s) placements[placement.k] ||= placement;
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', check);
      else check();
    },
    check,
  };
}

try {
  const page = window as unknown as { milepost?: Milepost };
  const config = __MILEPOST_CONFIG__;
  // An element with this id in the host's page would be found under the same name.
  if (!page.milepost?.add) page.milepost = start(config.o);
  page.milepost.add(config);
} catch {}
