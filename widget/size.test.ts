import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WidgetRules } from '@/lib/survey/model/widget-rules';
import { buildWidget } from '../scripts/build-widget.mjs';
import { loaderScript, siteConfig } from './config';
import { FIXTURE_METRICS, fixtureQuestion } from './fixtures';
import { answerPage } from './page-html';
import { widgetModule } from './widget-module';

const { page, loader, widget } = await buildWidget();

const brotli = (text: string, quality = 11) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

const rules: WidgetRules = {
  mode: 'popover',
  urls: ['/orders/*', '/checkout/done'],
  delaySeconds: 5,
  windowDays: 90,
};
const placements: { key: string; rules: WidgetRules }[] = [
  { key: 'Lm7Q2xKp9abc', rules },
  { key: 'Ab3kQxKp9Zyc', rules: { ...rules, urls: ['/help*', '/support*'] } },
  { key: '9f3kQdKp9Zyc', rules: { ...rules, mode: 'inline' } },
];
const site = (count: number) =>
  loaderScript(loader, siteConfig('https://feedback.lumen.example', placements.slice(0, count)));

/** Two replies, one to the first tap and one to the button, as a server sends them uncompressed. */
const REPLIES =
  2 * '{"id":"0b0b0b0b-1111-4222-8333-444444444444","seq":2,"state":"complete","counted":true}'.length;

test.each([1, 3])('a page view where none of %i placements is due takes at most 1,200 bytes', (count) => {
  expect(brotli(site(count))).toBeLessThanOrEqual(1200);
  expect(brotli(site(count), 5)).toBeLessThanOrEqual(1200);
});

describe.each(FIXTURE_METRICS)('%s', (metric) => {
  test.each(['en', 'de'] as const)(
    'the widget (%s) shows and takes an answer in at most 4,000 bytes',
    (language) => {
      const shown = widgetModule(widget, fixtureQuestion(metric, language), {
        mode: 'popover',
        wordSeed: 'seed',
      });
      expect(brotli(site(1)) + brotli(shown) + REPLIES).toBeLessThanOrEqual(4000);
    },
  );

  test.each(['en', 'de'] as const)(
    'the answer page (%s) is one document of at most 6,000 bytes',
    (language) => {
      const document = answerPage({
        question: fixtureQuestion(metric, language),
        answer: { score: 1 },
        action: '/r/0123456789012345678901234567890',
        thanksPath: '/r/0123456789012345678901234567890/thanks',
        css: page.css,
        js: page.js,
        responseId: '0b0b0b0b-1111-4222-8333-444444444444',
        token: '0123456789012345678901234567890',
        confirm: true,
        wordSeed: 'seed',
      });
      expect(brotli(document, 5)).toBeLessThanOrEqual(4500);
    },
  );
});

test('nothing that a strict CSP, Trusted Types or a script element would stop is in the scripts', () => {
  const everything = [
    page.js,
    loader,
    widgetModule(widget, fixtureQuestion('emotion'), { mode: 'popover', wordSeed: 'seed' }),
  ];
  for (const text of everything)
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setAttribute\("(style|on)|<\/script|<!--|\bcookie\b/,
    );
  expect(page.js).not.toMatch(/localStorage|sessionStorage/);
});

test('the placeholders are filled', () => {
  for (const text of [
    site(3),
    widgetModule(widget, fixtureQuestion('emotion'), { mode: 'popover', wordSeed: 'seed' }),
  ])
    expect(text).not.toContain('__MILEPOST');
});
