import type { SiteConfig } from './config';
import type { Call, Core, Milepost, Part, Placement } from './core';
import type { MemoryRecord } from './memory';

/** Replaced by the server with the configuration of the requested key. */
declare const __MILEPOST_CONFIG__: SiteConfig;

/**
 * The part of the widget that every page view loads. Every byte counts here: it decides whether a survey is due, and
 * loads everything else when it is needed. It looks at the page twice a second while that is visible, because this
 * finds new addresses, new places and far triggers alike, in every browser, and changes nothing of the page's own.
 */
function start(site: SiteConfig & Core['_site']): void {
  const { milepost: there } = window;
  // An element with this id in the host's page would be found under the same name.
  if (there?.l) return void there('add', site);
  const core: Core = {
    _site: site,
    _said: { consent: ['', site.c || 'granted'] },
    _held: { v: 2 },
    _holds: 0,

    _mayKeep: () =>
      core._said.consent[1] === 'granted' &&
      !(
        site.n &&
        ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
          ((navigator as { doNotTrack?: unknown }).doNotTrack as number) > 0)
      ),

    _read(write?: unknown) {
      try {
        if (core._mayKeep())
          if (write) localStorage.milepost = JSON.stringify(core._held);
          else Object.assign(core._held, JSON.parse(localStorage.milepost));
      } catch {}
      return core._held;
    },

    _isDue(key: string) {
      // A selector may be wrong, and storage may hold anything.
      try {
        const memory = core._read();
        const placement = site.s[key] as Placement;
        const { g, w = 90, x = 30, q, u, t } = placement;
        const within = (days: number, at: unknown) => Math.abs(Date.now() - (at as number)) < days * 864e5;
        const { shown, closed, answered } = (memory[key] || {}) as MemoryRecord;
        if (
          placement._host?.isConnected ||
          (u && q !== 1 && !core._page.match(u)) ||
          within(w, answered) ||
          (!((answered as number) >= (shown as number)) && (within(x, shown) || within(x, closed))) ||
          (!q && !core._mayKeep())
        )
          return;
        for (const other in memory) {
          const { shown, touchpoint } = (memory[other] || {}) as MemoryRecord;
          if (!q && other !== key && (within(site.r, shown) || (touchpoint === g && within(site.g, shown))))
            return;
        }
        if (able.share && placement.s && !q) {
          if (!memory[key]) {
            memory[key] = { draw: Math.random() };
            core._read(1);
          }
          if ((memory[key].draw as number) >= placement.s) return;
        }
        return (
          q ||
          !t ||
          core._said[t] ||
          // biome-ignore lint/suspicious/noAssignInExpressions: what has been reached stays reached on this page.
          (core._said[core._page + t] ||=
            (able.dwell && t[0] === 'd' && (core._said[core._page] as number) > 2 * +t.slice(1)) ||
            (able.scroll &&
              t[0] === 's' &&
              scrollY + innerHeight >= document.documentElement.scrollHeight * +t.slice(1)) ||
            (able.seen &&
              t[0] === 'v' &&
              ((document.querySelector(t.slice(1)) as Element).getClientRects()[0] as DOMRect).top <
                innerHeight) ||
            // On touch, a quick way back up: half a screen in half a second.
            (able.exit &&
              t === 'x' &&
              (core._said[`y${core._page}`] as number) - scrollY > 300 &&
              navigator.maxTouchPoints))
        );
      } catch {}
    },

    _check() {
      if (core._holds || document.hidden) return;
      core._page = (core._said.page?.[1] as string) || location.pathname + location.search;
      if (able.dwell) core._said[core._page] = -~(core._said[core._page] as number);
      for (const _ in core._read().w) core._resent ||= part('resend');
      for (const slot of document.querySelectorAll('[data-milepost-survey],milepost-survey')) {
        const key = (slot as HTMLElement).dataset.milepostSurvey || slot.getAttribute('survey');
        if (key) {
          // biome-ignore lint/suspicious/noAssignInExpressions: it is the shortest way to say it.
          (site.s[key] ||= {} as Placement & { g: string }).q = 1;
          if (core._isDue(key)) open(key, slot);
        }
      }
      for (const key in site.s) {
        const placement = site.s[key] as Placement;
        placement._waited = placement.q !== 1 && core._isDue(key) ? -~(placement._waited as number) : 0;
        if (placement._waited > 2 * (placement.d as number) && (placement.q || !core._busy?.isConnected))
          open(key);
      }
      if (able.exit) core._said[`y${core._page}`] = scrollY;
    },

    _load(path: string, one: unknown, two: unknown) {
      const done = (async () => {
        // Firefox and WebKit hold back the load event of the page for an import under way.
        if (document.readyState > 'd') await new Promise((go) => addEventListener('load', go));
        return ((await import(`${site.o}/v1/${path}`)) as Part).run(core, one, two);
      })();
      // Who called may want to know; the console of the page does not.
      done.catch(() => {});
      return done;
    },
  } as unknown as Core;

  function open(key: string, slot?: Element): void {
    const placement = site.s[key] as Placement;
    // Until its own element is there, the document stands for it.
    if (!placement.q) core._busy = document;
    placement._host = document;
    core._load(
      `q/${key}.js?l=${core._said.locale?.[1] || document.documentElement.lang}&m=${slot ? 'inline' : ''}`,
      key,
      slot,
    );
  }

  const part = (name: string, call?: Call) => core._load(`p/${name}.js`, call, core._holds++);

  const milepost: Milepost = function (name, first) {
    // biome-ignore lint/complexity/noArguments: it is the shortest way to say it.
    const call = arguments as unknown as Call;
    // identify, track, locale, page, consent granted and pending: the api part does everything else.
    if (!/^(id|t|l|p|consent[gp])/.test(name + first)) return part('api', call);
    core._said[name === 'track' ? `e${first}` : name] = call;
    if (name === 'locale' && core._resent) core._load('p/locale.js');
    return;
  };

  if (able.exit)
    addEventListener('mouseout', ({ clientY }) => {
      if (clientY < 1) core._said[`${core._page}x`] = 1;
    });
  if (able.click)
    addEventListener(
      'click',
      ({ target }) => {
        for (const key in site.s)
          try {
            const code = (site.s[key] as Placement).t as string;
            if (code[0] === 'c' && (target as Element).closest(code.slice(1)))
              core._said[core._page + code] = 1;
          } catch {}
      },
      true,
    );
  milepost.l = 1;
  window.milepost = milepost;
  location.search.replace(/milepost_(\w+)=1/g, (_, name) => part(name) as unknown as string);
  for (const call of (there?.q || []) as Call[]) milepost(...call);
  core._check();
  setInterval(core._check, 500);
}

// A loader whose bytes never change asks for its configuration, by the key in its own address.
try {
  if (able.fixed) {
    const own =
      (document.currentScript as HTMLScriptElement | null) ||
      (document.querySelector('script[src*="/milepost.js?k="]') as HTMLScriptElement);
    const address = new URL(own.src);
    fetch(`${address.origin}/v1/site/${address.searchParams.get('k')}.json`, { credentials: 'omit' })
      .then((reply) => reply.json())
      .then(start)
      .catch(() => {});
  } else start(__MILEPOST_CONFIG__);
} catch {}
