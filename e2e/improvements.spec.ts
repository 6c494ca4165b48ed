import { demo } from './demo';
import { expect, expectAccessible, signIn, test } from './test';

const DAY_MS = 86_400_000;

test('an improvement begins at a cell, rests on customers’ answers, is planned and started, and gets its verdict', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  const { journeyId, placementInfo } = demo();
  const title = `Shorter words ${Date.now()}`;

  await page.goto(`/journeys/${journeyId}?touchpoint=${placementInfo.link?.touchpointId}&tab=history`);
  await page.getByRole('link', { name: 'Start an improvement…' }).click();
  await page.waitForURL(/\/improvements\/new/);
  await page.getByRole('textbox', { name: 'What is to be done' }).fill(title);
  await page.getByRole('button', { name: 'Save as an idea' }).click();
  await page.waitForURL(/\/improvements\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  // The newest answer is chosen with the keyboard alone.
  await page.getByRole('button', { name: 'Choose customers’ answers' }).focus();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog');
  await expect(picker.getByRole('searchbox', { name: 'Words in the comment' })).toBeFocused();
  const first = picker.getByRole('listitem').first();
  const words = (await first.locator('span[dir]').innerText()).trim();
  await expectAccessible(page);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await expect(first.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(page.getByText(words).first()).toBeVisible();

  await page.getByRole('button', { name: 'Plan it' }).click();
  const start = page.getByRole('button', { name: 'Start it' });
  await start.click();
  const day = new Date(Date.now() - 40 * DAY_MS).toISOString().slice(0, 10);
  await page.getByRole('dialog').getByLabel('Started on').fill(day);
  await page.getByRole('dialog').getByRole('button', { name: 'Start it' }).click();
  const verdict = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Did it work?' }) });
  await expect(verdict).toContainText(/Better|Worse|No clear difference|Too early to tell/);
  await expect(verdict).toContainText(/always-valid, p/);
  await expectAccessible(page);

  await page.goto('/improvements');
  const row = page.getByRole('row').filter({ hasText: title }).last();
  await expect(row).toContainText('Being done');
  await expect(row).toContainText(/Rank \d/);

  // The story stays as it was: neither baseline, nor marker, nor improvement.
  await row.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Take the last step back' }).click();
  await expect(start).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL(/\/improvements$/);
});
