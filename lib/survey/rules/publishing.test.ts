import { describe, expect, test } from 'vitest';
import { METRICS } from '../../scoring/metrics';
import type { SurveyTimes } from '../model';
import { NO_TEXTS, newContent, type SurveyContent, surveyContentSchema } from '../model/content';
import { type FollowUp, GROUPS } from '../model/follow-up';
import { DEFAULT_WIDGET_RULES, widgetRulesSchema } from '../model/widget-rules';
import { brokenComparisons, faultsOfContent, placementState, surveyState } from './publishing';

const paths = (content: SurveyContent, metric = METRICS.ces) =>
  faultsOfContent(metric, content).map(({ path }) => path);
const content = (over: Partial<SurveyContent>): SurveyContent => ({
  ...newContent('en', { topic: 'book a visit' }),
  ...over,
});
const open: FollowUp = { kind: 'text', after: [...GROUPS] };

describe('before publishing', () => {
  test('a topic is missing only where the wording of the first language has one', () => {
    expect(paths(newContent('de'))).toEqual(['content.texts.de.topic']);
    expect(paths(newContent('de', { topic: 'einen Termin zu vereinbaren' }))).toEqual([]);
    expect(paths(newContent('de'), METRICS.nps)).toEqual([]);
    const other = content({ languages: ['en', 'fr'] });
    expect(paths(other)).toEqual([]);
    expect(paths({ ...other, languages: ['fr', 'en'] })).toEqual(['content.texts.fr.topic']);
  });

  test('reasons are at least two, where they are asked for', () => {
    const reasons = (after: ('low' | 'middle' | 'high')[], frictions: string[], strengths: string[]) =>
      paths(
        content({
          followUps: [{ kind: 'reasons', after, frictions, strengths } as FollowUp, open],
        }),
      );
    expect(reasons(['low'], ['unclear'], [])).toEqual(['content.followUps.reasons.frictions']);
    expect(reasons(['low', 'middle'], ['unclear', 'waited'], [])).toEqual([]);
    expect(reasons(['high'], [], ['clear'])).toEqual(['content.followUps.reasons.strengths']);
    expect(reasons(['low', 'high'], ['unclear', 'waited'], ['clear', 'easy'])).toEqual([]);
  });

  test('an own reason has a name in every language', () => {
    const own = (texts: SurveyContent['texts']) =>
      paths(
        content({
          languages: ['en', 'de'],
          texts,
          followUps: [
            { kind: 'reasons', after: ['low'], frictions: ['waited', 'own-a1'], strengths: [] },
            open,
          ],
        }),
      );
    const en = { ...NO_TEXTS, topic: 'x', reasons: { 'own-a1': 'Too cold' } };
    expect(own({ en })).toEqual(['content.texts.de.reasons.own-a1']);
    expect(own({ en, de: { ...NO_TEXTS, reasons: { 'own-a1': 'Zu kalt' } } })).toEqual([]);
  });

  test('a link says where it leads', () => {
    const links = { low: '', middle: '', high: 'https://lumen.example/review' };
    expect(paths(content({ links }))).toEqual(['content.texts.en.link.high']);
    const link = { low: '', middle: '', high: 'Write a review' };
    expect(paths(content({ links, texts: { en: { ...NO_TEXTS, topic: 'x', link } } }))).toEqual([]);
  });
});

describe('a comparison breaks', () => {
  const published = content({
    languages: ['en', 'de'],
    texts: { en: { ...NO_TEXTS, topic: 'book a visit' } },
  });

  test('where a language asks about something else, and only there', () => {
    expect(brokenComparisons(published, published)).toEqual([]);
    const texts = { en: { ...NO_TEXTS, topic: 'change a visit' } };
    expect(brokenComparisons(published, { ...published, texts })).toEqual(['en']);
    const named = { ...published.texts, de: { ...NO_TEXTS, topic: 'einen Termin' } };
    expect(brokenComparisons(published, { ...published, texts: named })).toEqual(['de']);
  });

  test('not by spaces, other texts, or languages that come and go', () => {
    const spaced = {
      en: { ...NO_TEXTS, topic: ' book  a visit ', thanks: { low: 'a', middle: 'b', high: 'c' } },
    };
    expect(brokenComparisons(published, { ...published, texts: spaced })).toEqual([]);
    expect(brokenComparisons(published, { ...published, languages: ['en', 'fr'] })).toEqual([]);
  });
});

