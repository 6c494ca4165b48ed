import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

/** Two members at one map, and somebody outside who only holds a link. */

const PASSWORD = 'a long enough password';

test('two people edit one map at once: each sees the other, no value is lost, and what both wrote is shown', async ({
  page,
  browser,
}) => {
  test.slow();
  const ines = page;
  await signUp(ines, 'Ines Duarte');
  await found(ines);
  const journey = await createJourney(ines);
  const { page: ben, context, faults } = await somebodyElse(browser);
  await inviteInto(ines, ben, 'Ben Okoro');

  await test.step('presence: each sees the other, and where they are', async () => {
    await Promise.all([ines.goto(journey), ben.goto(journey)]);
    await expect(alsoHere(ines)).toContainText('Ben Okoro');
    await expect(alsoHere(ben)).toContainText('Ines Duarte');
    await ben
      .locator('[data-touchpoint]')
      .nth(1)
      .click({ position: { x: 20, y: 60 } });
    await expect(ben.getByRole('complementary')).toBeVisible();
    await expect(ines.locator('[data-presence="Ben Okoro"]')).toHaveCount(1);
    await expect(ines.locator('[data-touchpoint]').nth(1).locator('[data-presence]')).toBeVisible();
    await expectAccessible(ines);
  });

  await test.step('a rename appears in the other browser within a second, and leaves alone what is typed there', async () => {
    await openDetails(ines, 0);
    await openDetails(ben, 1);
    const typed = nameField(ben);
    await typed.fill('Half a na');
    await rename(ines, 'Renamed by Ines');
    await expect(ben.locator('[data-touchpoint]').first()).toContainText('Renamed by Ines', {
      timeout: 1000,
    });
    await expect(typed).toHaveValue('Half a na');
    await expect(typed).toBeFocused();
    await typed.fill('Renamed by Ben');
    await typed.press('Enter');
    await expect(ines.locator('[data-touchpoint]').nth(1)).toContainText('Renamed by Ben');
  });

  await test.step('the second writer of the same field sees both values, and either can stay', async () => {
    await openDetails(ines, 0);
    await openDetails(ben, 0);
    await nameField(ben).fill('What Ben wanted');
    await rename(ines, 'What Ines wanted');
    await expect(ben.locator('[data-touchpoint]').first()).toContainText('What Ines wanted');
    await nameField(ben).press('Enter');
    const dialog = ben.getByRole('dialog', { name: 'Two of you changed the same field' });
    await expect(dialog).toContainText('Ines Duarte wrote');
    await expect(dialog).toContainText('What Ines wanted');
    await expect(dialog).toContainText('What Ben wanted');
    await expectAccessible(ben);
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await expect(ines.locator('[data-touchpoint]').first()).toContainText('What Ben wanted');

    // Ines' undo would take back a name that is no longer hers.
    await ines.getByRole('button', { name: 'Undo', exact: true }).click();
    const refused = ines.getByRole('dialog', { name: 'Two of you changed the same field' });
    await expect(refused).toContainText('What Ben wanted');
    await refused.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(ines.locator('[data-touchpoint]').first()).toContainText('What Ben wanted');
  });

  await test.step('a remark names a colleague, who sees it at once', async () => {
    await ines.getByRole('tab', { name: 'Discussion' }).click();
    await ben.getByRole('tab', { name: 'Discussion' }).click();
    await ines.getByRole('textbox', { name: 'Write to your colleagues' }).fill('Is this still right,');
    await ines.getByRole('combobox', { name: 'Name somebody' }).selectOption({ label: 'Ben Okoro' });
    await ines.getByRole('button', { name: 'Send' }).click();
    await expect(ben.getByRole('listitem').filter({ hasText: '@Ben Okoro' })).toBeVisible();
    await ben.goto(`${journey}/discussion`);
    await expect(ben.getByText('Is this still right')).toBeVisible();
    await expectAccessible(ben);
    await ben.getByRole('button', { name: 'Resolve' }).click();
    await expect(ben.getByText('Resolved (1)')).toBeVisible();
  });

  await test.step('whoever leaves is gone from the other’s map', async () => {
    await context.close();
    await expect(alsoHere(ines)).toHaveCount(0);
  });
  expect(faults).toEqual([]);
});

