import type { Page } from '@playwright/test';
import { expect, expectAccessible, reloadUntil, signIn, test } from './test';

test('a low answer opens a case, the owner replies by mail, closes it, and the rate moves', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  await signIn(page);
  // Letters are written in the order of addresses: the last one stands first in the outbox.
  const address = `zz-case-${Date.now()}@example.com`;
  // Letters only: numbers and addresses in comments are masked.
  const word = [...Date.now().toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const comment = `Nobody came, ${word}.`;

  await page.goto('/contacts/add');
  await page.getByRole('textbox', { name: 'Addresses' }).fill(address);
  await page.getByRole('button', { name: 'Show what would happen' }).first().click();
  await page.getByRole('button', { name: /^Add/ }).first().click();
  await page.waitForURL(/\/contacts$/);
  await page.goto('/campaigns/new');
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill(`Case ${Date.now()}`);
  await page.getByRole('button', { name: 'Start the campaign…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Start|Ask|Write)/ })
    .click();
  await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}/);
  const letterTo = page.getByRole('row').filter({ hasText: address });
  await reloadUntil(page, '/outbox', letterTo);
  await letterTo.getByRole('link').click();
  await page.waitForURL(/\/outbox\/[0-9a-f-]{36}/);
  const link = await page
    .frameLocator('iframe')
    .first()
    .getByRole('link', { name: '2', exact: true })
    .getAttribute('href');
  if (!link) throw new Error('The letter holds no link for 2.');

  await page.goto('/cases?show=all');
  await expectAccessible(page);
  const judged = await casesJudged(page);

  const guest = await browser.newContext();
  const customer = await guest.newPage();
  await customer.goto(link);
  await customer.getByRole('textbox').first().fill(comment);
  await customer.getByRole('button', { name: 'Send' }).click();
  await expect(customer.getByText('Thank you!').first()).toBeVisible();
  await guest.close();

  const inList = page.getByRole('link').filter({ hasText: comment });
  await reloadUntil(page, '/cases?show=all', inList);
  await page.keyboard.press('Tab');
  await inList.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await expect(page.getByText(comment)).toBeVisible();
  await expect(page.getByRole('heading', { name: '2 of 10' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Subject' }).fill('Your visit');
  await page.getByRole('textbox', { name: 'Your words' }).fill('Dear customer,\n\nwe are sorry.');
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page.getByText('The mail is on its way.')).toBeVisible();
  const written = page.getByRole('link', { name: 'stands in the outbox, not sent' });
  await reloadUntil(page, page.url(), written);
  await written.click();
  await page.waitForURL(/\/outbox\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: 'Your visit' })).toBeVisible();
  await expect(page.getByText(address)).toBeVisible();
  await expect(page.locator('pre')).toContainText('we are sorry.');
  await page.goBack();

  await page.getByLabel('How it ended').selectOption('understood');
  await page.getByRole('button', { name: 'Close the case' }).click();
  await expect(page.getByText('Say why nothing has to be done.')).toBeVisible();
  await page.getByLabel('How it ended').selectOption('solved');
  await page.getByRole('button', { name: 'Close the case' }).click();
  await expect(page.getByRole('button', { name: 'Open it again' })).toBeVisible();

  await page.goto('/cases?show=closed');
  await expect(page.getByRole('link').filter({ hasText: comment })).toBeVisible();
  expect(await casesJudged(page)).toBe(judged + 1);
});

test('the keys j and k walk through the cases', async ({ page }) => {
  await signIn(page);
  await page.goto('/cases?show=all');
  const cases = page.locator('a[data-case]');
  expect(await cases.count()).toBeGreaterThan(1);
  await cases.first().focus();
  await page.keyboard.press('j');
  await expect(cases.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(cases.first()).toBeFocused();
});

/** How many cases the rate of the inbox is of. */
async function casesJudged(page: Page): Promise<number> {
  const text = await page
    .getByText(/…\s.*\d+ cases?$/)
    .first()
    .innerText();
  return Number(/(\d+) cases?$/.exec(text)?.[1]);
}
