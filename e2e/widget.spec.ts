import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { demo } from './demo';
import { answersAt, expect, test } from './test';

/** A stranger's site on another origin, under the smallest policy that the widget is promised to work with. */
let host: Server;
let site: string;

const STUB = 'window.milepost=window.milepost||function(){(milepost.q=milepost.q||[]).push(arguments)};';

/** What the page of an address holds besides its frame; `loader` is the path of its script. */
type HostPage = { body?: string; calls?: string; loader?: string; head?: string };

const PAGES: Record<string, () => HostPage> = {
  '/inline': () => ({ body: `<div data-milepost-survey="${demo().placements.widget}"></div>` }),
  '/element': () => ({ body: `<milepost-survey survey="${demo().placements.widget}"></milepost-survey>` }),
  '/long': () => ({ body: `${'<p>Text.</p>'.repeat(200)}<p id="end">The end.</p>` }),
  '/queue': () => ({ calls: "milepost('init',{consent:'pending'});milepost('track','early');" }),
  '/two': () => ({
    head: `<script async src="${demo().url}/v1/milepost.js?k=${demo().placements.widget}"></script>`,
  }),
};

test.beforeAll(async () => {
  const { url, siteKey } = demo();
  host = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://host');
    const { body = '', calls = '', head = '' } = PAGES[pathname]?.() ?? {};
    const loader = searchParams.has('fixed')
      ? `/v${searchParams.get('fixed')}/milepost.js`
      : '/v1/milepost.js';
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${url} 'nonce-stub'; connect-src ${url}; style-src 'self'; img-src data:; require-trusted-types-for 'script'`,
    );
    res.end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
       <script nonce="stub">${STUB}${calls}</script>${head}
       <script async src="${url}${loader}?k=${siteKey}"></script></head>
       <body><main><h1>Plans</h1><p id="text">Fibre for everybody.</p><button id="buy">Buy</button>
       <input aria-label="Search" id="search">${body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise((resolve) => host.close(resolve)));

const surveys = (page: Page) => page.locator('milepost-survey');
const shown = (page: Page) => page.locator('milepost-survey[data-state=shown]');

/** Long enough for whatever is due at once to have come. */
const A_WHILE = 2500;

type Result = { ok?: boolean; shown?: boolean; reason: string };
const call = (page: Page, ...args: unknown[]): Promise<Result> =>
  page.evaluate((args) => {
    const { milepost } = window as unknown as { milepost: (...args: unknown[]) => Promise<Result> };
    return milepost(...args);
  }, args);

type Rules = { t?: string; d?: number; u?: string; q?: number; x?: number; s?: number };
type SiteRules = { r: number; g: number; c?: string; s: Record<string, Rules> };

/** Lets the site's widgets have other rules than the demo's: the loader of a fixed version asks for them. */
async function visit(
  page: Page,
  path: string,
  change: (rules: SiteRules, key: string) => void,
): Promise<void> {
  const { url, placements } = demo();
  await page.route(`${url}/v1/site/*.json`, async (route) => {
    const reply = await route.fetch();
    const config = (await reply.json()) as SiteRules;
    const own = config.s[placements.widget] ?? {};
    config.s = { [placements.widget]: { ...own, d: 0 } };
    change(config, placements.widget);
    await route.fulfill({ response: reply, json: config });
  });
  await page.goto(`${site}${path}${path.includes('?') ? '&' : '?'}fixed=${await version()}`);
  await page.waitForFunction(() => (window as unknown as { milepost: { l?: 1 } }).milepost.l);
}

/** The version that the server has, as it tells whoever asks for another. */
async function version(): Promise<string> {
  const reply = await fetch(`${demo().url}/v0.0.0/milepost.js`);
  expect(reply.status).toBe(404);
  return /\/v([\d.]+)\/milepost\.js/.exec(((await reply.json()) as { title: string }).title)?.[1] ?? '';
}

const only = (page: Page) => page.evaluate(() => Object.keys(localStorage));

test('the widget shows itself once, saves the first tap and leaves the page alone', async ({ page }) => {
  const before = await answersAt('widget');
  await page.goto(site);
  await page.locator('#search').focus();
  const layout = await page.locator('#text').boundingBox();
  const widget = surveys(page);
  await expect(widget).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  expect(await page.locator('#text').boundingBox()).toEqual(layout);
  await expect(widget.getByRole('radiogroup').first()).toBeVisible();
  expect(await widget.locator('input[type=radio]').first().getAttribute('value')).not.toBeNull();
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await widget.getByRole('radio').nth(4).click({ force: true });
  expect((await saved).status()).toBe(201);
  expect(await answersAt('widget')).toBe(before + 1);
  await widget.getByRole('textbox').first().fill('Quick.');
  await widget.getByRole('button', { name: 'Send' }).click();
  await expect(widget).toHaveAttribute('data-state', 'answered');
  expect(await page.context().cookies()).toEqual([]);
  expect(await only(page)).toEqual(['milepost']);
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /milepost/i.test(name)))).toEqual([
    'milepost',
  ]);

  await page.goto(`${site}/again`);
  await page.waitForTimeout(4500);
  await expect(surveys(page)).toHaveCount(0);
  expect(await answersAt('widget')).toBe(before + 1);
});

