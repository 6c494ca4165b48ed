import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import { siteConfig } from './config';
import { gates, gatesOfShow, reasonOf, type Situation } from './gates';

const NOW = Date.UTC(2026, 2, 1);
const daysAgo = (days: number) => NOW - days * 864e5;

function situation(rules: Partial<WidgetRules> = {}, part: Partial<Situation> = {}): Situation {
  const site = siteConfig('', DEFAULT_SITE_SETTINGS, [
    { key: 'one', touchpoint: 'here', rules: { ...DEFAULT_WIDGET_RULES, delaySeconds: 0, ...rules } },
  ]);
  return {
    site,
    placement: { ...(site.s.one as NonNullable<typeof site.s.one>), k: 'one' },
    page: '/',
    memory: {},
    now: NOW,
    consent: null,
    doNotTrack: false,
    reached: { events: [], seconds: 0, percent: 0, left: false, clicked: [], seen: [] },
    waitedSeconds: 0,
    busy: false,
    ...part,
  };
}
const reason = (...told: Parameters<typeof situation>) => reasonOf(gates(situation(...told)));
const here = (situation() as { placement: { g: string } }).placement.g;

describe('the clock of a survey', () => {
  test.each([
    [{ shown: daysAgo(29) }, 'dismissed'],
    [{ shown: daysAgo(31) }, 'ok'],
    [{ shown: daysAgo(40), closed: daysAgo(29) }, 'dismissed'],
    [{ shown: daysAgo(40), answered: daysAgo(40) }, 'answered'],
    [{ shown: daysAgo(91), answered: daysAgo(91) }, 'ok'],
    [{ shown: daysAgo(91), answered: daysAgo(91), closed: daysAgo(91) }, 'ok'],
    [{ shown: daysAgo(20), answered: daysAgo(95) }, 'dismissed'],
  ])('with %j says %s', (record, expected) => {
    expect(reason({}, { memory: { one: record } })).toBe(expected);
  });

  test('of an answer does not become that of a closed card by closing the thanks', () => {
    const memory = { one: { shown: daysAgo(2), answered: daysAgo(2), closed: daysAgo(2) } };
    expect(reason({ windowDays: 1 }, { memory })).toBe('ok');
  });
});

describe('rests between surveys', () => {
  test.each([
    [{ shown: daysAgo(6) }, 'rest'],
    [{ shown: daysAgo(8) }, 'ok'],
    [{ shown: daysAgo(8), touchpoint: here }, 'touchpoint_rest'],
    [{ shown: daysAgo(31), touchpoint: here }, 'ok'],
    [{ answered: daysAgo(1) }, 'ok'],
  ])('after another survey with %j: %s', (record, expected) => {
    expect(reason({}, { memory: { other: record } })).toBe(expected);
  });

  test('do not keep back what stands in the page', () => {
    const memory = { other: { shown: daysAgo(1), touchpoint: here } };
    expect(reason({ mode: 'inline' }, { memory, consent: 'denied', doNotTrack: true, busy: true })).toBe(
      'ok',
    );
    expect(reason({ mode: 'tab' }, { memory, consent: 'denied', doNotTrack: true, busy: true })).toBe('ok');
  });
});

test('a closed gate says what it needs, what it found, and when it opens', () => {
  const verdicts = gates(
    situation({ windowDays: 10 }, { memory: { one: { shown: daysAgo(4), answered: daysAgo(4) } } }),
  );
  expect(verdicts.find(({ ok }) => !ok)).toEqual({
    reason: 'answered',
    ok: false,
    needs: 10,
    has: 4,
    until: NOW + 6 * 864e5,
  });
});

test('what lasts longest is said first', () => {
  const memory = { one: { shown: daysAgo(1) } };
  const trigger = { kind: 'exit' } as const;
  expect(reason({ trigger, urls: ['/x'] }, { memory, doNotTrack: true })).toBe('do_not_track');
  expect(reason({ trigger, urls: ['/x'] }, { memory })).toBe('page');
  expect(reason({ trigger }, { memory })).toBe('dismissed');
  expect(reason({ trigger })).toBe('exit');
});

test('the site’s own show passes over page, trigger, delay and consent, and over nothing else', () => {
  const rules = { urls: ['/x'], trigger: { kind: 'exit' }, delaySeconds: 9 } as const;
  const show = (part: Partial<Situation>) =>
    reasonOf(gatesOfShow(situation({ ...rules, urls: ['/x'] }, part)));
  expect(show({ consent: 'pending', doNotTrack: true })).toBe('ok');
  expect(show({ memory: { one: { shown: daysAgo(1) } } })).toBe('dismissed');
  expect(show({ memory: { other: { shown: daysAgo(1) } } })).toBe('rest');
  expect(show({ busy: true })).toBe('busy');
  expect(show({ placement: 'closed' })).toBe('closed');
});
