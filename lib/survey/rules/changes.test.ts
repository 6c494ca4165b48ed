import { expect, test } from 'vitest';
import { newContent, type SurveyContent } from '../model/content';
import { changesOf, textAt, textPaths } from './changes';

const PUBLISHED: SurveyContent = {
  ...newContent('en', { topic: 'book a visit' }),
  languages: ['en', 'de'],
  followUps: [
    { kind: 'reasons', after: ['low', 'middle'], frictions: ['unclear', 'own-a1'], strengths: [] },
    { kind: 'text', after: ['low', 'middle', 'high'] },
  ],
};

test('nothing changes by spaces, by the order in which groups are named, or in a language that is not offered', () => {
  const { en, ...others } = PUBLISHED.texts;
  const draft: SurveyContent = {
    ...PUBLISHED,
    followUps: [
      { kind: 'reasons', after: ['middle', 'low'], frictions: ['unclear', 'own-a1'], strengths: [] },
      { kind: 'text', after: ['high', 'low', 'middle'] },
    ],
    texts: {
      ...others,
      ...(en ? { en: { ...en, topic: ' book a visit ' }, fr: { ...en, topic: 'réserver' } } : {}),
    },
  };
  expect(changesOf(PUBLISHED, draft)).toEqual([]);
});

test('each thing that customers meet differently is named once, in the order in which they meet it', () => {
  const en = newContent('en', { topic: 'book a technician', reasons: { 'own-a1': 'Late' } }).texts.en;
  const draft: SurveyContent = {
    languages: ['de', 'en', 'fr'],
    followUps: [
      { kind: 'text', after: ['low', 'middle', 'high'] },
      { kind: 'reasons', after: ['low'], frictions: ['unclear', 'waited'], strengths: ['clear', 'easy'] },
      { kind: 'handoff', after: ['low'] },
    ],
    links: { low: '', middle: '', high: 'https://lumen.example/friends' },
    texts: en ? { en } : {},
  };
  expect(changesOf(PUBLISHED, draft)).toEqual([
    { kind: 'language added', tag: 'fr' },
    { kind: 'first language', tag: 'de' },
    { kind: 'text', tag: 'en', path: 'topic', from: 'book a visit', to: 'book a technician' },
    { kind: 'text', tag: 'en', path: 'reasons.own-a1', from: '', to: 'Late' },
    { kind: 'question added', which: 'handoff' },
    { kind: 'order', to: ['text', 'reasons', 'handoff'] },
    { kind: 'groups', which: 'reasons', from: ['low', 'middle'], to: ['low'] },
    { kind: 'reasons', list: 'frictions', from: ['unclear', 'own-a1'], to: ['unclear', 'waited'] },
    { kind: 'reasons', list: 'strengths', from: [], to: ['clear', 'easy'] },
    { kind: 'link', group: 'high', from: '', to: 'https://lumen.example/friends' },
  ]);
  expect(changesOf(draft, PUBLISHED).map(({ kind }) => kind)).toContain('language removed');
  expect(changesOf(draft, PUBLISHED)).toContainEqual({ kind: 'question removed', which: 'handoff' });
});

test('a link is named only where it leads somewhere, an own reason only where it is offered', () => {
  expect(textPaths(newContent('en'))).toEqual([
    'topic',
    'why.low',
    'why.middle',
    'why.high',
    'thanks.low',
    'thanks.middle',
    'thanks.high',
  ]);
  const paths = textPaths({
    ...PUBLISHED,
    links: { low: 'https://lumen.example', middle: '', high: '' },
  });
  expect(paths.filter((path) => /reasons|link/.test(path))).toEqual(['reasons.own-a1', 'link.low']);
});

test('a text that nobody wrote is empty', () => {
  expect(textAt(undefined, 'why.low')).toBe('');
  expect(textAt(PUBLISHED.texts.en, 'topic')).toBe('book a visit');
  expect(textAt(PUBLISHED.texts.en, 'reasons.own-a1')).toBe('');
});