describe('whether a survey takes answers', () => {
  const now = new Date('2026-05-01T12:00:00Z');
  const before = new Date('2026-04-30T12:00:00Z');
  const after = new Date('2026-05-02T12:00:00Z');
  const none: SurveyTimes = { pausedAt: null, closedAt: null, opensAt: null, closesAt: null, quota: null };

  test.each([
    ['open', {}, 1_000_000],
    ['open', { opensAt: now, closesAt: after, quota: 10 }, 9],
    ['full', { quota: 10 }, 10],
    ['full', { quota: 10 }, 11],
    ['early', { opensAt: after }, 0],
    ['over', { closesAt: now }, 0],
    ['over', { closesAt: before, quota: 1 }, 1],
    ['paused', { pausedAt: before, opensAt: after }, 0],
    ['closed', { closedAt: before, pausedAt: before, closesAt: before, quota: 1 }, 1],
  ] as const)('%s: %j with %i answers', (state, times, answers) => {
    expect(surveyState({ ...none, ...times }, answers, now)).toBe(state);
    expect(placementState({ closedAt: null, times: { ...none, ...times }, answers }, now)).toBe(state);
    expect(placementState({ closedAt: before, times: { ...none, ...times }, answers }, now)).toBe('closed');
  });
});

describe('what authors write', () => {
  const base = newContent('en', { topic: 'x' });
  const texts = (over: object) => ({ ...base, texts: { en: { ...NO_TEXTS, ...over } } });

  test('is trimmed, and refused beyond its length or with unknown fields', () => {
    expect(surveyContentSchema.parse(texts({ topic: '  a visit ' })).texts.en?.topic).toBe('a visit');
    for (const bad of [
      texts({ topic: 'x'.repeat(121) }),
      texts({ thanks: { ...NO_TEXTS.thanks, low: 'x'.repeat(201) } }),
      texts({ why: { low: '', middle: '' } }),
      texts({ why: { ...NO_TEXTS.why, low: null } }),
      texts({ reasons: { waited: 'Mine' } }),
      { ...base, question: 'How much do you love us?' },
      { ...base, texts: { ...base.texts, xx: NO_TEXTS } },
      { ...base, languages: [] },
      { ...base, languages: ['en', 'en'] },
      { ...base, links: { ...base.links, low: 'javascript:alert(1)' } },
      { ...base, links: { ...base.links, low: 'lumen.example' } },
    ]) {
      expect(surveyContentSchema.safeParse(bad).success).toBe(false);
    }
  });

  test('asks at most three questions after the score, each kind once, the open one after every score', () => {
    const choice = (kind: 'expectation' | 'information' | 'handoff') => ({ kind, after: ['low'] });
    const followUps = (...all: unknown[]) =>
      surveyContentSchema.safeParse({ ...base, followUps: all }).success;
    expect(followUps(choice('expectation'), choice('information'), open)).toBe(true);
    expect(followUps(choice('expectation'), choice('information'), choice('handoff'), open)).toBe(false);
    expect(followUps(choice('expectation'), choice('expectation'), open)).toBe(false);
    expect(followUps(choice('expectation'))).toBe(false);
    expect(followUps(choice('expectation'), { kind: 'text', after: ['low'] })).toBe(false);
    expect(followUps({ kind: 'expectation', after: [] }, open)).toBe(false);
  });
});

test('widget rules are whole, bounded numbers, never text that looks like one', () => {
  const rules = DEFAULT_WIDGET_RULES;
  expect(widgetRulesSchema.safeParse(rules).success).toBe(true);
  for (const bad of [
    { ...rules, delaySeconds: '3' },
    { ...rules, delaySeconds: -1 },
    { ...rules, windowDays: 1.5 },
    { ...rules, dismissedDays: null },
    { ...rules, sampleRatio: 0 },
    { ...rules, sampleRatio: 1.1 },
    { ...rules, mode: 'frame' },
    { ...rules, urls: [''] },
    { ...rules, urls: Array.from({ length: 21 }, () => '/a') },
    { ...rules, trigger: { kind: 'event', name: 'no spaces' } },
    { ...rules, trigger: { kind: 'scroll', percent: 0 } },
  ]) {
    expect(widgetRulesSchema.safeParse(bad).success).toBe(false);
  }
});
