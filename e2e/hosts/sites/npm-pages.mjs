import { join } from 'node:path';
import { inHead, listen, scriptTag, serveFolder } from '../serving.mjs';
import { npmFolder } from '../workshop.mjs';

const PACKAGES = [
  'uikit@3.25.20',
  'foundation-sites@6.9.0',
  'motion-ui@2',
  'what-input@5',
  'jquery@3',
  'startbootstrap-sb-admin-2@4.1.4',
  'bulma@1.0.4',
  'semantic-ui-css@2.5.0',
  'materialize-css@1.0.0',
];

/** Pages that the packages bring. They move nothing by themselves, or the probe could not tell whose doing it was. */
const PAGES = [
  '/uikit/tests/form.html',
  '/uikit/tests/table.html',
  '/uikit/tests/navbar.html',
  '/foundation-sites/test/visual/form/input-group-xygrid.html',
  '/foundation-sites/test/visual/button/button.html',
  '/foundation-sites/test/visual/top-bar/stacking.html',
  '/startbootstrap-sb-admin-2/buttons.html',
  '/startbootstrap-sb-admin-2/register.html',
];

const SHEETS = {
  bulma: ['/bulma/css/bulma.css'],
  'semantic-ui': ['/semantic-ui-css/semantic.css'],
  materialize: ['/materialize-css/dist/css/materialize.css'],
  'five of them at once': [
    '/bulma/css/bulma.css',
    '/semantic-ui-css/semantic.css',
    '/materialize-css/dist/css/materialize.css',
    '/uikit/dist/css/uikit.css',
    '/foundation-sites/dist/css/foundation.css',
  ],
};

/** Style sheets of strangers: pages of npm packages, and one page under the sheets of packages that bring none. */
export async function npmPages(milepost) {
  const folder = await npmFolder('pages', PACKAGES);
  const root = join(folder, 'node_modules');
  const tag = scriptTag(milepost, milepost.keys.popover);
  const [plain, withUs] = [
    await serveFolder(root, (html) => inHead(atHome(html))),
    await serveFolder(root, (html) => inHead(atHome(html), tag)),
  ];
  const sheetPage = (more) =>
    listen((req, res) => {
      const name = decodeURIComponent(req.url.slice(1));
      res.setHeader('content-type', 'text/html; charset=utf-8');
      const links = (SHEETS[name] ?? []).map((href) => `<link rel="stylesheet" href="${plain.url}${href}">`);
      res.end(inHead(SINK.replace('</head>', `${links.join('')}</head>`), more));
    });
  const [plainSheets, sheetsWithUs] = [await sheetPage(''), await sheetPage(tag)];
  return {
    name: 'npm packages',
    pages: [
      ...PAGES.map((path) => ({
        name: path.slice(1).replace('/test/visual', ''),
        plain: plain.url + path,
        withUs: withUs.url + path,
      })),
      ...Object.keys(SHEETS).map((name) => ({
        name: `${name} (sheet)`,
        plain: `${plainSheets.url}/${encodeURIComponent(name)}`,
        withUs: `${sheetsWithUs.url}/${encodeURIComponent(name)}`,
      })),
    ],
    stop: () => Promise.all([plain, withUs, plainSheets, sheetsWithUs].map((one) => one.stop())),
  };
}

/** Points at files of the packages where a page names a build that is not in them, and fetches nothing from elsewhere. */
const atHome = (html) =>
  html
    .replace(/<link[^>]+href="https?:[^>]*>/g, '')
    .replace(/(src|href)="https?:[^"]*"/g, '$1="#"')
    .replace(/(srcset|data-src)="[^"]*https?:[^"]*"/g, '')
    .replace(
      '<script src="js/test.js"></script>',
      '<link rel="stylesheet" href="/uikit/dist/css/uikit.css"><script src="/uikit/dist/js/uikit.js"></script><script src="/uikit/dist/js/uikit-icons.js"></script>',
    )
    .replace(/"[./]*motion-ui\/dist/g, '"/motion-ui/dist')
    .replace(/"[./]*assets\/css\//g, '"/foundation-sites/dist/css/')
    .replace(/"[./]*assets\/js\/foundation\.js/g, '"/foundation-sites/dist/js/foundation.js')
    .replace(
      /<script src="[./]*assets\/js\/vendor\.js"><\/script>/g,
      '<script src="/jquery/dist/jquery.js"></script><script src="/what-input/dist/what-input.js"></script>',
    );

/** One of everything that a style sheet is likely to reach. */
const SINK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plans</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>
<header><nav><ul><li><a href="#one">Plans</a></li><li><a href="#two">Prices</a></li></ul></nav></header>
<main class="container"><section class="section"><h1 class="title">Fibre for everybody</h1>
<p>Choose a plan, order it and be online in <em>two</em> days.</p>
<form><fieldset><legend>Your plan</legend><label><input type="radio" name="plan" value="a"> Small</label>
<label><input type="radio" name="plan" value="b"> Large</label></fieldset>
<label>Street <input name="street" class="input"></label><label>Note <textarea name="note"></textarea></label>
<select name="speed"><option>100</option><option>1000</option></select>
<button type="button" class="button">Order</button></form>
<table class="table"><thead><tr><th>Plan</th><th>Price</th></tr></thead><tbody><tr><td>Small</td><td>20</td></tr></tbody></table>
<ol><li>Order</li><li>Plug in</li></ol><blockquote>Quick.</blockquote><pre><code>ping lumen</code></pre></section></main>
<footer><small>Lumen</small></footer></body></html>`;
