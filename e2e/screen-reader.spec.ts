import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { FollowUp } from '../lib/survey/model/follow-up';
import { buildShown } from '../scripts/build-shown.mjs';
import { FIXTURE_METRICS, type FixtureMetric, FULL_FOLLOW_UPS, fixtureQuestion } from '../widget/fixtures';
import { answerPage } from '../widget/page-html';
import { widgetModule } from '../widget/widget-module';
import { expect, test } from './test';

/**
 * What a screen reader is told of each kind of question, kept as text beside this file: whoever changes a view sees there
 * what changes for people who listen. `npx playwright test screen-reader --update-snapshots` writes it anew.
 */
const SITE = 'http://survey.example';
const EVERY_GROUP: FollowUp['after'] = ['low', 'middle', 'high'];

const { page: skin, widget } = await buildShown();

/** Serves one page under an address of its own; answers to it are taken. */
async function open(page: Page, html: string, script = ''): Promise<void> {
  await page.route(`${SITE}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname.includes('/responses/'))
      return route.fulfill({ status: 201, json: { id: '', seq: 1, state: 'partial', counted: true } });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto(`${SITE}/a/key`);
}

function openPage(page: Page, metric: FixtureMetric, followUps?: FollowUp[]): Promise<void> {
  const question = fixtureQuestion(metric, 'en', followUps);
  const html = answerPage({
    question,
    answer: {},
    action: '/a/key',
    thanksPath: '/a/key/thanks',
    css: skin.css,
    js: skin.js,
    confirm: false,
    wordSeed: 'seed',
  });
  return open(page, html);
}

const choose = (root: Page | Locator | FrameLocator, score: number) =>
  root.locator(`[name=score][value="${score}"]`).check({ force: true });

test.describe('a screen reader hears', () => {
  for (const metric of FIXTURE_METRICS)
    test(`the ${metric} question`, async ({ page }) => {
      await openPage(page, metric);
      await expect(page.locator('body')).toMatchAriaSnapshot({ name: `${metric}.aria.yml` });
    });

  test('the words of emotions after a face', async ({ page }) => {
    await openPage(page, 'emotion');
    await choose(page, -1);
    await expect(page.getByRole('status')).toHaveText('Your answer is saved.');
    await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'emotion-words.aria.yml' });
  });

  for (const kind of ['expectation', 'information', 'handoff'] as const)
    test(`the ${kind} question after a score`, async ({ page }) => {
      await openPage(page, 'csat', [
        { kind, after: EVERY_GROUP },
        { kind: 'text', after: EVERY_GROUP },
      ]);
      await choose(page, 2);
      await expect(page.getByRole('status')).toHaveText('Your answer is saved.');
      await expect(page.locator('main')).toMatchAriaSnapshot({ name: `${kind}.aria.yml` });
    });

  for (const [group, score] of [
    ['low', 1],
    ['high', 9],
  ] as const)
    test(`the reasons that belong to a ${group} score, and no others`, async ({ page }) => {
      await openPage(page, 'nps', FULL_FOLLOW_UPS);
      await choose(page, score);
      await expect(page.getByRole('status')).toHaveText('Your answer is saved.');
      await expect(page.locator('main')).toMatchAriaSnapshot({ name: `reasons-${group}.aria.yml` });
    });

  test('the thanks, with the focus on it', async ({ page }) => {
    await openPage(page, 'ces');
    await choose(page, 7);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeFocused();
    await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'thanks.aria.yml' });
  });

  for (const mode of ['popover', 'inline', 'modal', 'tab'] as const)
    test(`the widget as ${mode}`, async ({ page }) => {
      const module = widgetModule(widget, fixtureQuestion('ces', 'en', FULL_FOLLOW_UPS), {
        mode,
        wordSeed: 'seed',
      });
      // The loader's own names are shortened by the build; this stands in for it.
      const loader = `import('${SITE}/q.js').then(({ run }) => run(
        { A: { o: '${SITE}', s: { key: {} } }, B: {}, E: '/', J: () => ({}), I: () => false, M() {} }, 'key',
        ${mode === 'inline' ? "document.querySelector('div')" : 'undefined'}))`;
      await open(
        page,
        `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><div></div><script type="module">${loader}</script>`,
        module,
      );
      const host = page.locator('milepost-survey');
      await expect(host).toHaveAttribute('data-state', 'shown');
      await expect(host.getByRole('status', { includeHidden: true })).toHaveText('A short question');
      if (mode === 'tab') {
        await expect(host).toMatchAriaSnapshot({ name: 'widget-tab-closed.aria.yml' });
        await host.getByRole('button', { name: 'Feedback' }).click();
      }
      await choose(host, 6);
      await expect(host.getByRole('status')).toHaveText('Your answer is saved.');
      await expect(host).toMatchAriaSnapshot({ name: `widget-${mode}.aria.yml` });
    });
});