test('Escape closes it only while the focus is inside, and a closed one counts no answer', async ({
  page,
}) => {
  const before = await answersAt('widget');
  await page.goto(site);
  const widget = surveys(page);
  await expect(widget).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect(widget).toHaveAttribute('data-state', 'shown');
  await widget.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(shown(page)).toHaveCount(0);
  expect(await answersAt('widget')).toBe(before);
  expect((await call(page, 'show', demo().placements.widget)).reason).toBe('dismissed');
});

test('an inline survey stands where its div stands', async ({ page }) => {
  await page.goto(`${site}/inline`);
  const widget = page.locator('[data-milepost-survey] milepost-survey');
  await expect(widget).toHaveAttribute('data-state', 'shown');
  await expect(widget.getByRole('radiogroup').first()).toBeVisible();
});

test('an element becomes the survey itself, also one that comes later', async ({ page }) => {
  await page.goto(`${site}/element`);
  await expect(shown(page)).toHaveCount(1);
  await expect(surveys(page)).toHaveCount(1);
  await page.evaluate(() => {
    const old = document.querySelector('milepost-survey') as Element;
    const fresh = document.createElement('milepost-survey');
    fresh.setAttribute('survey', old.getAttribute('survey') as string);
    old.replaceWith(fresh);
  });
  await expect(shown(page)).toHaveCount(1);
});

test('when Milepost is away the host page is as if the script were not there', async ({ browser }) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.route(`${demo().url}/**`, (route) => route.abort());
  await page.goto(`${site}/inline`);
  await page.waitForTimeout(1000);
  await expect(surveys(page)).toHaveCount(0);
  expect(faults).toEqual([]);
  await page.close();
});

const FIRED: [string, string, (page: Page) => Promise<unknown>][] = [
  ['event', 'eorder.delivered', (page) => call(page, 'track', 'order.delivered')],
  ['dwell', 'd4', (page) => page.waitForTimeout(1500)],
  ['scroll', 's0.6', (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight))],
  ['seen', 'v#end', (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight))],
  ['click', 'c#buy', (page) => page.locator('#buy').click()],
  [
    'exit',
    'x',
    async (page) => {
      await page.mouse.move(400, 300);
      await page.mouse.move(400, 0);
    },
  ],
];
for (const [kind, code, happen] of FIRED) {
  test(`a survey waits for its trigger, and says so: ${kind}`, async ({ page }) => {
    await visit(page, '/long', ({ s }, key) => {
      s[key] = { ...s[key], t: code };
    });
    expect(await call(page, 'canShow', demo().placements.widget)).toEqual({ ok: false, reason: kind });
    await page.waitForTimeout(1000);
    await expect(surveys(page)).toHaveCount(0);
    await happen(page);
    await expect(shown(page)).toHaveCount(1);
  });
}

test('a new address of a single-page site is a new page', async ({ page }) => {
  await visit(page, '/', ({ s }, key) => {
    s[key] = { ...s[key], u: '^/done' };
  });
  await page.waitForTimeout(1000);
  await expect(surveys(page)).toHaveCount(0);
  expect((await call(page, 'canShow', demo().placements.widget)).reason).toBe('page');
  await page.evaluate(() => history.pushState(null, '', '/done/7'));
  await expect(shown(page)).toHaveCount(1);
});

test('rests, share and the other survey on screen each keep it back, with their reason', async ({ page }) => {
  const key = demo().placements.widget;
  await page.addInitScript(() => {
    localStorage.milepost ||= JSON.stringify({ anotherSurvey: { shown: Date.now() - 864e5 } });
  });
  await visit(page, '/', () => {});
  await page.waitForTimeout(A_WHILE);
  await expect(surveys(page)).toHaveCount(0);
  expect((await call(page, 'canShow', key)).reason).toBe('rest');
  expect(await call(page, 'show', key)).toEqual({ shown: false, reason: 'rest' });
  expect(await call(page, 'show', key, { force: true })).toEqual({ shown: true, reason: 'ok' });
  expect((await call(page, 'canShow', key)).reason).toBe('dismissed');
  await call(page, 'close');
  await expect(shown(page)).toHaveCount(0);
});

test('a key that is no survey is called so', async ({ browser }) => {
  const page = await browser.newPage();
  await visit(page, '/', () => {});
  expect(await call(page, 'canShow', 'nosuchplacement0')).toEqual({ ok: false, reason: 'unknown_key' });
  await page.close();
});

