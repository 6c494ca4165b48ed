import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from '@playwright/test';
import { demo } from './demo';
import { expect, scores, signIn, test } from './test';

type Kind = 'modal' | 'tab' | 'framed';

/** How the owner chooses each in the app. */
const CHOICES: Record<Kind, { mode: string; framed: boolean }> = {
  modal: { mode: 'Dialog in the middle', framed: false },
  tab: { mode: 'Tab at the side', framed: false },
  framed: { mode: 'Popover in the corner', framed: true },
};

/** A stranger's site on another origin, under the smallest policy that the widget is promised to work with. */
let host: Server;
let site: string;
const keys: Partial<Record<Kind, string>> = {};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  host = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://host');
    res.setHeader('content-type', 'text/html; charset=utf-8');
    if (pathname === '/shop') res.setHeader('content-security-policy', policy());
    res.end(PAGES[pathname]?.(searchParams.get('k') ?? ''));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  await asOwner(browser, async (page) => {
    for (const kind of Object.keys(CHOICES) as Kind[]) keys[kind] = await openPlace(page, kind);
  });
});

test.afterAll(async ({ browser }) => {
  await asOwner(browser, async (page) => {
    for (const key of Object.values(keys)) {
      await place(page, key).getByRole('button', { name: 'Close', exact: true }).click();
      await expect(place(page, key).getByRole('button', { name: 'Open again' })).toBeVisible();
    }
  });
  host.closeAllConnections();
  await new Promise((resolve) => host.close(resolve));
});

const policy = () =>
  `default-src 'none'; script-src ${demo().url} 'nonce-stub'; connect-src ${demo().url}; frame-src ${demo().url}; style-src 'self'; img-src data:; require-trusted-types-for 'script'`;
const STUB = 'window.milepost=window.milepost||function(){(milepost.q=milepost.q||[]).push(arguments)};';

const shop = (key: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
     <script nonce="stub">${STUB}</script><script async src="${demo().url}/v1/milepost.js?k=${key}"></script></head>
     <body><main><h1>Plans</h1><p id="text">Fibre for everybody.</p><button id="buy">Buy</button>
     <input aria-label="Search" id="search"></main></body></html>`;

const PAGES: Record<string, (key: string) => string> = {
  '/shop': shop,
  // Without a policy, so that a frame may go anywhere.
  '/open': shop,
  '/frames': (key) =>
    `<!doctype html><title>Frames</title><iframe id="stranger" srcdoc="Hello"></iframe>
     <iframe id="question" src="${demo().url}/a/${key}/frame"></iframe>`,
  '/listener': () =>
    '<!doctype html><title>Listener</title><body><script>onmessage = ({data}) => {document.body.append(JSON.stringify(data))}</script>',
};

test('a dialog takes no focus by itself, then holds it, and gives it back', async ({ page }) => {
  const before = await answers(1);
  const survey = await visit(page, 'modal');
  await expect(survey.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(survey).toHaveAttribute('data-state', 'shown');

  await page.keyboard.press('Tab');
  await expect(survey.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await answerByKeys(page, survey, 'From the dialog.');
  for (let times = 0; times < 6; times++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
  }
  await survey.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(survey).toHaveAttribute('data-state', 'closed');
  await expect(page.locator('#search')).toBeFocused();
  expect(await answers(1)).toBe(before + 1);
  expect(await shifts(page)).toEqual([]);
});

test('a side tab opens by key, folds by Escape, and stays where it is', async ({ page }) => {
  const before = await answers(1);
  const survey = await visit(page, 'tab');
  const tab = survey.getByRole('button', { name: 'Feedback' });
  await expect(tab).toBeVisible();
  await expect(survey.getByRole('radiogroup')).toBeHidden();
  const at = await tab.boundingBox();

  await page.keyboard.press('Tab');
  await expect(tab).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tab).toBeHidden();
  await answerByKeys(page, survey, 'From the tab.');
  await page.keyboard.press('Escape');
  await expect(tab).toBeFocused();
  await expect(survey).toHaveAttribute('data-state', 'answered');
  expect(await tab.boundingBox()).toEqual(at);
  expect(await answers(1)).toBe(before + 1);
  expect(await shifts(page)).toEqual([]);
});

test('a survey in a frame is answered by keys, and the site around it learns nothing of the answer', async ({
  page,
}) => {
  const before = await answers(1);
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
    for (const name of ['shown', 'answered', 'completed', 'closed', 'error'])
      addEventListener(`milepost:${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
  });
  const survey = await visit(page, 'framed');
  const frame = survey.locator('iframe');
  const inside = frame.contentFrame();
  await expect(inside.getByRole('radiogroup')).toBeVisible();
  const height = async () => (await frame.boundingBox())?.height ?? 0;
  await expect
    .poll(height)
    .toBe(await inside.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height)));
  const small = await height();
  expect(
    await frame.evaluate((frame: HTMLIFrameElement) => {
      try {
        return [frame.contentDocument, frame.contentWindow?.document.title];
      } catch (refusal) {
        return [frame.contentDocument, (refusal as Error).name];
      }
    }),
  ).toEqual([null, 'SecurityError']);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await answerByKeys(page, inside, 'A secret.', async () => {
    expect(await height()).toBeGreaterThan(small);
  });
  await expect(survey).toHaveAttribute('data-state', 'answered');
  await page.keyboard.press('Escape');
  await expect(survey).toHaveAttribute('data-state', 'closed');
  await expect(page.locator('#search')).toBeFocused();
  const heard = await page.evaluate(() => (window as unknown as { heard: [string, object][] }).heard);
  expect(heard.map(([name]) => name)).toEqual(['shown', 'answered', 'completed', 'closed']);
  for (const [, detail] of heard) expect(Object.keys(detail)).not.toContain('score');
  expect(JSON.stringify(heard)).not.toContain('secret');
  expect(await answers(1)).toBe(before + 1);
  // What is ours grows once the frame has told its height.
  expect((await shifts(page)).filter((moved) => !/^(ours|MILEPOST-SURVEY)$/.test(moved))).toEqual([]);
});

