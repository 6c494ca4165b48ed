import { expect, expectAccessible, signIn, signUp, test } from './test';

test('somebody new gets from an empty workspace to a link in three steps, and the answer is on their map', async ({
  page,
  browser,
}) => {
  test.slow();
  const who = await signUp(page, { name: 'Harbour Bank', brand: 'Harbour' }, expectAccessible);

  // 1: a template
  await expectAccessible(page);
  await page.getByRole('radio', { name: /bank/i }).check();
  await page.getByRole('button', { name: 'Create the journey' }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  await expectAccessible(page);

  // 2: a survey
  await page.getByRole('button', { name: /^Ask at/ }).click();
  const drawer = page.getByRole('dialog').or(page.getByRole('complementary'));
  await drawer.getByRole('tab', { name: /Surveys/ }).click();
  await page.getByRole('radio', { name: /^CES/ }).check();
  await page.getByRole('button', { name: 'Create the survey' }).click();
  await page.waitForURL(/\/surveys\/[0-9a-f-]{36}/);
  await page.getByRole('textbox', { name: 'What it is about' }).fill('show who I am');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();

  // 3: a link
  await page.getByRole('button', { name: 'Get the link' }).click();
  const link = page.getByRole('link', { name: 'Open the page in a new tab' });
  await expect(link).toBeVisible();
  await expectAccessible(page);
  const address = await link.getAttribute('href');
  if (!address) throw new Error('The survey has no public address.');

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const customer = await phone.newPage();
  await customer.goto(address);
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText(
    'Harbour made it easy for me to show who I am.',
  );
  const saved = customer.waitForResponse((reply) => reply.request().method() === 'PUT');
  await customer.getByRole('radio').nth(6).click({ force: true });
  expect((await saved).status()).toBe(201);
  await phone.close();

  await page.goto('/journeys');
  await page
    .getByRole('link', { name: /bank|account/i })
    .first()
    .click();
  await expect(page.getByText(/too few/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await signIn(page, who);
});
