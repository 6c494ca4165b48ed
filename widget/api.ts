import type { SiteConfig } from './config';
import type { Call, Core } from './core';
import { gatesOfShow, type Reason } from './gates';
import { storageOf } from './note';
import { sandbox } from './sandbox';
import type { Shown } from './shown';
import { isBusy, judge } from './situation';

declare const __VERSION__: string;

export type InitOptions = {
  locale?: string;
  consent?: string;
  persistence?: 'local' | 'session' | 'memory';
  respectDnt?: boolean;
  sandbox?: boolean;
  container?: Element | string;
};
export type ShowRequest = { mode?: string; target?: Element | string; force?: boolean };

/** The commands that most page views do not need. Whatever is called that is none of them does nothing. */
const commands: Record<string, (core: Core, ...args: never[]) => unknown> = {
  version: () => __VERSION__,
  init,
  add,
  show,
  canShow,
  close,
  reset,
  on,
  consent,
  debug: (core) => {
    core._holds++;
    return core._load('p/debug.js');
  },
};

export async function run(core: Core, [name, ...args]: Call): Promise<unknown> {
  // What follows from a call is there when its page is looked at again.
  try {
    return await commands[name]?.(core, ...(args as never[]));
  } finally {
    core._holds--;
  }
}

/** Takes the site's options, and the surveys of a key that no script tag names. */
async function init(core: Core, key?: string | InitOptions, more?: InitOptions): Promise<void> {
  const options = (typeof key === 'object' ? key : more) ?? {};
  if (options.locale) {
    core._said.locale = ['locale', options.locale];
    if (core._resent) core._load('p/locale.js');
  }
  if (options.consent) consent(core, options.consent);
  if (options.respectDnt !== undefined) {
    if (options.respectDnt) core._site.n = 1;
    else delete core._site.n;
  }
  if (options.persistence && options.persistence !== 'local') persist(core, options.persistence);
  const container = elementOf(options.container);
  if (container) core._container = container;
  if (options.sandbox) sandbox(core);
  if (typeof key === 'string') {
    const reply = await fetch(`${core._site.o}/v1/site/${key}.json`, { credentials: 'omit' });
    if (reply.ok) add(core, (await reply.json()) as SiteConfig);
  }
}

/** Keeps what is remembered in another place than the site's storage, and nothing there. */
function persist(core: Core, where: 'session' | 'memory'): void {
  try {
    delete localStorage.milepost;
  } catch {}
  core._storage = () => {
    if (where === 'session') return sessionStorage;
    throw new Error('Nothing is kept.');
  };
  core._read = (write) => {
    try {
      if (core._mayKeep()) {
        const storage = storageOf(core);
        if (write) storage.milepost = JSON.stringify(core._held);
        else Object.assign(core._held, JSON.parse(storage.milepost as string));
      }
    } catch {}
    return core._held;
  };
}

/** The surveys of one more script tag. What one site asks for more, holds for all. */
function add(core: Core, { o, r, g, n, c, s }: SiteConfig): void {
  const site = core._site;
  site.r = Math.max(site.r, r);
  site.g = Math.max(site.g, g);
  if (n) site.n = n;
  if (c) {
    site.c = c;
    if (!core._said.consent[0]) core._said.consent = ['', c];
  }
  for (const [key, placement] of Object.entries(s))
    site.s[key] ??= { ...placement, ...(o !== site.o && { o }) };
  if (o === site.o) return;
  const load = core._load;
  core._load = (path, ...args) =>
    path.startsWith('q/') && site.s[args[0] as string]?.o === o
      ? import(`${o}/v1/${path}`).then((module) => module.run(core, ...args))
      : load(path, ...args);
}

/** Why a survey that the site's configuration does not hold cannot be shown; null where it can. */
async function fault(core: Core, key: string): Promise<'unknown_key' | 'closed' | null> {
  if (core._site.s[key]?.g) return null;
  const reply = await fetch(`${core._site.o}/api/v1/placements/${encodeURIComponent(key)}`, {
    credentials: 'omit',
  }).catch(() => null);
  if (!reply?.ok) return 'unknown_key';
  return ((await reply.json()) as { state: string }).state === 'open' ? null : 'closed';
}

