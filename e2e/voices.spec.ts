import { demo } from './demo';
import { expect, expectAccessible, reloadUntil, signIn, test } from './test';

test('a theme is named and found, a voice corrected and a name blacked out for good', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  // Letters only: numbers in comments could be masked.
  const word = [...Date.now().toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const comment = `The ${word} was broken, and Ilse ${word}son did not care.`;
  const sent = await request.put(
    `${demo().url}/api/v1/placements/${demo().placements.link}/responses/${crypto.randomUUID()}`,
    { data: { seq: 1, state: 'complete', answer: { score: 2, comment } } },
  );
  expect(sent.status()).toBe(201);
  await signIn(page);

  await page.goto('/voices/themes');
  const naming = page.locator('section#new');
  await naming.getByRole('textbox', { name: 'Name' }).fill(`Theme ${word}`);
  await naming.getByRole('textbox', { name: 'Words and phrases, one a line' }).fill(word);
  await naming.getByRole('button', { name: 'Add the theme' }).click();
  await expect(page.getByRole('link', { name: `Theme ${word}`, exact: true })).toBeVisible();

  const card = page
    .getByRole('listitem')
    .filter({ hasText: word })
    .filter({ has: page.locator('blockquote') });
  await reloadUntil(page, `/voices?q=${word}`, card.getByRole('link', { name: `Theme ${word}` }));
  await card.getByRole('button', { name: 'Correct' }).click();
  const correcting = page.getByRole('dialog', { name: 'Correct what was read' });
  await correcting.getByRole('combobox', { name: 'Sounds' }).selectOption({ label: 'Undecided' });
  await correcting.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByTitle('Said by a member')).toHaveText('Undecided');

  await card.getByRole('button', { name: /^Black out/ }).click();
  const blacking = page.getByRole('dialog', { name: 'Black out a passage' });
  // By the keyboard alone: from the end of the name back over it, word by word.
  const text = blacking.getByRole('textbox', { name: 'What the customer wrote' });
  await text.evaluate(
    (area: HTMLTextAreaElement, end) => area.setSelectionRange(end, end),
    comment.indexOf(' did'),
  );
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect(blacking.getByRole('textbox', { name: 'Passage' })).toHaveValue(`Ilse ${word}son`);
  await expectAccessible(page);
  await blacking.getByRole('button', { name: 'Black it out for good' }).click();
  await expect(card.getByText(`The ${word} was broken, and █████ did not care.`)).toBeVisible();
  await expect(card.getByText('A member blacked out a passage.')).toBeVisible();
  await page.goto(`/search?q=${word}son`);
  await expect(page.getByText('Ilse')).toHaveCount(0);
});

test('twenty comments are judged blind by keys, and the page tells how far one agrees with the machine', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto('/voices/agreement');
  await page.getByRole('button', { name: 'Draw 20 comments' }).click();
  const form = page.getByRole('form', { name: 'Judge a comment' });
  for (let place = 1; place <= 20; place += 1) {
    await expect(form.getByText(`${place} of 20`, { exact: true })).toBeVisible();
    await expect(form.getByRole('button').first()).toBeEnabled();
    if (place === 1) await expectAccessible(page);
    await page.keyboard.press(String(1 + (place % 3)));
  }
  await expect(page.getByText('You and the machine agree')).toBeVisible();
  await expect(page.getByText(/^\d+ of 20; 95 % interval/)).toBeVisible();
  await expect(page.getByText('Cohen’s κ, 95 % interval')).toBeVisible();
  await expectAccessible(page);
});
