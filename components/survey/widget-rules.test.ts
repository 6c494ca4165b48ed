import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type Trigger,
  WIDGET_MODES,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import { ENGLISH } from '@/lib/translate';
import { comesByItself, describeRules, fieldsOf, hasPages, pageOf, rulesOf } from './widget-rules';

const fields = fieldsOf(DEFAULT_WIDGET_RULES);

const TRIGGERS: Trigger[] = [
  { kind: 'load' },
  { kind: 'event', name: 'order.delivered' },
  { kind: 'dwell', seconds: 45 },
  { kind: 'scroll', percent: 60 },
  { kind: 'exit' },
  { kind: 'click', selector: '#help' },
  { kind: 'seen', selector: '.footer' },
];

test('what the form shows is what it sends back, for every mode and trigger', () => {
  const anyRules = fc
    .record({
      mode: fc.constantFrom(...WIDGET_MODES),
      framed: fc.boolean(),
      urls: fc.subarray(['/checkout', '/help/*']),
      notUrls: fc.subarray(['/account']),
      trigger: fc.constantFrom(...TRIGGERS),
      delaySeconds: fc.integer({ min: 0, max: 3600 }),
      windowDays: fc.integer({ min: 0, max: 3650 }),
      dismissedDays: fc.integer({ min: 0, max: 3650 }),
      sampleRatio: fc.integer({ min: 1, max: 10_000 }).map((part) => part / 10_000),
    })
    .map(
      (rules): WidgetRules => ({
        ...rules,
        ...(hasPages(rules.mode) ? {} : { urls: [], notUrls: [] }),
        ...(comesByItself(rules.mode)
          ? {}
          : { trigger: { kind: 'load' as const }, delaySeconds: 3, sampleRatio: 1 }),
      }),
    );
  fc.assert(
    fc.property(anyRules, (rules) => {
      const read = rulesOf(fieldsOf(rules));
      if (!('rules' in read)) throw new Error(JSON.stringify(read));
      expect({ ...read.rules, sampleRatio: 0 }).toEqual({ ...rules, sampleRatio: 0 });
      expect(read.rules.sampleRatio).toBeCloseTo(rules.sampleRatio, 10);
    }),
  );
  expect(rulesOf(fields)).toEqual({ rules: DEFAULT_WIDGET_RULES });
});

test('lines are trimmed and blank ones left out', () => {
  expect(rulesOf({ ...fields, urls: ' /a \r\n\n  \n/b', notUrls: '\n /c' })).toEqual({
    rules: { ...DEFAULT_WIDGET_RULES, urls: ['/a', '/b'], notUrls: ['/c'] },
  });
});

test.each(['', ' ', '-1', '1.5', '1e3', '0x10', 'soon', '99999', '9999999999'])(
  '“%s” is no number of seconds and is said to be none',
  (text) => {
    expect(rulesOf({ ...fields, delaySeconds: text })).toEqual({
      faults: { delaySeconds: 'Give whole seconds from 0 to 3600.' },
    });
  },
);

test.each([
  ['50', 0.5],
  [' 12,5 ', 0.125],
  ['0.25', 0.0025],
  ['100', 1],
])('“%s” percent of people is the ratio %d', (text, ratio) => {
  const read = rulesOf({ ...fields, samplePercent: text });
  expect('rules' in read && read.rules.sampleRatio).toBeCloseTo(ratio, 10);
});

test.each(['0', '0,00', '101', '-5', 'all', ''])('“%s” is no share of people', (text) => {
  expect(rulesOf({ ...fields, samplePercent: text })).toEqual({
    faults: { samplePercent: 'Give a percentage above 0 and up to 100.' },
  });
});

test('every fault is told at its field, once', () => {
  const many = Array.from({ length: 25 }, () => 'x'.repeat(300)).join('\n');
  expect(
    rulesOf({
      ...fields,
      urls: many,
      notUrls: many,
      delaySeconds: '',
      windowDays: '4000',
      dismissedDays: '?',
    }),
  ).toEqual({
    faults: {
      urls: 'Give at most 20 lines of at most 200 characters.',
      notUrls: 'Give at most 20 lines of at most 200 characters.',
      delaySeconds: 'Give whole seconds from 0 to 3600.',
      windowDays: 'Give whole days from 0 to 3650.',
      dismissedDays: 'Give whole days from 0 to 3650.',
    },
  });
});

