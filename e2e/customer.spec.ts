import { demo } from './demo';
import { answersAt, expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

test.describe('a customer answers by link', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the first tap is saved, the rest follows, and the thank-you page survives a reload', async ({
    page,
  }) => {
    const before = await answersAt('link');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(demo().answerUrl);
    expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
    await expectAccessible(page);
    const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
    await page.getByRole('radio').nth(3).click({ force: true });
    expect((await saved).status()).toBe(201);
    expect(await answersAt('link')).toBe(before + 1);
    await page.getByRole('textbox').fill('Three calls to get a date.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    expect(await answersAt('link')).toBe(before + 1);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('by keyboard alone', async ({ page }) => {
    const before = await answersAt('link');
    await page.goto(demo().answerUrl);
    await page.keyboard.press('Tab');
    const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
    await page.keyboard.press('Space');
    expect((await saved).ok()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('textbox').focus();
    await page.keyboard.type('Fine.');
    await page.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    expect(await answersAt('link')).toBe(before + 1);
  });

  test('an answer given without a network arrives when it is back', async ({ page, context }) => {
    const before = await answersAt('link');
    await page.goto(demo().answerUrl);
    await context.setOffline(true);
    await page.getByRole('radio').nth(2).click({ force: true });
    await expect(page.getByText('Not saved yet')).toBeAttached();
    await context.setOffline(false);
    await expect.poll(() => answersAt('link'), { timeout: 20_000 }).toBe(before + 1);
  });

  for (const width of [320, 390]) {
    test(`fits ${width} px, with targets of at least 24 px, in light and dark`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(demo().answerUrl);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        const sizes = await page.locator('label:has(input)').evaluateAll((labels) =>
          labels
            .filter((label) => label.checkVisibility())
            .map((label) => label.getBoundingClientRect())
            .map(({ width, height }) => Math.min(width, height)),
        );
        expect(sizes.length).toBeGreaterThan(4);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
      }
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form answers and leads to the thank-you page', async ({ page }) => {
    const before = await answersAt('link');
    await page.goto(demo().answerUrl);
    await page.getByRole('radio').nth(1).check({ force: true });
    await page.getByRole('textbox').fill('Without a script.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    expect(await answersAt('link')).toBe(before + 1);
  });
});

test.describe('what follows a score', () => {
  test('belongs to its group, is sent, and is thanked for; another score asks anew', async ({ page }) => {
    const bodies: { state: string; answer: Record<string, unknown>; signals?: { human: boolean } }[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') bodies.push(request.postDataJSON());
    });
    await page.goto(demo().answerUrl);
    await page.locator('[name=score]').first().check({ force: true });
    await expect(page.getByRole('status')).toHaveText(/saved/);
    expect(bodies[0]?.signals?.human).toBe(true);
    const chip = page.locator('[name=words]').first();
    await chip.check({ force: true });
    await expect.poll(() => bodies.at(-1)?.answer.words).toEqual([await chip.getAttribute('value')]);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Send' })).toBeHidden();
    expect(new URL(page.url()).search).toMatch(/[?&]s=-?\d+/);
    await page.locator('[name=score]').last().check({ force: true });
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeHidden();
    await expect.poll(() => bodies.at(-1)?.state).toBe('complete');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('shows once a score is chosen', async ({ page }) => {
      await page.goto(demo().answerUrl);
      await expect(page.getByRole('button', { name: 'Send' })).toBeHidden();
      await page.locator('[name=score]').first().check({ force: true });
      await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
      const prompts = page.locator('label:has(textarea) b');
      expect(await prompts.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(1);
    });
  });
});

test.describe('on a shared screen', () => {
  test('everybody finds an empty form, is a response of their own, and nothing leads away', async ({
    page,
  }) => {
    const ids = new Set<string>();
    page.on('request', (request) => {
      if (request.method() === 'PUT') ids.add(request.url());
    });
    await page.goto(`${demo().answerUrl}/kiosk`);
    expect(await page.locator('a[target], a[href^=http]').count()).toBe(0);
    for (let person = 0; person < 2; person++) {
      await expect(page.locator(':checked')).toHaveCount(0);
      await page.locator('[name=score]').nth(person).check({ force: true });
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
      await page.getByRole('button', { name: /Next person/ }).click();
      await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeHidden();
    }
    expect(ids.size).toBe(2);
  });

  test('starts afresh by itself after the thanks, and after somebody has walked away', async ({ page }) => {
    await page.clock.install();
    await page.goto(`${demo().answerUrl}/kiosk`);
    await page.locator('[name=score]').first().check({ force: true });
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
    await page.clock.runFor(9_000);
    await expect(page.locator(':checked')).toHaveCount(0);
    await page.locator('[name=score]').first().check({ force: true });
    await page.clock.runFor(61_000);
    await expect(page.locator(':checked')).toHaveCount(0);
  });
});

test('an unknown survey says so', async ({ page }) => {
  const reply = await page.request.get('/a/nosuchplacement0');
  expect(reply.status()).toBe(404);
  await page.setContent(await reply.text());
  await expectAccessible(page);
});
