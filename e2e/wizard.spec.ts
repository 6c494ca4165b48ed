import { expect, expectAccessible, signIn, test } from './test';

test('a new journey is set up in five steps, left and gone on with, and then taken', async ({ page }) => {
  test.slow();
  const name = `Five steps ${Date.now() % 100_000}`;
  await signIn(page);
  await page.goto('/journeys/new');

  // 1: the objective, with what is to be learned
  await page.getByRole('radio', { name: /^Empty/ }).check();
  await page.getByRole('textbox', { name: 'Name of the journey' }).fill(name);
  await page
    .getByRole('textbox', { name: 'Research questions' })
    .fill('- Why do they call?\n- When do they leave?');
  await page.getByRole('button', { name: 'Create it and go on step by step' }).click();

  // 2: whose journey it is
  await page.waitForURL(/setup\?step=2$/);
  const journey = new URL(page.url()).pathname.replace('/setup', '');
  await page.getByRole('textbox', { name: 'New persona' }).fill(`Person ${name}`);
  await page.getByRole('button', { name: 'Add the persona' }).click();
  await expect(page.getByRole('checkbox', { name: `Person ${name}` })).toBeChecked();

  // Left in the middle: the map says where to go on.
  await page.getByRole('button', { name: 'Next: touchpoints' }).click();
  await page.waitForURL(/step=3$/);
  await page.goto(journey);
  await page
    .getByRole('region', { name: 'Setting the journey up' })
    .getByRole('link', { name: 'Go on' })
    .click();

  // 3: the inventory, channel by channel
  await page.waitForURL(/step=3$/);
  for (const [channel, title] of [
    ['Website', 'I compare plans'],
    ['Phone', 'I call'],
    ['E-mail', 'I get the bill'],
  ] as const) {
    await page.getByRole('textbox', { name: `New touchpoint by ${channel}`, exact: true }).fill(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `Take ${title} off` })).toBeVisible();
  }
  await expect(page.getByText('3 touchpoints so far')).toBeVisible();
  await page.getByRole('button', { name: 'Next: plot the journey' }).click();

  // 4: the plot, on the map itself
  await page.waitForURL(journey);
  const bar = page.getByRole('region', { name: 'Setting the journey up' });
  await expect(bar.getByText(/Put each touchpoint into its stage/)).toBeVisible();
  await expect(page.getByRole('grid').getByText('Not placed yet')).toBeVisible();
  await expect(page.getByRole('link', { name: '0 of 2 research questions answered' })).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Next: take the journey' }).click();

  // 5: the walk, with a rating that stays apart from customers' scores
  await bar.getByRole('button', { name: 'Take the journey' }).click();
  await page.waitForURL(`${journey}/walk`);
  await page.getByRole('button', { name: 'Take the journey' }).click();
  await page.waitForURL(/\/walk\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I compare plans');
  await page.getByRole('radio', { name: /Bad/ }).check({ force: true });
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Minutes it took' }).fill('7');
  await page.getByRole('textbox', { name: 'What happened' }).fill('I waited.');
  await page.getByRole('textbox', { name: 'Minutes it took' }).focus();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Finish the walk' }).click();
  await page.waitForURL(`${journey}/walk`);
  const row = page.getByRole('row').filter({ hasText: 'I compare plans' });
  await expect(row).toContainText('−1.0');
  await expect(row).toContainText('7 min');
  await expect(row).toContainText('nobody asked');

  await page.goto(journey);
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});