test.each([
  [{ trigger: 'event' as const, event: 'two words' }, 'event'],
  [{ trigger: 'dwell' as const, seconds: '0' }, 'seconds'],
  [{ trigger: 'scroll' as const, percent: '101' }, 'percent'],
  [{ trigger: 'click' as const, selector: ' ' }, 'selector'],
  [{ trigger: 'seen' as const, selector: '' }, 'selector'],
])('the value of a trigger is checked at its own field: %j', (part, field) => {
  expect(rulesOf({ ...fields, ...part })).toEqual({ faults: { [field]: expect.any(String) } });
});

test('fields that the mode or the trigger has no use for are neither checked nor sent', () => {
  const junk = { urls: '/a', delaySeconds: 'x', samplePercent: 'x', trigger: 'event' as const, event: '' };
  expect(rulesOf({ ...fields, ...junk, mode: 'inline', windowDays: '7' })).toEqual({
    rules: { ...DEFAULT_WIDGET_RULES, mode: 'inline', windowDays: 7 },
  });
  expect(rulesOf({ ...fields, ...junk, mode: 'tab' })).toEqual({
    rules: { ...DEFAULT_WIDGET_RULES, mode: 'tab', urls: ['/a'] },
  });
  expect(rulesOf({ ...fields, selector: '', event: 'two words', percent: 'x' })).toEqual({
    rules: DEFAULT_WIDGET_RULES,
  });
});

test('rules read as sentences', () => {
  expect(describeRules(ENGLISH, DEFAULT_WIDGET_RULES)).toBe(
    'A popover in the corner. On every page. After 3 seconds on the page. Whoever answered is asked again after 90 days. Whoever closed it or let it be is asked again after 30 days.',
  );
  expect(
    describeRules(ENGLISH, {
      ...DEFAULT_WIDGET_RULES,
      mode: 'modal',
      framed: true,
      urls: ['/a', '/b'],
      notUrls: ['/c'],
      trigger: { kind: 'event', name: 'order.delivered' },
      delaySeconds: 0,
      windowDays: 1,
      dismissedDays: 0,
      sampleRatio: 0.125,
    }),
  ).toBe(
    'A dialog in the middle of the page. On pages that match /a or /b. Never on pages that match /c. At the event order.delivered of your site. Whoever answered is asked again after 1 day. Whoever closed it or let it be may be asked again at once. Only 12.5 % of people are asked. In a frame: the site around it cannot read the answer.',
  );
  expect(describeRules(ENGLISH, { ...DEFAULT_WIDGET_RULES, mode: 'inline', windowDays: 0 })).toBe(
    'Inline, where its element stands in the page. Whoever answered may be asked again at once. Whoever closed it or let it be is asked again after 30 days.',
  );
});

test('what the site adds is said of surveys that come by themselves only', () => {
  const site = { ...DEFAULT_SITE_SETTINGS, askConsent: true };
  expect(describeRules(ENGLISH, DEFAULT_WIDGET_RULES, site)).toContain(
    'On your site: 7 days between any two surveys that come by themselves. 30 days between two about the same touchpoint. Only after your site has reported consent. Not where the browser says “do not track”.',
  );
  const tab: WidgetRules = { ...DEFAULT_WIDGET_RULES, mode: 'tab' };
  expect(describeRules(ENGLISH, tab, site)).toBe(describeRules(ENGLISH, tab));
});

test('every trigger reads differently with and without a delay', () => {
  const sentences = TRIGGERS.flatMap((trigger) =>
    [0, 5].map((delaySeconds) => describeRules(ENGLISH, { ...DEFAULT_WIDGET_RULES, trigger, delaySeconds })),
  );
  expect(new Set(sentences).size).toBe(TRIGGERS.length * 2);
});

test.each([
  ['https://www.example.com/checkout?step=2#pay', '/checkout?step=2'],
  ['/help', '/help'],
  ['plans?x=1', '/plans?x=1'],
  ['https://example.com', '/'],
])('of “%s” the rules see “%s”', (typed, page) => {
  expect(pageOf(typed)).toBe(page);
});
