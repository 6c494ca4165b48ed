import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type Trigger,
  WIDGET_MODES,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import { ENGLISH } from '@/lib/translate';
import { gates, reasonOf, type Verdict } from '@/widget/gates';
import { fieldsOf, situationOf, type Typed } from './person';
import { GATE_NAMES, verdictWords } from './verdict-words';

const NOW = new Date('2026-03-01T12:00:00Z');
const TRIGGERS: Trigger[] = [
  { kind: 'load' },
  { kind: 'event', name: 'order.delivered' },
  { kind: 'dwell', seconds: 45 },
  { kind: 'scroll', percent: 60 },
  { kind: 'exit' },
  { kind: 'click', selector: '#help' },
  { kind: 'seen', selector: '.footer' },
];

const rulesWith = (part: Partial<WidgetRules>): WidgetRules => ({ ...DEFAULT_WIDGET_RULES, ...part });

function reasonFor(typed: Typed, rules = DEFAULT_WIDGET_RULES, site = DEFAULT_SITE_SETTINGS, open = true) {
  const placement = { key: 'a-placement-key', rules, open };
  return reasonOf(gates(situationOf(fieldsOf(typed, rules), placement, site, NOW)));
}

describe('a fresh form', () => {
  test.each(TRIGGERS)('tells of somebody who would be asked: $kind', (trigger) => {
    for (const mode of WIDGET_MODES) expect(reasonFor({}, rulesWith({ mode, trigger }))).toBe('ok');
  });
});

describe('what is told decides', () => {
  const told = { told: '1', waited: '3' };
  test.each<[Typed, string]>([
    [{ ...told }, 'ok'],
    [{ ...told, waited: '2,5' }, 'delay'],
    [{ ...told, waited: '' }, 'delay'],
    [{ ...told, answered: '89' }, 'answered'],
    [{ ...told, answered: '91' }, 'ok'],
    [{ ...told, closed: '29.5' }, 'dismissed'],
    [{ ...told, shown: '31' }, 'ok'],
    [{ ...told, same: '20' }, 'touchpoint_rest'],
    [{ ...told, other: '6' }, 'rest'],
    [{ ...told, other: '8' }, 'ok'],
    [{ ...told, dnt: 'on' }, 'do_not_track'],
    [{ ...told, consent: 'denied' }, 'consent'],
    [{ ...told, busy: 'on' }, 'busy'],
  ])('%j: %s', (typed, reason) => {
    expect(reasonFor(typed)).toBe(reason);
  });

  test('an address, whole or only its end', () => {
    const rules = rulesWith({ urls: ['/help/*'], notUrls: ['/help/secret'] });
    expect(reasonFor({ ...told, page: 'https://example.com/help/a?b=1' }, rules)).toBe('ok');
    expect(reasonFor({ ...told, page: '/help/secret' }, rules)).toBe('page');
    expect(reasonFor({ ...told, page: '' }, rules)).toBe('page');
  });

  test('a box that is not ticked once the form was sent', () => {
    expect(reasonFor(told, rulesWith({ trigger: { kind: 'exit' } }))).toBe('exit');
    expect(reasonFor({ ...told, happened: 'on' }, rulesWith({ trigger: { kind: 'exit' } }))).toBe('ok');
  });

  test('the draw', () => {
    const rules = rulesWith({ sampleRatio: 0.1 });
    expect(reasonFor({ ...told, draw: 'out' }, rules)).toBe('sample');
    expect(reasonFor({ ...told, draw: 'in' }, rules)).toBe('ok');
  });

  test('that the survey takes no answers', () => {
    expect(reasonFor(told, DEFAULT_WIDGET_RULES, DEFAULT_SITE_SETTINGS, false)).toBe('closed');
  });
});

test('every gate has a name, and says something else where it is closed', () => {
  const say = (verdict: Verdict) => verdictWords(ENGLISH, verdict, rules, 'Europe/London');
  const rules = rulesWith({ trigger: { kind: 'event', name: 'paid' } });
  const verdict = { needs: 30, has: 12.04, until: NOW.getTime() };
  for (const reason of Object.keys(GATE_NAMES) as (keyof typeof GATE_NAMES)[]) {
    const closed = say({ ...verdict, reason, ok: false });
    expect(closed.length).toBeGreaterThan(20);
    if (reason !== 'unknown_key' && reason !== 'closed')
      expect(say({ ...verdict, reason, ok: true, until: null })).not.toBe(closed);
  }
  expect(say({ ...verdict, reason: 'rest', ok: false })).toBe(
    'The last one was shown 12 days ago. Your sites rest 30 days, until 1 Mar 2026, 12:00.',
  );
  expect(say({ ...verdict, reason: 'answered', ok: true, has: null })).toBe(
    'The person has not answered it.',
  );
});
