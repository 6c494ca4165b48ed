import { expect, test } from 'vitest';
import { packOf } from '@/lib/survey/rules/languages';
import { ENGLISH } from '@/lib/translate';
import { givenWords } from './answer-words';

const en = packOf('en');

test('every part of an answer is said in words', () => {
  expect(
    givenWords(
      ENGLISH,
      {
        metric: 'emotion',
        score: -2,
        words: ['frustrated', 'none'],
        followUps: { reasons: ['waited', 'own-a1'], expectation: -2, information: 0, handoff: 2 },
      },
      en,
      { 'own-a1': 'The lift was broken' },
    ).map(({ text }) => text),
  ).toEqual([
    'Awful',
    `${en.words.labels.frustrated}, ${en.words.none}`,
    `${en.reasons.labels.waited}, The lift was broken`,
    en.expectation.points[0],
    en.information.points[0],
    en.handoff.points[2],
  ]);
});

test('what was not given is not said', () => {
  expect(givenWords(ENGLISH, { metric: 'nps', score: null, words: null, followUps: null }, en, {})).toEqual(
    [],
  );
  expect(
    givenWords(ENGLISH, { metric: 'nps', score: 0, words: [], followUps: { reasons: [] } }, en, {}),
  ).toHaveLength(1);
});
