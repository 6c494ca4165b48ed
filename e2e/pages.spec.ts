import { demo } from './demo';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './test';

/** Every page that a member can open, in every dress. */
const PAGES = [
  '/journeys',
  '/journeys/new',
  '/journeys/import',
  '/journeys/JOURNEY',
  '/journeys/JOURNEY?touchpoint=TOUCHPOINT',
  '/journeys/JOURNEY/story',
  '/journeys/JOURNEY/blueprint',
  '/journeys/JOURNEY/evidence',
  '/journeys/JOURNEY/evidence?age=worn',
  '/journeys/JOURNEY/health',
  '/journeys/JOURNEY/walk',
  '/journeys/JOURNEY/questions',
  '/journeys/JOURNEY/setup?step=1',
  '/journeys/JOURNEY/setup?step=2',
  '/journeys/JOURNEY/setup?step=3',
  '/journeys/JOURNEY/discussion',
  '/journeys/JOURNEY/share',
  '/journeys/JOURNEY/present',
  '/journeys/JOURNEY/versions',
  '/journeys/JOURNEY/compare',
  '/journeys/JOURNEY/decisions',
  '/journeys/JOURNEY/activity',
  '/journeys/JOURNEY/import',
  '/mine',
  '/search',
  '/search?q=visit',
  '/search?q=nobody-ever-wrote-this',
  '/glossary',
  '/surveys',
  '/surveys/new?touchpoint=TOUCHPOINT',
  '/personas',
  '/personas/new',
  '/contacts',
  '/contacts/add',
  '/campaigns',
  '/campaigns/new',
  '/outbox',
  '/widget',
  '/widget/why',
  '/journeys/JOURNEY/summary',
  '/journeys/JOURNEY/scorecard',
  '/journeys/JOURNEY/side-by-side',
  '/journeys/JOURNEY/side-by-side?by=channel',
  '/journeys/JOURNEY/side-by-side?by=period',
  '/journeys/JOURNEY/watch',
  '/journeys/JOURNEY/drivers',
  '/journeys/JOURNEY/customers',
  '/voices',
  '/voices/themes',
  '/voices/suggestions',
  '/voices/agreement',
  '/journeys/JOURNEY/present?at=1',
  '/improvements',
  '/improvements/new',
  '/outcomes',
  '/outcomes/import',
  '/outcomes/benchmarks',
  '/settings/economics',
  '/settings/privacy',
  '/cases',
  '/cases?show=all',
  '/cases/alerts',
  '/held',
  '/import',
  '/settings',
  '/settings/account',
  '/settings/members',
  '/settings/teams',
  '/settings/channels',
  '/settings/sites',
  '/settings/cases',
  '/settings/hooks',
  '/settings/keys',
];

const addressOf = (path: string) =>
  path
    .replace('JOURNEY', demo().journeyId)
    .replace('TOUCHPOINT', demo().placementInfo.link?.touchpointId ?? '');

for (const [dress, options] of [
  ['dark, 1440 px', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
  ['light, 320 px', { viewport: { width: 320, height: 700 }, colorScheme: 'light' }],
] as const) {
  test.describe(dress, () => {
    test.use({ viewport: options.viewport, colorScheme: options.colorScheme });

    test('every member’s page is accessible and fits', async ({ page }) => {
      test.setTimeout(420_000);
      await signIn(page);
      for (const path of PAGES) {
        await test.step(path, async () => {
          const reply = await page.goto(addressOf(path));
          expect(reply?.status()).toBe(200);
          const policy = reply?.headers()['content-security-policy'] ?? '';
          expect(policy).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic';/);
          expect(reply?.headers()['cache-control']).toContain('no-store');
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}

test('pages for guests are accessible', async ({ page }) => {
  for (const path of ['/sign-in', '/sign-up', '/sign-in/sent']) {
    await page.goto(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test('the real survey opens on the last period that has answers, and says so', async ({ page }) => {
  await signIn(page);
  await page.goto('/journeys');
  await page
    .getByRole('link', { name: /San Francisco|airport|SFO/i })
    .first()
    .click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/May 2017/).first()).toBeVisible();
  await expectAccessible(page);
});

test('the map is one tab stop, and its keys do what the key list says', async ({ page }) => {
  await signIn(page);
  await page.goto(`/journeys/${demo().journeyId}`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await grid.locator('[tabindex="0"]').focus();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('Control+Home');
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('Control+Home');
  expect(await focused()).toBe(first);
  await page.keyboard.press('Control+End');
  expect(await focused()).not.toBe(first);
});
