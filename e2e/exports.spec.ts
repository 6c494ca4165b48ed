import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { filesOf } from '../lib/insights/rules/tables/testing/archive';
import { demo } from './demo';
import { expect, expectAccessible, scores, signIn, test } from './test';

test('answers, scores, the summary and a chart are handed on as files with the numbers of the page', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto(`/journeys/${demo().journeyId}`);
  const { touchpoints, handoffs = [], measures } = await scores();
  const n = [...touchpoints, ...handoffs, ...measures].reduce((sum, one) => sum + one.n, 0);

  const csv = (await exported(page, 'Answers as CSV')).toString('utf8');
  await expect(page.getByRole('status').filter({ hasText: 'is complete' })).toContainText(
    n.toLocaleString('en'),
  );
  await expectAccessible(page);
  await closeDialog(page);
  // Without what is quoted, a line ends only where a row does; the first names the columns.
  expect(csv.replace(/"(?:[^"]|"")*"/g, '').split('\r\n')).toHaveLength(n + 2);

  const book = filesOf(await exported(page, 'Answers as Excel workbook'));
  await closeDialog(page);
  const sheet = book.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet.match(/<row /g)).toHaveLength(n + 1);

  const table = (await exported(page, 'Scores as CSV')).toString('utf8');
  const asked = touchpoints.find((one) => one.n > 0);
  if (!asked) throw new Error('Nobody answered at any touchpoint.');
  expect(table).toContain(`,${asked.title},`);
  expect(table).toContain(`,${asked.n},`);

  await page.goto(`/journeys/${demo().journeyId}/summary`);
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as PDF' }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/summary-\d{4}-\d\d-\d\d\.pdf$/);
  const pdf = (await readFile(await paper.path())).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  expect(pdf).toContain('/Lang (en)');

  const share = page.getByRole('button', { name: 'Hand on: The journey in numbers' });
  await share.click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'SVG' }).click(),
  ]);
  const svg = await readFile(await picture.path(), 'utf8');
  // The page's own policy would be asked about the picture's typeface.
  const drawn = svg.replace(/<style>[^<]*<\/style>/, '');
  expect(drawn).not.toBe(svg);
  const fault = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
    drawn,
  );
  expect(fault).toBeUndefined();
  expect(svg).toContain('The journey in numbers</text>');
  const shown = await page.locator('#numbers-table td').nth(1).locator('b').textContent();
  expect(svg).toContain(`>${shown}</text>`);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await share.click();
  await page.getByRole('menuitem', { name: 'Copy link to this chart' }).click();
  await expect(page.getByText('The link to this chart is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('#numbers-table')).toBeInViewport();
});

test('a file that breaks off is not saved, and the page says so', async ({ page }) => {
  await signIn(page);
  await page.goto(`/journeys/${demo().journeyId}`);
  // A first piece of three bytes that says 2,000 lines are made, and no end.
  const body = Buffer.from([0, 0, 0, 3, 0, 0, 7, 208, 97, 44, 98]);
  await page.route('**/export/answers.csv*', (route) =>
    route.fulfill({
      body,
      headers: { 'content-type': 'application/vnd.milepost.framed', 'x-lines': '5000' },
    }),
  );
  let saved = false;
  page.on('download', () => {
    saved = true;
  });
  await choose(page, 'Answers as CSV');
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toBeVisible();
  await expectAccessible(page);
  expect(saved).toBe(false);
  await page.unroute('**/export/answers.csv*');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Try again' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test('outcomes are brought in from a pasted table after a look at what would happen', async ({ page }) => {
  await signIn(page);
  await page.goto('/outcomes/import');
  const key = `exports-${Date.now()}`;
  await page
    .getByLabel('Or paste the table')
    .fill(`person,renewed on\n${key}-1,2026-02-01\n${key}-2,2026-02-31`);
  await page.getByRole('button', { name: 'Read the columns' }).click();
  await page.getByLabel('Use renewed on as').selectOption({ label: 'Day on which they renewed' });
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await expect(page.getByRole('heading', { name: '1 outcome of 1 people, 1 refused' })).toBeFocused();
  await page.getByRole('button', { name: 'Bring in 1 outcome' }).click();
  await expect(page.getByRole('heading', { name: '1 outcome added' })).toBeFocused();
});

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: label }).click();
}

async function exported(page: Page, label: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, label)]);
  return readFile(await download.path());
}

const closeDialog = (page: Page) => page.getByRole('dialog').locator('button', { hasText: 'Close' }).click();