test('the page in a frame takes its one greeting from the page around it and from nobody else', async ({
  page,
}) => {
  await page.goto(`${site}/frames?k=${keys.framed}`);
  const said = await page.evaluate(async () => {
    const windowOf = (id: string) =>
      (document.querySelector(id) as HTMLIFrameElement).contentWindow as Window;
    type Send = (to: Window, message: unknown, port: MessagePort) => void;
    const greet = (send: Send, milepost: number) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(Object.keys(data));
        setTimeout(() => resolve('silence'), 500);
        send(windowOf('#question'), { milepost, context: { page: '/' } }, port2);
      });
    const own: Send = (to, message, port) => to.postMessage(message, '*', [port]);
    // Made in the stranger's window, so that the message is the stranger's.
    const foreign = (windowOf('#stranger') as unknown as typeof globalThis).eval(`(${own})`) as Send;
    return {
      stranger: await greet(foreign, 1),
      mistaken: await greet(own, 2),
      first: await greet(own, 1),
      second: await greet(own, 1),
    };
  });
  expect(said).toEqual({ stranger: 'silence', mistaken: 'silence', first: ['size'], second: 'silence' });
});

test('the greeting goes to our own origin only, wherever the frame has gone', async ({ page }) => {
  const survey = await visit(page, 'framed', '/open');
  const frame = survey.locator('iframe');
  await frame.evaluate(
    (frame: HTMLIFrameElement, address) =>
      new Promise<void>((resolve) => {
        frame.addEventListener('load', () => {
          frame.contentWindow?.postMessage('from the site', '*');
          resolve();
        });
        frame.src = address;
      }),
    `${site.replace('127.0.0.1', 'localhost')}/listener`,
  );
  await expect(frame.contentFrame().locator('body')).toHaveText('"from the site"', { useInnerText: true });
});

test('who is named after the survey has come stands in the answer', async ({ page }) => {
  const survey = await visit(page, 'modal');
  await page.evaluate(() => {
    const { milepost } = window as unknown as { milepost: (...args: unknown[]) => void };
    milepost('identify', 'u_77', { plan: 'pro' });
  });
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await survey.getByRole('radio').first().click({ force: true });
  const reply = await saved;
  expect(reply.status()).toBe(201);
  expect(reply.request().postDataJSON().person).toEqual({ id: 'u_77', traits: { plan: 'pro' } });
});

