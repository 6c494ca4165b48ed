import { demo } from './demo';
import { answersAt, expect, expectAccessible, scores, signIn, test } from './test';

/** The three walks that the product stands on, each from a person's first step to its end. */

test('a CX lead has the map open, a customer answers, and the map changes by itself within two seconds', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { journeyId, placementInfo, placements, url } = demo();
  await page.goto(`/journeys/${journeyId}?touchpoint=${placementInfo.link?.touchpointId}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const n = await answersAt('link');
  await expect(page.getByText(`n ${n}`, { exact: true }).first()).toBeVisible();
  await page.waitForTimeout(1500);
  const sent = await context.request.put(
    `${url}/api/v1/placements/${placements.link}/responses/${crypto.randomUUID()}`,
    { data: { seq: 1, state: 'complete', answer: { score: 1, comment: 'A live comment.' } } },
  );
  expect(sent.status()).toBe(201);
  await expect(page.getByText(`n ${n + 1}`, { exact: true }).first()).toBeVisible({ timeout: 2000 });
  await expect(page.getByText('A live comment.').first()).toBeVisible();
});

test('the numbers on the map are the numbers of the scores API, under every filter', async ({ page }) => {
  await signIn(page);
  for (const query of ['', '?source=email', '?source=widget&source=link']) {
    await page.goto(`/journeys/${demo().journeyId}${query}`);
    const { touchpoints } = await scores(query);
    for (const one of touchpoints.filter((entry) => entry.metric === 'ces' && entry.n >= 5).slice(0, 3)) {
      const cell = page.getByRole('gridcell').filter({ hasText: one.title }).first();
      await expect(cell).toContainText((one.value ?? 0).toFixed(1));
      await expect(cell).toContainText(`n is ${one.n < 1000 ? one.n : ''}`);
    }
  }
});

test('a campaign goes out to the outbox, a scanner opens every link, and only the person’s tap counts', async ({
  page,
  browser,
}) => {
  test.slow();
  const before = await answersAt('email');
  await signIn(page);
  await page.goto('/contacts/add');
  const address = `walk-${Date.now()}@example.com`;
  await page.getByRole('textbox', { name: 'Addresses' }).fill(address);
  await page.getByRole('button', { name: 'Show what would happen' }).first().click();
  await page.getByRole('button', { name: /^Add/ }).first().click();
  await page.goto('/contacts');
  await page.getByRole('searchbox', { name: 'Search by address or name' }).fill(address);
  await page.keyboard.press('Enter');
  await expect(page.getByText(address).first()).toBeVisible();

  await page.goto('/campaigns/new');
  await expect(page.getByText(/will be asked/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill(`Walk ${Date.now()}`);
  await page.getByRole('button', { name: 'Start the campaign…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Start|Ask|Write)/ })
    .click();
  await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}/);

  await page.goto('/outbox');
  await expect(page.getByText('No mail leaves this installation')).toBeVisible();
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText(address).count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  await page.getByRole('row').filter({ hasText: address }).getByRole('link').click();
  await page.waitForURL(/\/outbox\/[0-9a-f-]{36}/);
  const frame = page.frameLocator('iframe').first();
  const link = await frame.getByRole('link', { name: '9', exact: true }).getAttribute('href');
  if (!link) throw new Error('The letter holds no link for 9.');

  const token = new URL(link).pathname.split('/')[2];
  for (let score = 0; score <= 10; score += 1) {
    expect((await page.request.get(`${demo().url}/r/${token}?s=${score}`)).status()).toBe(200);
  }
  expect((await page.request.get(`${demo().url}/u/${token}`)).status()).toBe(200);
  expect(await answersAt('email')).toBe(before);

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const customer = await phone.newPage();
  await customer.goto(link);
  await expect(customer.getByRole('radio', { checked: true })).toHaveAttribute('value', '9');
  await customer.waitForTimeout(1500);
  expect(await answersAt('email')).toBe(before);
  const saved = customer.waitForResponse((reply) => reply.request().method() === 'PUT');
  await customer.touchscreen.tap(200, 300);
  expect((await saved).status()).toBe(201);
  expect(await answersAt('email')).toBe(before + 1);
  await customer.goto(`${demo().url}/u/${token}`);
  await customer.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(customer.getByText('You are unsubscribed.').first()).toBeVisible();
  await phone.close();
});

test('a member erases one response and the numbers follow at once', async ({ page, context }) => {
  const { url, placements, placementInfo, journeyId } = demo();
  const words = `To be erased ${Date.now()}.`;
  await context.request.put(`${url}/api/v1/placements/${placements.link}/responses/${crypto.randomUUID()}`, {
    data: { seq: 1, state: 'complete', answer: { score: 0, comment: words } },
  });
  const before = await answersAt('link');
  await signIn(page);
  await page.goto(`/journeys/${journeyId}?touchpoint=${placementInfo.link?.touchpointId}`);
  const comment = page.getByRole('listitem').filter({ hasText: words });
  await comment.getByRole('button', { name: 'Delete this answer' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog').last())
    .getByRole('button', { name: /Delete|Erase/ })
    .click();
  await expect(page.getByText(words)).toHaveCount(0);
  expect(await answersAt('link')).toBe(before - 1);
});
