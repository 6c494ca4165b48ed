import type { Browser, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, faultsOf, signUp, test } from './test';

const GERMAN = 'Wie zufrieden waren Sie mit Ihrem Besuch?';
const CLOSED = 'Diese Umfrage ist beendet.';

test('a survey is made in three languages, published, answered in German, changed, paused and filled', async ({
  page,
  browser,
}) => {
  test.slow();
  await startOwnJourney(page);
  const tab = (name: string | RegExp) => page.getByRole('tab', { name });
  const topic = page.getByRole('textbox', { name: 'What it is about' });
  const publish = page.getByRole('button', { name: 'Publish', exact: true });

  await test.step('asks at a touchpoint', async () => {
    await page.getByRole('button', { name: /^Ask at/ }).click();
    const drawer = page.getByRole('dialog').or(page.getByRole('complementary'));
    await drawer.getByRole('tab', { name: /Surveys/ }).click();
    await page.getByRole('radio', { name: /^CSAT/ }).check();
    await page.getByRole('button', { name: 'Create the survey' }).click();
    await page.waitForURL(/\/surveys\/[0-9a-f-]{36}/);
    await topic.fill('your visit');
    await page.getByRole('textbox', { name: 'Name of the survey' }).fill('After the visit');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('After the visit');
  });

  await test.step('adds what is asked after low scores, and orders it by keyboard', async () => {
    const questions = page.getByRole('region', { name: 'After the score' });
    for (const kind of ['Reasons', 'Expectation']) {
      await questions.getByRole('button', { name: 'Add a question' }).click();
      await page.getByRole('menuitem', { name: kind }).click();
      const asked = questions.getByRole('listitem').filter({ hasText: `. ${kind}` });
      await asked.getByRole('button', { name: 'middle scores (3)' }).click();
      await asked.getByRole('button', { name: 'high scores (4–5)' }).click();
      await expect(asked.getByText('Asked after low scores (1–2) only.')).toBeVisible();
    }
    await expect(questions.getByRole('heading', { level: 3 })).toHaveText([
      '1. Reasons',
      '2. Expectation',
      '3. Open question',
    ]);
    await questions.getByRole('button', { name: 'Ask Expectation earlier' }).focus();
    await page.keyboard.press('Enter');
    await expect(questions.getByRole('heading', { level: 3 })).toHaveText([
      '1. Expectation',
      '2. Reasons',
      '3. Open question',
    ]);
    // It stands first now: the way on is the button that still moves it.
    await expect(questions.getByRole('button', { name: 'Ask Expectation later' })).toBeFocused();
    await questions.getByRole('textbox', { name: 'A reason of your own' }).fill('Nobody called back');
    await page.keyboard.press('Enter');
    await expect(questions.getByRole('textbox', { name: 'Your own reason' })).toHaveValue(
      'Nobody called back',
    );
    await expectAccessible(page);
  });

  await test.step('offers German and Arabic', async () => {
    await tab(/^Languages/).click();
    await page.getByRole('button', { name: 'Add languages' }).click();
    const picker = page.getByRole('dialog');
    for (const [search, name] of [
      ['deu', 'German'],
      ['arab', 'Arabic'],
    ] as const) {
      await picker.getByRole('textbox', { name: 'Search a language' }).fill(search);
      await picker.getByRole('checkbox', { name }).check();
    }
    await picker.getByRole('button', { name: 'Add 2 languages' }).click();
    await textIn(page, 'What it is about').fill('Ihrem Besuch');
    await textIn(page, /Nobody called back/).fill('Niemand rief zurück');
    await expect(page.getByText('Draft saved')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('sees it at every place, in the language that is chosen', async () => {
    const language = page.getByRole('combobox', { name: 'Language', exact: true });
    await expect(language).toHaveValue('de');
    for (const place of ['Answer page', 'Popover', 'Inline', 'Dialog', 'Mail'])
      await expect(preview(page, place).getByText(GERMAN).first()).toBeVisible();
    await language.selectOption('ar');
    for (const place of ['Answer page', 'Popover', 'Inline', 'Dialog', 'Mail'])
      await expect(preview(page, place).getByText('ما مدى رضاكم عن هذه التجربة؟').first()).toBeVisible();
    await expect(preview(page, 'Answer page').locator('html')).toHaveAttribute('dir', 'rtl');
    await language.selectOption('de');
    const moment = page.getByRole('combobox', { name: 'Moment' });
    await expect(preview(page, 'Side tab').getByText(GERMAN)).toBeHidden();
    await moment.focus();
    await moment.selectOption('low');
    for (const place of ['Inline', 'Dialog', 'Side tab'])
      await expect(preview(page, place).getByText('Niemand rief zurück')).toBeVisible();
    await expect(moment).toBeFocused();
    await moment.selectOption('high');
    await expect(preview(page, 'Inline').getByText('Was haben wir gut gemacht?')).toBeVisible();
    await expect(preview(page, 'Inline').getByText('Niemand rief zurück')).toBeHidden();
  });

  await test.step('is led to what is missing, and publishes', async () => {
    await publish.click();
    await expect(page.getByText('One thing has to be corrected first.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Translate into' })).toHaveValue('ar');
    await expect(textIn(page, /Nobody called back/)).toBeFocused();
    await page.keyboard.insertText('لم يتصل أحد');
    await publish.click();
    await expect(tab('Where and when')).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Get the link' }).click();
    await expect(link(page)).toBeVisible();
    await expectAccessible(page);
  });
  const address = (await link(page).getAttribute('href')) ?? '';
  const survey = new URL(page.url()).pathname;

  await test.step('a customer answers in German on a phone', async () => {
    const phone = await openPhone(browser, 'de-DE');
    const { customer } = phone;
    await customer.goto(address);
    await expect(customer.getByRole('heading', { level: 1 })).toHaveText(GERMAN);
    await expectNoSidewaysScroll(customer);
    await expectAccessible(customer);
    const saved = customer.waitForResponse((reply) => reply.request().method() === 'PUT');
    await customer.getByRole('radio').nth(1).click({ force: true });
    expect((await saved).status()).toBe(201);
    await expect(customer.locator('legend:visible')).toHaveText([
      GERMAN,
      'War es schlechter oder besser als erwartet?',
      'Was hat gestört?',
    ]);
    await customer.getByRole('radio', { name: 'Viel schlechter' }).click({ force: true });
    await customer.getByRole('checkbox', { name: 'Niemand rief zurück' }).click({ force: true });
    await customer.getByRole('textbox').fill('Drei Anrufe ohne Antwort.');
    await expectAccessible(customer);
    await customer.getByRole('button', { name: 'Senden' }).click();
    await expect(customer.getByRole('heading', { name: 'Vielen Dank!' })).toBeVisible();
    await phone.leave();
  });

  await test.step('the list of surveys shows the answer', async () => {
    await page.goto('/surveys');
    const cells = page.getByRole('row').filter({ hasText: 'After the visit' }).getByRole('cell');
    await expect(cells.nth(2)).toHaveText('Open');
    await expect(cells.nth(3)).toHaveText('English, German, Arabic');
    await expect(cells.nth(4)).toHaveText('1');
    await expectAccessible(page);
  });

  await test.step('another topic begins a new series', async () => {
    await page.goto(`${survey}?tab=question`);
    await topic.fill('your visit to our branch');
    await expect(page.getByText('This changes the question that people have answered.')).toBeVisible();
    await page.getByRole('button', { name: 'Publish the changes' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('1 person has answered it as it was.')).toBeVisible();
    const go = dialog.getByRole('button', { name: 'Publish version 2' });
    await expect(go).toBeDisabled();
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: 'Begin a new series' }).check();
    await go.click();
    await expect(dialog).toBeHidden();
    await tab('Versions').click();
    await expect(page.getByText('Begins a new series of scores')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a pause closes its page, and going on opens it', async () => {
    await tab('Where and when').click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText(/^Paused: who comes is told/)).toBeVisible();
    expect(await whoComes(browser, address, 'de-DE')).toEqual({ status: 410, heading: CLOSED });
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText('Open, at every place where it is asked.')).toBeVisible();
    expect(await whoComes(browser, address, 'de-DE')).toEqual({ status: 200, heading: GERMAN });
    expect(await whoComes(browser, address, 'en-GB')).toEqual({
      status: 200,
      heading: 'How satisfied were you with your visit to our branch?',
    });
  });

  await test.step('once all the answers are in, the next person is not asked', async () => {
    await page.getByRole('textbox', { name: 'At most so many answers' }).fill('1');
    await page.getByRole('button', { name: 'Save the times' }).click();
    await expect(page.getByText('All the answers that you asked for are in.')).toBeVisible();
    await expectAccessible(page);
    expect(await whoComes(browser, address, 'de-DE')).toEqual({ status: 410, heading: CLOSED });
  });
});

