import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type Trigger,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import { buildLoader } from '../scripts/build-loader.mjs';
import { loaderName, loaderScript, siteConfig } from './config';

const { loaders, fixed, parts } = await buildLoader();

const brotli = (text: string, quality: number) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

const TRIGGERS: Record<Trigger['kind'], Trigger> = {
  load: { kind: 'load' },
  event: { kind: 'event', name: 'order.delivered' },
  dwell: { kind: 'dwell', seconds: 30 },
  scroll: { kind: 'scroll', percent: 60 },
  exit: { kind: 'exit' },
  click: { kind: 'click', selector: '#checkout .buy' },
  seen: { kind: 'seen', selector: '#promotion' },
};

/** The script of a site with these surveys, each about a touchpoint and on pages of its own. */
function site(...surveys: Partial<WidgetRules>[]): string {
  const places = [
    {
      key: 'Lm7Q2xKp9abcdefg',
      touchpoint: '0197f6a2-1111-7aaa-8bbb-1234567890ab',
      urls: ['/orders/*', '/checkout/done'],
    },
    {
      key: 'Ab3kQxKp9ZycHtRw',
      touchpoint: '0197f6a2-2222-7aaa-8bbb-1234567890ab',
      urls: ['/help*', '/support*'],
    },
    { key: '9f3kQdKp9ZycLmNo', touchpoint: '0197f6a2-3333-7aaa-8bbb-1234567890ab', urls: [] },
  ];
  const placements = surveys.map((part, at) => {
    const { key, touchpoint, urls } = places[at] as (typeof places)[number];
    return { key, touchpoint, rules: { ...DEFAULT_WIDGET_RULES, urls, delaySeconds: 5, ...part } };
  });
  const config = siteConfig('https://feedback.lumen.example', DEFAULT_SITE_SETTINGS, placements);
  return loaderScript(loaders[loaderName(config)] as string, config);
}

/** Which triggers meet in one site, and the most bytes that this takes at the server's own quality. */
const bytes = (...surveys: Partial<WidgetRules>[]) => brotli(site(...surveys), 11);
const WATCHED = Object.values(TRIGGERS);

describe('a page view in which nothing is due takes at most 1,200 bytes', () => {
  test.each(WATCHED)('with one survey and with three that wait for $kind', (trigger) => {
    expect(bytes({ trigger })).toBeLessThanOrEqual(1200);
    expect(bytes({ trigger }, { trigger: TRIGGERS.event }, { mode: 'inline' })).toBeLessThanOrEqual(1200);
    expect(bytes({ trigger }, { trigger }, { trigger })).toBeLessThanOrEqual(1200);
  });

  test('with a share of people, a side tab and a modal', () => {
    expect(bytes({ sampleRatio: 0.1 }, { mode: 'tab' }, { mode: 'modal' })).toBeLessThanOrEqual(1200);
  });

  test('with two triggers beside an inline survey, but for leaving beside clicks or views', () => {
    for (const trigger of WATCHED)
      for (const other of WATCHED) {
        const pair = `${trigger.kind} ${other.kind}`;
        const most = /^(exit (click|seen)|(click|seen) exit)$/.test(pair) ? 1225 : 1200;
        expect(bytes({ trigger }, { trigger: other }, { mode: 'inline' }), pair).toBeLessThanOrEqual(most);
      }
  });
});

test('three triggers that watch the page differently take at most 1,270 bytes', () => {
  const { dwell, scroll, click, exit, seen } = TRIGGERS;
  for (const [one, two, three] of [
    [seen, click, exit],
    [exit, scroll, seen],
    [dwell, click, exit],
    [dwell, scroll, exit],
  ] as const)
    expect(bytes({ trigger: one }, { trigger: two }, { trigger: three })).toBeLessThanOrEqual(1270);
});

test('a cache that compresses lightly takes no more than a twentieth over that', () => {
  for (const trigger of WATCHED)
    expect(brotli(site({ trigger }, { trigger: TRIGGERS.event }, { mode: 'inline' }), 5)).toBeLessThanOrEqual(
      1260,
    );
});

test('the loader whose bytes never change takes at most 1,290 bytes, for it knows every trigger', () => {
  expect(brotli(fixed.script, 11)).toBeLessThanOrEqual(1290);
});

test('nothing that a strict CSP, Trusted Types or a script element would stop is in any of its files', () => {
  for (const text of [...Object.values(loaders), ...Object.values(parts), fixed.script])
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setAttribute\("(style|on)|<\/script|<!--|\bcookie\b/,
    );
});

test('the configuration is filled in everywhere, and the fixed loader needs none', () => {
  expect(site({}, {}, {})).not.toContain('__MILEPOST');
  expect(fixed.script).not.toContain('__MILEPOST');
  for (const part of Object.values(parts)) expect(part).not.toMatch(/__[A-Z]+__/);
});