test('a frame learns who a person is also after it has come up', async ({ page }) => {
  const survey = await visit(page, 'framed');
  const radio = survey.frameLocator('iframe').getByRole('radio').first();
  await expect(radio).toBeVisible();
  await page.evaluate(() => {
    const { milepost } = window as unknown as { milepost: (...args: unknown[]) => void };
    milepost('identify', 'u_78');
  });
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await radio.focus();
  await page.keyboard.press('Space');
  expect((await saved).request().postDataJSON().person).toEqual({ id: 'u_78' });
});

/** A layout shift; one soon after a key or click is what the person asked for. */
type Shift = { sources: { node: Node | null }[]; hadRecentInput: boolean };

/** The survey of a kind on the stranger's page, the person's focus being in a field there, where it stays. */
async function visit(page: Page, kind: Kind, path = '/shop'): Promise<Locator> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Shift)[])
        if (!entry.hadRecentInput)
          shifts.push(
            ...entry.sources.map(({ node }) =>
              node?.isConnected && node.getRootNode() === document ? node.nodeName : 'ours',
            ),
          );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site}${path}?k=${keys[kind]}`);
  const search = page.locator('#search');
  await search.focus();
  const survey = page.locator('milepost-survey');
  await expect(survey).toHaveAttribute('data-state', 'shown');
  await page.keyboard.type('fibre');
  await expect(search).toHaveValue('fibre');
  return survey;
}

/** Gives the lowest score with the focus on the scale, says why, sends it, and is thanked where the focus is. */
async function answerByKeys(
  page: Page,
  form: Pick<Locator, 'getByRole'>,
  comment: string,
  chosen: () => Promise<void> = async () => {},
): Promise<void> {
  await expect(form.getByRole('radio').first()).toBeFocused();
  const first = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await page.keyboard.press('Space');
  expect((await first).status()).toBe(201);
  await chosen();
  await page.keyboard.press('Tab');
  await page.keyboard.type(comment);
  const last = page.waitForResponse((reply) => reply.request().postDataJSON()?.state === 'complete');
  await page.keyboard.press('Tab');
  await expect(form.getByRole('button', { name: 'Send' })).toBeFocused();
  await page.keyboard.press('Enter');
  const reply = await last;
  expect(reply.status()).toBe(200);
  expect(reply.request().postDataJSON().answer).toEqual({ score: 1, comment });
  await expect(form.getByRole('heading', { name: 'Thank you!' })).toBeFocused();
}

const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

/** How often a score has been given to the question that the placements ask. */
async function answers(score: number): Promise<number> {
  const { widget } = demo().placementInfo;
  const found = (await scores()).touchpoints.find(
    ({ id, metric }) => id === widget?.touchpointId && metric === widget.metric,
  );
  return found?.counts[String(score)] ?? 0;
}

async function asOwner(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  await signIn(page);
  await page.goto('/surveys?q=Compare+plans');
  await page.getByRole('row').filter({ hasText: 'CES' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Where and when' }).click();
  await act(page);
  await page.close();
}

const place = (page: Page, key: string | undefined): Locator =>
  page
    .getByRole('region', { name: 'Where it is asked' })
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href$="survey=${key}"]`) });

/** Asks the demo's question in one more place of the site, and resolves to that place's key. */
async function openPlace(page: Page, kind: Kind): Promise<string> {
  const { mode, framed } = CHOICES[kind];
  const why = page.getByRole('link', { name: 'Why was somebody not asked?' });
  const keysNow = async () =>
    (await why.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).map(
      (href) => href?.split('survey=')[1] ?? '',
    );
  await expect(why.first()).toBeVisible();
  const before = await keysNow();
  await page.getByRole('button', { name: 'Ask with the widget' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'How', exact: true }).selectOption({ label: mode });
  await dialog.getByRole('checkbox', { name: 'Keep answers from the site around it' }).setChecked(framed);
  await dialog.getByRole('button', { name: 'Ask with the widget' }).click();
  await expect(why).toHaveCount(before.length + 1);
  const [key] = (await keysNow()).filter((one) => !before.includes(one));
  if (!key) throw new Error('The new place has no key.');
  return key;
}