/** Somebody new with a journey of their own, so that the demo's story stays as it is. */
async function startOwnJourney(page: Page): Promise<void> {
  await signUp(page, { name: 'Quay Bank', brand: 'Quay' });
  await page.getByRole('radio', { name: /bank/i }).check();
  await page.getByRole('button', { name: 'Create the journey' }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
}

/** The field of one of the author's texts in the language it is translated into. */
const textIn = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole('region', { name: 'Your texts, side by side' })
    .getByRole('group', { name })
    .getByRole('textbox');

/** What a place shows by now; the frame before it, still there while a new one is drawn, is hidden. */
const preview = (page: Page, place: string) =>
  page.frameLocator(`iframe[title="${place}, as customers see it"]:not([aria-hidden])`);

const link = (page: Page): Locator => page.getByRole('link', { name: 'Open the page in a new tab' });

/** A customer's phone, whose browser asks for pages in the language of `locale`. */
async function openPhone(browser: Browser, locale: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale });
  const faults = faultsOf(context);
  return {
    customer: await context.newPage(),
    leave: async () => {
      await context.close();
      // The browser's own words for a page that says 410 on purpose.
      expect(faults.filter((fault) => !fault.includes('status of 410'))).toEqual([]);
    },
  };
}

/** What the next person finds behind the link. */
async function whoComes(browser: Browser, address: string, locale: string) {
  const { customer, leave } = await openPhone(browser, locale);
  const reply = await customer.goto(address);
  const heading = await customer.getByRole('heading', { level: 1 }).textContent();
  if (reply?.status() === 410) await expectAccessible(customer);
  await leave();
  return { status: reply?.status(), heading };
}
