import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './test';

/** The trip of the sample journey: each stage with its touchpoints and the key letters that choose their channel. */
const TRIP: [stage: string, touchpoints: [title: string, channel: string][]][] = [
  ['Research', [['Search and compare flights', 'Website']]],
  [
    'Book',
    [
      ['Choose a flight and pay', 'Website'],
      ['Get the ticket', 'E-mail'],
    ],
  ],
  [
    'Prepare',
    [
      ['Apply for the visa', 'Website'],
      ['Read the messages', 'Text message'],
    ],
  ],
  [
    'Airport',
    [
      ['Check in', 'App'],
      ['Drop the bag', 'Field visit'],
      ['Pass security', 'Field visit'],
    ],
  ],
  ['Board', [['Board the plane', 'Field visit']]],
  ['Arrive', [['Get the bag back', 'Field visit']]],
];

/** Presses Tab until what has the focus is called that; a mouse is never used. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const active = document.activeElement as HTMLInputElement | null;
      return (
        active?.getAttribute('aria-label') ?? active?.labels?.[0]?.textContent ?? active?.textContent ?? ''
      );
    });
    if (name.test(called.trim())) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

test('the air passenger’s map is drawn by keyboard alone, and reads in order', async ({ page }) => {
  test.slow();
  await signIn(page);
  await page.goto('/journeys/new');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  // Nothing but keys from here on.
  await tabTo(page, /Online shop order/);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Empty/ })).toBeChecked();
  await tabTo(page, /^Name of the journey/);
  await page.keyboard.type('Air passenger by keyboard');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);

  const grid = page.getByRole('grid');
  for (const [index, [stage, touchpoints]] of TRIP.entries()) {
    if (index === 0) {
      await tabTo(page, /^Add a stage$/);
      await page.keyboard.press('Enter');
    } else {
      // From wherever the focus is: the last stage's head, and its menu.
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+ArrowUp');
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
      await page.keyboard.type('add a stage');
      await expect(page.getByRole('menuitem', { name: 'Add a stage after this one' })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type(stage);
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('columnheader', { name: new RegExp(`^${stage}`) })).toBeFocused();
    for (const [title, channel] of touchpoints) {
      await page.keyboard.press('n');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type(title);
      await page.keyboard.press('Tab');
      await page.keyboard.type(channel);
      await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue(/.+/);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(grid.getByRole('gridcell').filter({ hasText: title }).first()).toBeFocused();
    }
  }

  // A moment that matters, a guess of how it feels, a new order, a name: each by one key, and back by another.
  await page.keyboard.press('/');
  await page.keyboard.type('security');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell').filter({ hasText: 'Pass security' }).first()).toBeFocused();
  await page.keyboard.press('m');
  await expect(grid.getByText('Moment that matters.').first()).toBeAttached();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await page.keyboard.press('[');
  const order = () => grid.getByRole('gridcell').filter({ hasText: /^(?=.*(Drop the bag|Pass security))/ });
  await expect(order().first()).toContainText('Pass security');
  await page.keyboard.press('Control+z');
  await expect(order().first()).toContainText('Drop the bag');

  // Opened, its drawer has the focus; Escape gives it back to the cell.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Pass security' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('gridcell').filter({ hasText: 'Pass security' }).first()).toBeFocused();
  await expectAccessible(page);

  // Everything is there after a reload, in the order of the trip.
  await page.reload();
  await expect(grid).toBeVisible();
  const wanted = TRIP.flatMap(([, touchpoints]) => touchpoints.map(([title]) => title));
  await page.goto(`${new URL(page.url()).pathname}/story`);
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(wanted);
  await expectStoryTold(page);
});

/** The story tells what the keyboard wrote: the guess, the moment, and that nobody was asked yet. */
async function expectStoryTold(page: Page): Promise<void> {
  const story = page.getByRole('article');
  await expect(story).toContainText('It is a moment that matters');
  await expect(story).toContainText('The team expects customers to feel −0.5.');
  await expect(story.getByText(/Nobody has asked customers here/).first()).toBeVisible();
}