test('a link shows the map to somebody signed out, without customers’ words, until it is revoked', async ({
  page,
  browser,
}) => {
  test.slow();
  await signUp(page, 'Ines Duarte');
  await found(page);
  const journey = await createJourney(page);
  const words = await answerWithWords(page, browser, journey);
  await page.goto(journey);
  await expect(page.getByText(words).first()).toBeVisible();

  await page.goto(`${journey}/share`);
  await expectAccessible(page);
  const link = await makeLink(page, { name: 'The board' });
  const guest = await somebodyElse(browser);
  const reply = await guest.page.goto(link);
  expect(reply?.status()).toBe(200);
  expect(reply?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(guest.page.locator('[data-touchpoint]').first()).toBeVisible();
  expect(await guest.page.content()).not.toContain(words);
  expect(await guest.page.content()).not.toContain('Ines Duarte');
  await expect(guest.page.getByRole('button', { name: /Undo|Edit the journey|Actions for/ })).toHaveCount(0);
  await expectAccessible(guest.page);
  await guest.page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(guest.page);

  await test.step('with a password it opens for whoever knows it', async () => {
    const locked = await makeLink(page, { name: 'Locked', password: 'open sesame' });
    await guest.page.goto(locked);
    await expect(guest.page.locator('[data-touchpoint]')).toHaveCount(0);
    await expectAccessible(guest.page);
    await guest.page.getByLabel('Password').fill('not the one');
    await guest.page.getByRole('button', { name: 'Show the map' }).click();
    await expect(guest.page.getByText('This is not the password.')).toBeVisible();
    await guest.page.getByLabel('Password').fill('open sesame');
    await guest.page.getByRole('button', { name: 'Show the map' }).click();
    await expect(guest.page.getByRole('form', { name: 'What the numbers are of' })).toBeVisible();
  });

  await test.step('where the link permits it, another site may frame it', async () => {
    const embedded = await makeLink(page, { name: 'The wiki', framed: true });
    const framed = await guest.page.request.get(embedded.replace('/share/', '/embed/'));
    expect(framed.status()).toBe(200);
    expect(framed.headers()['content-security-policy']).toContain('frame-ancestors *');
    expect(framed.headers()['x-frame-options']).toBeUndefined();
    expect((await guest.page.request.get(link.replace('/share/', '/embed/'))).status()).toBe(404);
  });

  await page
    .getByRole('listitem')
    .filter({ hasText: 'The board' })
    .getByRole('button', { name: 'Revoke' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('heading', { name: 'The board' })).toHaveCount(0);
  const revoked = await guest.page.request.get(link);
  const unknown = await guest.page.request.get(link.replace(/\w{24}$/, 'x'.repeat(24)));
  expect([revoked.status(), unknown.status()]).toEqual([404, 404]);
  await guest.context.close();
  expect(guest.faults).toEqual([]);
});

const alsoHere = (page: Page) => page.getByRole('list', { name: 'Also on this map' });
const nameField = (page: Page) =>
  page.getByRole('complementary').getByRole('textbox', { name: 'Name', exact: true });

async function openDetails(page: Page, at: number): Promise<void> {
  await page
    .locator('[data-touchpoint]')
    .nth(at)
    .click({ position: { x: 20, y: 60 } });
  await page.getByRole('complementary').getByRole('tab', { name: 'Details' }).click();
  await expect(nameField(page)).toBeVisible();
}

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await nameField(page).press('Enter');
}

/** A browser of its own, whose console errors are kept. */
async function somebodyElse(
  browser: Browser,
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext();
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  return { context, page: await context.newPage(), faults };
}

async function signUp(page: Page, name: string): Promise<string> {
  const email = `together-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.com`;
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: /Create|Sign up/ }).click();
  await page.waitForURL(/\/welcome/);
  return email;
}

async function found(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Workspace name' }).fill('Harbour Bank');
  await page.getByRole('textbox', { name: 'Brand' }).fill('Harbour');
  await page.getByRole('button', { name: /Create|Continue|Set up|Start/ }).click();
  await page.waitForURL(/\/journeys\/new/);
}

async function createJourney(page: Page): Promise<string> {
  await page.getByRole('radio', { name: /bank/i }).check();
  await page.getByRole('button', { name: 'Create the journey' }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Lets the second person join the first one's workspace, by the mail that a demo keeps. */
async function inviteInto(owner: Page, guest: Page, name: string): Promise<void> {
  const email = await signUp(guest, name);
  await owner.goto('/settings/members');
  await owner.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(owner.getByRole('row').filter({ hasText: email })).toBeVisible();
  await guest.goto('/demo/mail');
  await guest
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('link', { name: /\/invite/ })
    .click();
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.waitForURL(/\/journeys/);
}

async function makeLink(
  page: Page,
  { name, password, framed = false }: { name: string; password?: string; framed?: boolean },
): Promise<string> {
  await page.getByRole('textbox', { name: 'Who is it for' }).fill(name);
  if (password) await page.getByLabel('Password, if it needs one').fill(password);
  if (framed) await page.getByRole('checkbox', { name: /other sites/ }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  return page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
}

/** Asks at a touchpoint, and answers as a customer; the words that the customer wrote. */
async function answerWithWords(page: Page, browser: Browser, journey: string): Promise<string> {
  const words = `A customer wrote this ${Date.now()}.`;
  await page.goto(journey);
  await page
    .locator('[data-touchpoint]')
    .first()
    .click({ position: { x: 20, y: 60 } });
  await page
    .getByRole('complementary')
    .getByRole('tab', { name: /Surveys/ })
    .click();
  await page.getByRole('radio', { name: /^CES/ }).check();
  await page.getByRole('button', { name: 'Create the survey' }).click();
  await page.waitForURL(/\/surveys\/[0-9a-f-]{36}/);
  await page.getByRole('textbox', { name: 'What it is about' }).fill('show who I am');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Get the link' }).click();
  const address = await page.getByRole('link', { name: 'Open the page in a new tab' }).getAttribute('href');
  const key = /\/a\/([0-9A-Za-z]+)/.exec(address ?? '')?.[1];
  if (!key) throw new Error('The survey has no public address.');
  const customer = await browser.newContext();
  const sent = await customer.request.put(
    `${new URL(page.url()).origin}/api/v1/placements/${key}/responses/${crypto.randomUUID()}`,
    { data: { seq: 1, state: 'complete', answer: { score: 2, comment: words } } },
  );
  expect(sent.status()).toBe(201);
  await customer.close();
  return words;
}
