import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '@/lib/survey/model/language';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  WIDGET_MODES,
  type WidgetMode,
} from '@/lib/survey/model/widget-rules';
import { buildWidget } from '../scripts/build-widget.mjs';
import { loaderName, loaderScript, siteConfig } from './config';
import { FIXTURE_METRICS, type FixtureMetric, FULL_FOLLOW_UPS, fixtureQuestion } from './fixtures';
import { answerPage } from './page-html';
import { widgetModule } from './widget-module';

const { page, kiosk, frame, loaders, widget } = await buildWidget();

const brotli = (text: string, quality = 11) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

const config = siteConfig('https://feedback.lumen.example', DEFAULT_SITE_SETTINGS, [
  {
    key: 'Lm7Q2xKp9abc',
    touchpoint: '0b0b0b0b-1111-4222-8333-444444444444',
    rules: { ...DEFAULT_WIDGET_RULES, urls: ['/orders/*', '/checkout/done'] },
  },
]);
const LOADER = brotli(loaderScript(loaders[loaderName(config)] as string, config));

/** All that a browser loads to show one survey and to take a finished answer: replies that went well have no body. */
const whole = (metric: FixtureMetric, language: Language, full: boolean, mode: WidgetMode) =>
  LOADER +
  brotli(
    widgetModule(widget, fixtureQuestion(metric, language, full ? FULL_FOLLOW_UPS : undefined), {
      mode,
      wordSeed: 'seed',
    }),
  );

const PROMISED = 4000;

/**
 * What does not keep the promise yet is held where it is, so that it can only get better: the most bytes in English or
 * German without follow-ups, in them with three, and in any language with three. Absent: it keeps the promise.
 */
const NOT_YET: Record<WidgetMode, Record<FixtureMetric, { none?: number; full?: number; any?: number }>> = {
  popover: {
    nps: { full: 4210, any: 4300 },
    ces: { full: 4090, any: 4190 },
    csat: { full: 4060, any: 4150 },
    emotion: { none: 4110, full: 4340, any: 4460 },
  },
  inline: {
    nps: { any: 4080 },
    ces: {},
    csat: {},
    emotion: { full: 4150, any: 4240 },
  },
  modal: {
    nps: { full: 4270, any: 4360 },
    ces: { full: 4140, any: 4250 },
    csat: { full: 4110, any: 4210 },
    emotion: { none: 4160, full: 4410, any: 4520 },
  },
  tab: {
    nps: { full: 4270, any: 4380 },
    ces: { full: 4150, any: 4260 },
    csat: { full: 4110, any: 4210 },
    emotion: { none: 4160, full: 4410, any: 4530 },
  },
};

describe.each(WIDGET_MODES)('as %s', (mode) => {
  test.each(FIXTURE_METRICS)('%s is shown and answered in few bytes', (metric) => {
    const { none = PROMISED, full = PROMISED, any = PROMISED } = NOT_YET[mode][metric];
    const most = (languages: readonly Language[], followUps: boolean) =>
      Math.max(...languages.map((language) => whole(metric, language, followUps, mode)));
    expect(most(['en', 'de'], false)).toBeLessThanOrEqual(none);
    expect(most(['en', 'de'], true)).toBeLessThanOrEqual(full);
    expect(most(LANGUAGES, true)).toBeLessThanOrEqual(any);
  });
});

describe.each(['en', 'de'] as const)('the answer page (%s)', (language) => {
  test.each([
    ['page', page],
    ['kiosk', kiosk],
    ['frame', frame],
  ] as const)('as %s is one document of at most 6,000 bytes with any survey', (look, { css, js }) => {
    for (const metric of FIXTURE_METRICS) {
      const document = answerPage({
        question: fixtureQuestion(metric, language, FULL_FOLLOW_UPS),
        answer: { score: 1 },
        action: '/r/0123456789012345678901234567890',
        thanksPath: '/r/0123456789012345678901234567890/thanks',
        css,
        js,
        ...(look !== 'page' && { look }),
        responseId: '0b0b0b0b-1111-4222-8333-444444444444',
        token: '0123456789012345678901234567890',
        confirm: true,
        wordSeed: 'seed',
      });
      expect(brotli(document, 5)).toBeLessThanOrEqual(5300);
    }
  });
});

test('nothing that a strict CSP, Trusted Types or a script element would stop is in the scripts', () => {
  const everything = [
    page.js,
    kiosk.js,
    frame.js,
    ...Object.values(loaders),
    ...Object.values(widget.scripts),
  ];
  for (const text of everything)
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setAttribute\("(style|on)|<\/script|<!--|\bcookie\b/,
    );
  for (const { js } of [page, kiosk, frame]) expect(js).not.toMatch(/localStorage|sessionStorage/);
});

test('a widget asks for replies without a body', () => {
  for (const [name, text] of Object.entries(widget.scripts))
    expect(text.includes('Accept:"*/*;q=0"')).toBe(!/preview|framed/.test(name));
});

test('every flag of the build has its value in every script', () => {
  for (const text of [page.js, kiosk.js, frame.js, ...Object.values(widget.scripts)])
    expect(text).not.toMatch(/\bvariant\b|__MILEPOST/);
});
