import { expect, test } from 'vitest';
import { DEFAULT_WIDGET_RULES, type WidgetRules } from '@/lib/survey/model/widget-rules';
import { describeRules, fieldsOf, rulesOf } from './widget-rules';

const fields = fieldsOf(DEFAULT_WIDGET_RULES);

test('what the form shows is what it sends back', () => {
  const rules: WidgetRules = {
    mode: 'popover',
    urls: ['/checkout', '/help/*'],
    delaySeconds: 0,
    windowDays: 30,
  };
  expect(rulesOf(fieldsOf(rules))).toEqual({ rules });
  expect(rulesOf(fields)).toEqual({ rules: DEFAULT_WIDGET_RULES });
});

test('lines are trimmed and blank ones left out', () => {
  expect(rulesOf({ ...fields, urls: ' /a \r\n\n  \n/b' })).toEqual({
    rules: { ...DEFAULT_WIDGET_RULES, urls: ['/a', '/b'] },
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

test('every fault is told at its field, once', () => {
  const urls = Array.from({ length: 25 }, () => 'x'.repeat(300)).join('\n');
  expect(rulesOf({ mode: 'popover', urls, delaySeconds: '', windowDays: '4000' })).toEqual({
    faults: {
      urls: 'Give at most 20 lines of at most 200 characters.',
      delaySeconds: 'Give whole seconds from 0 to 3600.',
      windowDays: 'Give whole days from 0 to 3650.',
    },
  });
});

test('an inline widget takes neither addresses nor a delay, whatever the hidden fields hold', () => {
  expect(rulesOf({ mode: 'inline', urls: '/a', delaySeconds: 'x', windowDays: '7' })).toEqual({
    rules: { mode: 'inline', urls: [], delaySeconds: 3, windowDays: 7 },
  });
});

test('rules read as a sentence', () => {
  expect(describeRules(DEFAULT_WIDGET_RULES)).toBe(
    'Popover on every page, after 3 seconds, at most once per person in 90 days.',
  );
  expect(describeRules({ mode: 'popover', urls: ['/a', '/b'], delaySeconds: 0, windowDays: 1 })).toBe(
    'Popover on /a, /b, at once, at most once per person in 1 day.',
  );
  expect(describeRules({ mode: 'inline', urls: [], delaySeconds: 3, windowDays: 0 })).toBe(
    'Inline, where its element stands, at every visit.',
  );
});
