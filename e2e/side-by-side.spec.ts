import { demo } from './demo';
import { expect, scores, signIn, test } from './test';

test('two channels side by side have the numbers that the API gives for each', async ({ page }) => {
  await signIn(page);
  await page.goto(`/journeys/${demo().journeyId}/side-by-side?by=channel`);
  await page.getByRole('combobox', { name: 'A', exact: true }).selectOption({ label: 'Phone' });
  await page.getByRole('combobox', { name: 'B', exact: true }).selectOption({ label: 'Website' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForURL(/a=phone&b=website/);
  const table = page.getByRole('region', { name: 'Both sides in numbers' });
  const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: 'Book a visit' }) });
  for (const channel of ['phone', 'website']) {
    const { touchpoints } = await scores(`?channel=${channel}`);
    const first = touchpoints.find(({ title }) => title === 'Book a visit');
    expect(first?.n).toBeGreaterThan(50);
    await expect(row).toContainText(`n ${first?.n}`);
  }
  await page.getByRole('link', { name: 'Swap A and B' }).click();
  await page.waitForURL(/a=website&b=phone/);
  await expect(page.getByRole('combobox', { name: 'A', exact: true })).toHaveValue('website');
});

test('the map is replayed by keyboard and by itself, and stays where it is', async ({ page }) => {
  await signIn(page);
  await page.goto(`/journeys/${demo().journeyId}`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await page.getByText('vs previous').click();
  await page.getByRole('button', { name: 'Replay' }).click();
  const bar = page.getByRole('region', { name: 'Replay' });
  const slider = bar.getByRole('slider', { name: 'Days that the map shows' });
  await expect(slider).toBeFocused();
  const top = async () => (await grid.boundingBox())?.y;
  const before = await top();
  const days = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/from=.*&to=/);
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(days);
  await expect(bar.getByText('at a time')).toBeVisible();
  expect(await top()).toBe(before);
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', days ?? '');
  await bar.getByRole('button', { name: 'Play', exact: true }).click();
  const first = page.url();
  await expect(async () => expect(page.url()).not.toBe(first)).toPass();
  await bar.getByRole('button', { name: 'Pause' }).click();
  await expect(bar.getByText('at a time')).toBeVisible();
  expect(await top()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.goBack();
  expect(new URL(page.url()).search).toBe('');
});