test('without consent nothing comes by itself and nothing is kept; denied, what was kept is gone', async ({
  page,
}) => {
  const key = demo().placements.widget;
  await visit(page, '/', (config) => {
    config.c = 'pending';
  });
  await page.waitForTimeout(A_WHILE);
  await expect(surveys(page)).toHaveCount(0);
  expect((await call(page, 'canShow', key)).reason).toBe('consent');
  expect((await call(page, 'show', key)).shown).toBe(true);
  expect(await only(page)).toEqual([]);
  await call(page, 'close');
  await page.reload();
  await call(page, 'consent', 'granted');
  await expect(shown(page)).toHaveCount(1);
  expect(await only(page)).toEqual(['milepost']);
  await call(page, 'consent', 'denied');
  expect(await only(page)).toEqual([]);
});

test('a browser that says “do not track” is asked nothing by itself', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await visit(page, '/', () => {});
  await page.waitForTimeout(A_WHILE);
  await expect(surveys(page)).toHaveCount(0);
  expect((await call(page, 'canShow', demo().placements.widget)).reason).toBe('do_not_track');
  expect(await only(page)).toEqual([]);
});

test('what is called before it is there counts before anything is shown', async ({ page }) => {
  await visit(page, '/queue', () => {});
  await page.waitForTimeout(A_WHILE);
  await expect(surveys(page)).toHaveCount(0);
  expect((await call(page, 'canShow', demo().placements.widget)).reason).toBe('consent');
});

test('two script tags of one page share one widget', async ({ page }) => {
  await page.goto(`${site}/two`);
  await expect(shown(page)).toHaveCount(1, { timeout: 20_000 });
  await page.waitForTimeout(A_WHILE);
  await expect(surveys(page)).toHaveCount(1);
});

test('a preview shows at once, keeps nothing and sends nothing', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await visit(page, '/?milepost_preview=1', ({ s }, key) => {
    s[key] = { ...s[key], u: '^/never', d: 60 };
  });
  await expect(shown(page)).toHaveCount(1);
  await surveys(page).getByRole('radio').nth(2).click({ force: true });
  await page.waitForTimeout(1000);
  expect(sent).toEqual([]);
  expect(await only(page)).toEqual([]);
});

test('the overlay names every gate of every survey', async ({ page }) => {
  await visit(page, '/?milepost_debug=1', ({ s }, key) => {
    s[key] = { ...s[key], u: '^/never', t: 'x' };
  });
  const overlay = page.locator('milepost-debug');
  await expect(overlay.getByText(demo().placements.widget)).toBeVisible();
  for (const gate of [
    'do_not_track',
    'page',
    'answered',
    'dismissed',
    'touchpoint_rest',
    'rest',
    'exit',
    'busy',
  ])
    await expect(overlay.getByRole('listitem').filter({ hasText: gate }).first()).toBeVisible();
  await overlay.getByRole('button', { name: 'Close' }).click();
  await expect(overlay).toHaveCount(0);
});

test('who answers and where goes with the answer, and whoever listens hears of it', async ({ page }) => {
  await visit(page, '/plans', ({ s }, key) => {
    s[key] = { ...s[key], d: 0 };
  });
  await call(page, 'identify', 'u_42', { plan: 'pro' });
  await page.evaluate(() => {
    const heard: unknown[] = [];
    (window as unknown as { heard: unknown[] }).heard = heard;
    document.addEventListener('milepost:answered', (event) => heard.push((event as CustomEvent).detail.key));
  });
  await expect(shown(page)).toHaveCount(1);
  const saved = page.waitForRequest((request) => request.method() === 'PUT');
  await surveys(page).getByRole('radio').nth(4).click({ force: true });
  const body = (await saved).postDataJSON() as {
    person: unknown;
    context: { page: string; language: string };
  };
  expect(body.person).toEqual({ id: 'u_42', traits: { plan: 'pro' } });
  expect(body.context.page).toMatch(/^\/plans/);
  expect(body.context.language).toBe('en');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([demo().placements.widget]);
});

test('an answer that could not be sent is kept, arrives once, and is then forgotten', async ({
  page,
  context,
}) => {
  const waiting = () =>
    page.evaluate(() => Object.keys(JSON.parse(localStorage.milepost ?? '{}').w ?? {}).length);
  const before = await answersAt('widget');
  await visit(page, '/', () => {});
  await expect(shown(page)).toHaveCount(1);
  await context.setOffline(true);
  await surveys(page).getByRole('radio').nth(4).click({ force: true });
  await expect(surveys(page).getByText('Not saved yet.')).toBeAttached();
  expect(await waiting()).toBe(1);
  await page.goto('about:blank');
  await context.setOffline(false);
  await page.goto(`${site}/later`);
  await expect.poll(waiting).toBe(0);
  expect(await answersAt('widget')).toBe(before + 1);
});
