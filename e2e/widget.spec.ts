import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from './demo';
import { answersAt, expect, test } from './test';

/** A stranger's site on another origin, under the smallest policy that the widget is promised to work with. */
let host: Server;
let site: string;

test.beforeAll(async () => {
  const { url, siteKey, placements } = demo();
  const page = (body: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
     <script async src="${url}/v1/milepost.js?k=${siteKey}"></script></head>
     <body><main><h1>Plans</h1><p id="text">Fibre for everybody.</p><input aria-label="Search" id="search">${body}</main></body></html>`;
  host = createServer((req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${url}; connect-src ${url}; style-src 'self'; img-src data:; require-trusted-types-for 'script'`,
    );
    res.end(
      page(req.url?.startsWith('/inline') ? `<div data-milepost-survey="${placements.widget}"></div>` : ''),
    );
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise((resolve) => host.close(resolve)));

test('the widget shows itself once, saves the first tap and leaves the page alone', async ({ page }) => {
  const before = await answersAt('widget');
  await page.goto(site);
  await page.locator('#search').focus();
  const layout = await page.locator('#text').boundingBox();
  const widget = page.locator('milepost-survey');
  await expect(widget).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  expect(await page.locator('#text').boundingBox()).toEqual(layout);
  await expect(widget.getByRole('radiogroup')).toBeVisible();
  expect(await widget.locator('input[type=radio]').first().getAttribute('value')).not.toBeNull();
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await widget.getByRole('radio').nth(4).click({ force: true });
  expect((await saved).status()).toBe(201);
  expect(await answersAt('widget')).toBe(before + 1);
  await widget.getByRole('textbox').fill('Quick.');
  await widget.getByRole('button', { name: 'Send' }).click();
  await expect(widget).toHaveAttribute('data-state', 'answered');
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /milepost/i.test(name)))).toEqual([
    'milepost',
  ]);

  await page.goto(`${site}/again`);
  await page.waitForTimeout(4500);
  await expect(page.locator('milepost-survey')).toHaveCount(0);
  expect(await answersAt('widget')).toBe(before + 1);
});

test('Escape closes it only while the focus is inside, and a closed one counts no answer', async ({
  page,
}) => {
  const before = await answersAt('widget');
  await page.goto(site);
  const widget = page.locator('milepost-survey');
  await expect(widget).toHaveAttribute('data-state', 'shown', { timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect(widget).toHaveAttribute('data-state', 'shown');
  await widget.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('milepost-survey[data-state=shown]')).toHaveCount(0);
  expect(await answersAt('widget')).toBe(before);
});

test('an inline survey stands where its div stands', async ({ page }) => {
  await page.goto(`${site}/inline`);
  const widget = page.locator('[data-milepost-survey] milepost-survey');
  await expect(widget).toHaveAttribute('data-state', 'shown');
  await expect(widget.getByRole('radiogroup')).toBeVisible();
});

test('when Milepost is away the host page is as if the script were not there', async ({ browser }) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.route(`${demo().url}/**`, (route) => route.abort());
  await page.goto(`${site}/inline`);
  await page.waitForTimeout(1000);
  await expect(page.locator('milepost-survey')).toHaveCount(0);
  expect(faults).toEqual([]);
  await page.close();
});
