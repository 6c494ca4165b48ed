import { createHash } from 'node:crypto';
import type { Translate } from '@/lib/translate';
import { escapeText, html } from '@/widget/html';
import { type Branch, element } from '@/widget/tree';

export type HostPage = {
  /** Name of the made-up shop. */
  brand: string;
  /** The address of the loader, with the workspace's key. */
  script: string;
  /** Path and query of this page. */
  path: string;
  /** Pages to go to, so that rules by address can be tried. */
  paths: readonly string[];
  /** Events that surveys wait for, to be reported by a button each. */
  events: readonly string[];
  /** Inline surveys that can be shown in their place. */
  inline: readonly { key: string; title: string }[];
  /** Key of the inline survey that this page has the element for. */
  shown: string | null;
  /** Nothing that is answered on this page is recorded. */
  preview: boolean;
  /** Whether any survey is open at all. */
  asks: boolean;
  /** Whether a rule names whole addresses, which the made-up site does not have. */
  hasWholeAddresses: boolean;
};

/**
 * A page of a stranger's shop with the widget in it, and the policy that such a shop would send: Milepost may run and
 * answer, and lie in a frame where a survey is kept from the site; its styles need no leave. Only forgetting that a survey
 * was shown and reporting events are ours.
 */
export function hostPage(t: Translate, page: HostPage, origin: string): { html: string; policy: string } {
  const policy = [
    "default-src 'none'",
    `script-src ${origin} ${hashOf(OWN_SCRIPT)}`,
    `connect-src ${origin}`,
    `frame-src ${origin}`,
    `style-src ${hashOf(STYLE)}`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const body = html(['body', {}, ...parts(t, page)]).slice(0, -'</body>'.length);
  return {
    policy,
    html:
      `<!doctype html><html lang="${t.tongue}"><head><meta charset="utf-8">` +
      `<title>${escapeText(t('{brand}: widget test page', { brand: page.brand }))}</title>` +
      '<meta name="viewport" content="width=device-width,initial-scale=1">' +
      `<link rel="icon" href="data:,"><style>${STYLE}</style><script>${OWN_SCRIPT}</script>` +
      `</head>${body}<script async src="${escapeText(page.script)}"></script></body></html>`,
  };
}

function parts(t: Translate, page: HostPage): Branch[] {
  const { brand, path, paths, events, inline, shown, preview, asks, hasWholeAddresses } = page;
  return [
    element(
      'aside',
      { class: 'bar', 'aria-label': t('About this test page') },
      element('b', {}, `${t('Test page.')} `),
      preview
        ? t('This is a made-up site with a preview of your widget: nothing that you answer here is recorded.')
        : asks
          ? t('This is a made-up site with your real widget: what you answer here is recorded and counts.')
          : t('No survey is asked with the widget now: open one first.'),
      ' ',
      element('a', { href: '?forget' }, t('Forget that I was asked')),
      ' ',
      element('a', { href: '?milepost_debug=1' }, t('Show every gate')),
      ' ',
      element('a', { href: '?milepost_preview=1' }, t('Show all, record nothing')),
      ' ',
      element('a', { href: '/widget' }, t('Back to Milepost')),
    ),
    element(
      'header',
      {},
      element('b', {}, brand),
      element(
        'nav',
        { 'aria-label': t('Site') },
        ...paths.map((one) =>
          element('a', { href: one, 'aria-current': one === path && 'page' }, one.slice(ROOT.length) || '/'),
        ),
      ),
    ),
    element(
      'main',
      {},
      element('h1', {}, t('Welcome to {brand}', { brand })),
      element(
        'p',
        {},
        t(
          'Nothing on this page is Milepost but the question that appears. The surveys’ own rules decide when that is: wait for their delay, or go to an address that they name.',
        ),
      ),
      hasWholeAddresses &&
        element(
          'p',
          {},
          t('Rules with a * name whole addresses of your own site, so they do not match here.'),
        ),
      ...(events.length > 0
        ? [
            element('h2', {}, t('Events')),
            element('p', {}, t('In your site, your own code reports these.')),
            element(
              'p',
              {},
              ...events.flatMap((name) => [
                element(
                  'button',
                  { type: 'button', 'data-event': name },
                  t('Report {event}', { event: name }),
                ),
                ' ',
              ]),
            ),
          ]
        : []),
      ...(inline.length > 0
        ? [
            element('h2', {}, t('Inline surveys')),
            element(
              'ul',
              {},
              ...inline.map(({ key, title }) =>
                element(
                  'li',
                  {},
                  element(
                    'a',
                    { href: `${ROOT}?inline=${key}` },
                    t('Show “{survey}” below', { survey: title }),
                  ),
                ),
              ),
            ),
          ]
        : []),
      ...(shown === null ? [] : [element('div', { class: 'slot', 'data-milepost-survey': shown })]),
      element('div', { class: 'block' }),
      element('div', { class: 'block half' }),
      element('div', { class: 'block' }),
    ),
  ];
}

/** Where the test pages begin; addresses of the made-up site follow it. */
export const ROOT = '/widget/test';

const OWN_SCRIPT =
  "if(location.search==='?forget'){localStorage.removeItem('milepost');history.replaceState(null,'',location.pathname)}" +
  "addEventListener('click',e=>{const n=e.target.dataset?.event;n&&window.milepost?.('track',n)})";

const STYLE =
  ':root{color-scheme:light dark;--g:#136a50;--l:#e9ecf0;--b:#fff;--f:#202733}@media(prefers-color-scheme:dark){:root{--l:#28303b;--b:#14181f;--f:#e8ebf0}}*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--f);font:16px/1.5 Georgia,serif}.bar{margin:0;padding:10px 20px;background:#fff3d6;color:#4d3800;font:14px/1.5 system-ui,sans-serif}.bar a{color:inherit;display:inline-block;min-height:24px;margin-right:8px}header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:16px 20px;background:var(--g);color:#fff}nav{display:flex;flex-wrap:wrap;gap:4px 16px}header a{color:#fff;min-height:24px;overflow-wrap:anywhere}header a[aria-current]{text-decoration:none;font-weight:700}main{max-width:46rem;margin:0 auto;padding:24px 20px 120px}button{min-height:36px;padding:4px 12px;border:1px solid;border-radius:6px;background:none;color:inherit;font:inherit}main a{color:inherit;display:inline-block;min-height:24px}.slot{margin:24px 0}.block{height:120px;margin:20px 0;border-radius:8px;background:var(--l)}.half{width:60%}';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
