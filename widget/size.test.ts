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

/** Two replies, one to the first tap and one to the button, as a server sends them uncompressed. */
const REPLIES =
  2 * '{"id":"0b0b0b0b-1111-4222-8333-444444444444","seq":2,"state":"complete","counted":true}'.length;

const config = siteConfig('https://feedback.lumen.example', DEFAULT_SITE_SETTINGS, [
  {
    key: 'Lm7Q2xKp9abc',
    touchpoint: '0b0b0b0b-1111-4222-8333-444444444444',
    rules: { ...DEFAULT_WIDGET_RULES, urls: ['/orders/*', '/checkout/done'] },
  },
]);
const LOADER = brotli(loaderScript(loaders[loaderName(config)] as string, config));

/** All that a browser loads to show one survey and to take a finished answer. */
const whole = (metric: FixtureMetric, language: Language, full: boolean, mode: WidgetMode) =>
  LOADER +
  REPLIES +
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
const NOT_YET: Record<WidgetMode, Record<FixtureMetric, { none?: number; full?: number; any: number }>> = {
  popover: {
    nps: { none: 4180, full: 4510, any: 4600 },
    ces: { full: 4380, any: 4500 },
    csat: { full: 4350, any: 4450 },
    emotion: { none: 4450, full: 4690, any: 4800 },
  },
  inline: {
    nps: { full: 4270, any: 4360 },
    ces: { full: 4140, any: 4240 },
    csat: { full: 4100, any: 4200 },
    emotion: { none: 4230, full: 4460, any: 4590 },
  },
  modal: {
    nps: { none: 4220, full: 4580, any: 4650 },
    ces: { none: 4070, full: 4430, any: 4540 },
    csat: { none: 4030, full: 4400, any: 4510 },
    emotion: { none: 4500, full: 4730, any: 4860 },
  },
  tab: {
    nps: { none: 4300, full: 4650, any: 4740 },
    ces: { none: 4150, full: 4500, any: 4610 },
    csat: { none: 4120, full: 4480, any: 4570 },
    emotion: { none: 4570, full: 4850, any: 4940 },
  },
};

describe.each(WIDGET_MODES)('as %s', (mode) => {
  test.each(FIXTURE_METRICS)('%s is shown and answered in few bytes', (metric) => {
    const { none = PROMISED, full = PROMISED, any } = NOT_YET[mode][metric];
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

test('every flag of the build has its value in every script', () => {
  for (const text of [page.js, kiosk.js, frame.js, ...Object.values(widget.scripts)])
    expect(text).not.toMatch(/\bvariant\b|__MILEPOST/);
});
