import type { Core } from './core';
import type { Verdict } from './gates';
import { storageOf } from './note';
import { doNotTrack, judge } from './situation';

declare const __VERSION__: string;
declare const __DEBUG_CSS__: string;

const LOOK_MS = 1000;

/** The overlay of `?milepost_debug=1`: every survey of the page with every gate, as of now. For whoever installs it. */
export function run(core: Core): void {
  core._holds--;
  if (document.querySelector('milepost-debug')) return;
  const host = document.createElement('milepost-debug');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(__DEBUG_CSS__);
  shadow.adoptedStyleSheets = [sheet];
  const facts = make('dl');
  const list = make('div', { class: 'list' });
  const blocked = make('ul');
  const close = make('button', { 'aria-label': 'Close' }, '✕');
  const panel = make(
    'section',
    { 'aria-label': 'Milepost on this page', lang: 'en', dir: 'ltr' },
    make('header', {}, make('h2', {}, 'Milepost on this page'), close),
    facts,
    blocked,
    list,
  );
  shadow.append(panel);
  document.body.append(host);

  const told = (event: SecurityPolicyViolationEvent) => {
    if (!event.blockedURI.startsWith(core._site.o)) return;
    blocked.append(
      make(
        'li',
        {},
        `The page’s policy blocks ${event.blockedURI}. Allow ${core._site.o} in ${event.effectiveDirective}.`,
      ),
    );
  };
  document.addEventListener('securitypolicyviolation', told);
  const timer = setInterval(draw, LOOK_MS);
  close.onclick = () => {
    clearInterval(timer);
    document.removeEventListener('securitypolicyviolation', told);
    host.remove();
  };
  draw();

  function draw(): void {
    const [said, consent] = core._said.consent;
    const kept = core._mayKeep() ? (isStorageThere(core) ? 'yes' : 'no, the page has no storage') : 'no';
    facts.replaceChildren(
      ...terms({
        Version: __VERSION__,
        Server: core._site.o,
        Page: core._page,
        Language: (core._said.locale?.[1] as string) || document.documentElement.lang || 'of the browser',
        Consent: said ? `${consent}` : core._site.c ? 'waits for the site' : 'not asked for',
        'Do not track': `${doNotTrack() ? 'on' : 'off'}${core._site.n ? '' : ', not respected here'}`,
        'Keeps memory': kept,
        Person: core._said.identify ? `${core._said.identify[1]}` : 'nobody known',
      }),
    );
    const keys = Object.keys(core._site.s);
    if (keys.length === 0) list.replaceChildren(make('p', {}, 'This page’s key brings no open survey.'));
    const known = new Map(
      [...list.children].map((one) => [one.getAttribute('data-key'), one as HTMLElement]),
    );
    for (const key of keys) {
      let one = known.get(key);
      if (!one) {
        one = make('details', { 'data-key': key, open: '' }, make('summary'), make('ul'));
        list.append(one);
      }
      describe(core, key, one);
    }
  }
}

function describe(core: Core, key: string, into: HTMLElement): void {
  const { verdicts, reason } = judge(core, key);
  const [summary, gatesList] = [...into.children] as [HTMLElement, HTMLElement];
  const { _host, q } = core._site.s[key] ?? {};
  const state = (_host as HTMLElement | undefined)?.dataset?.state;
  summary.replaceChildren(
    make('code', {}, key),
    make('span', {}, ['comes by itself', 'inline', 'side tab'][q ?? 0] as string),
    make('b', { class: reason === 'ok' ? 'yes' : 'no' }, state ?? reason),
  );
  gatesList.replaceChildren(
    ...verdicts.map((verdict) =>
      make(
        'li',
        { class: verdict.ok ? 'yes' : 'no' },
        make('b', {}, verdict.ok ? '✓ ' : '✕ '),
        `${verdict.reason} `,
        make('small', {}, measured(verdict)),
      ),
    ),
  );
}

const UNITS: Partial<Record<Verdict['reason'], string>> = {
  answered: ' days',
  dismissed: ' days',
  touchpoint_rest: ' days',
  rest: ' days',
  dwell: ' s',
  delay: ' s',
  scroll: ' %',
};

/** What a gate found and needs, and when it opens. */
function measured({ reason, ok, needs, has, until }: Verdict): string {
  const unit = UNITS[reason] ?? '';
  const number = (value: number) => `${Math.round(value * 100) / 100}${unit}`;
  if (needs === null) return '';
  const found = has === null ? 'never' : number(has);
  const opens = !ok && until ? `, opens ${new Date(until).toLocaleString('en-GB')}` : '';
  return reason === 'sample'
    ? `drawn ${has === null ? 'not yet' : number(has)}, below ${number(needs)} is asked`
    : `${found} of ${number(needs)}${opens}`;
}

function isStorageThere(core: Core): boolean {
  try {
    return Boolean(storageOf(core));
  } catch {
    return false;
  }
}

const terms = (facts: Record<string, string>) =>
  Object.entries(facts).flatMap(([name, fact]) => [make('dt', {}, name), make('dd', {}, fact)]);

function make(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
