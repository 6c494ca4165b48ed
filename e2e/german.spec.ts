import { expect, expectAccessible, expectNoSidewaysScroll, signUp, test } from './test';

const PAGES = [
  ['/journeys', 'Journeys'],
  ['/surveys', 'Umfragen'],
  ['/personas', 'Personas'],
  ['/contacts', 'Kontakte'],
  ['/campaigns', 'Kampagnen'],
  ['/outbox', 'Postausgang'],
  ['/cases', 'Fälle'],
  ['/held', null],
  ['/widget', 'Widget'],
  ['/settings', 'Einstellungen'],
] as const;

test('who chooses German reads German, in every page and after a reload, and English is there again', async ({
  page,
}) => {
  test.slow();
  await signUp(page, { name: 'Hafenbank', brand: 'Hafen' });

  await page.goto('/settings/account');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await page.getByRole('button', { name: 'Save' }).nth(1).click();
  await expect(page.getByRole('heading', { name: 'Ihre Sprache' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await page.goto('/journeys/new');
  await page.getByRole('radio', { name: /bank/i }).check();
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  await expect(page.getByRole('button', { name: 'Ebene' }).first()).toBeVisible();
  await expectAccessible(page);

  for (const [path, heading] of PAGES) {
    await test.step(path, async () => {
      await page.goto(path);
      const title = page.getByRole('heading', { level: 1 });
      if (heading) await expect(title).toHaveText(heading);
      else await expect(title).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }

  await page.goto('/settings/account');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('');
  await page.getByRole('button', { name: 'Speichern' }).nth(1).click();
  await expect(page.getByRole('heading', { name: 'Your language' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