/** Whether a survey would come up by itself now, and if not, what is in its way. */
async function canShow(core: Core, key: string): Promise<{ ok: boolean; reason: Reason }> {
  const reason = (await fault(core, key)) ?? judge(core, key).reason;
  return { ok: reason === 'ok', reason };
}

/**
 * Shows a survey now, where the person's own rest lets it: whatever page, trigger and delay say, for which this call
 * stands. `force` passes over the rest too, never over another survey that is open, and nothing is kept without consent.
 */
async function show(
  core: Core,
  key: string,
  { mode, target, force }: ShowRequest = {},
): Promise<{ shown: boolean; reason: Reason }> {
  const asked = navigator.userActivation?.isActive;
  const place = elementOf(target);
  const why = await fault(core, key);
  if (why) return { shown: false, reason: why };
  core._site.s[key] ??= { q: 1 };
  const placement = core._site.s[key];
  const { reason } = judge(core, key, gatesOfShow);
  const opened = placement._host as HTMLElement | undefined;
  if (opened?.isConnected && opened.dataset.state !== 'closed') return { shown: true, reason: 'ok' };
  if (reason !== 'ok' && !(force && reason !== 'busy')) return { shown: false, reason };
  const as = mode ?? (place ? 'inline' : placement.q === 1 ? 'popover' : '');
  const alone = !/inline|tab/.test(as || (placement.q ? 'tab' : ''));
  if (alone && isBusy(core)) return { shown: false, reason: 'busy' };
  if (alone) core._busy = document;
  placement._host = document;
  const language = core._said.locale?.[1] || document.documentElement.lang;
  try {
    const shown = (await core._load(`q/${key}.js?l=${language}&m=${as}`, key, place)) as Shown;
    // Who has asked for it wants to answer it.
    if (asked) enter(shown);
    return { shown: true, reason: 'ok' };
  } catch {
    placement._host = undefined;
    if (alone) core._busy = undefined;
    return { shown: false, reason: 'closed' };
  }
}

/** Takes surveys off the screen that came up; those that stand in the page stay. */
function close(core: Core, reason = 'site'): void {
  for (const { _host } of Object.values(core._site.s)) {
    const host = _host as Shown | undefined;
    if (host?.popover && host.dataset.state !== 'closed') host._close(reason);
  }
}

/** Somebody else may sit here now: who it was is forgotten, and what this device has been asked is not. */
function reset(core: Core): void {
  close(core, 'reset');
  delete core._said.identify;
}

const EVENTS = ['ready', 'shown', 'answered', 'completed', 'closed', 'error'];

/** Tells of surveys on this page; returns what ends it. `ready` comes once. */
function on(_: Core, event: string, listener: (detail: unknown) => void): () => void {
  const hear = (told: Event) => listener((told as CustomEvent).detail);
  if (event === 'ready') setTimeout(() => listener({ version: __VERSION__ }));
  else if (EVENTS.includes(event)) document.addEventListener(`milepost:${event}`, hear);
  return () => document.removeEventListener(`milepost:${event}`, hear);
}

/** Takes back consent, or gives it; without it nothing stays on the device. */
function consent(core: Core, state: string): void {
  core._said.consent = ['consent', state];
  if (state !== 'denied') return;
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      delete storage().milepost;
    } catch {}
  }
  delete core._held.w;
}

/** Puts the focus into a survey, which a side tab unfolds; one in the page stays as it is. */
function enter({ popover, shadowRoot }: Shown): void {
  if (!popover) return;
  const tab = shadowRoot?.querySelector<HTMLElement>('.t');
  if (tab) tab.click();
  else shadowRoot?.querySelector<HTMLElement>('[name=score], iframe')?.focus();
}

const elementOf = (target: Element | string | undefined): Element | undefined =>
  (typeof target === 'string' ? document.querySelector(target) : target) ?? undefined;
