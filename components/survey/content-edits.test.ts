import { expect, test } from 'vitest';
import { newContent, type SurveyContent, surveyContentSchema } from '@/lib/survey/model/content';
import {
  addFollowUp,
  addOwnReason,
  moveFollowUp,
  newReasonId,
  offerLanguages,
  putFirst,
  removeFollowUp,
  standingOf,
  standings,
  toggleAfter,
  toggleReason,
  withdrawLanguage,
  withText,
} from './content-edits';

const START = newContent('en', { topic: 'book a visit' });
const kinds = (content: SurveyContent) => content.followUps.map(({ kind }) => kind);
const reasons = (content: SurveyContent) =>
  content.followUps.find((one) => one.kind === 'reasons') ?? { frictions: [], strengths: [] };

test('whatever is added, moved or taken away, the content can be saved', () => {
  let content = addFollowUp(addFollowUp(START, 'reasons'), 'handoff');
  content = addOwnReason(content, 'frictions', 'en', { id: newReasonId(), label: 'Nobody came' });
  content = offerLanguages(content, ['de', 'ar']);
  content = withText(content, 'de', 'thanks.low', 'Wir melden uns.');
  for (const step of [
    content,
    moveFollowUp(content, 'text', -2),
    toggleAfter(content, 'handoff', 'high'),
    toggleReason(content, 'strengths', 'easy'),
    putFirst(content, 'ar'),
    withdrawLanguage(content, 'en'),
    removeFollowUp(content, 'reasons'),
  ])
    expect(surveyContentSchema.safeParse(step).error?.issues).toBeUndefined();
});

test('a new question is asked before the open one, and moves by one place at a time', () => {
  const content = addFollowUp(addFollowUp(START, 'reasons'), 'expectation');
  expect(kinds(content)).toEqual(['reasons', 'expectation', 'text']);
  expect(kinds(moveFollowUp(content, 'expectation', -1))).toEqual(['expectation', 'reasons', 'text']);
  expect(moveFollowUp(content, 'reasons', -1)).toBe(content);
  expect(moveFollowUp(content, 'text', 1)).toBe(content);
});

test('a question is asked after at least one group', () => {
  const after = (content: SurveyContent) =>
    content.followUps.find(({ kind }) => kind === 'information')?.after;
  const toggled = (...groups: ('low' | 'middle' | 'high')[]) =>
    after(
      groups.reduce(
        (content, group) => toggleAfter(content, 'information', group),
        addFollowUp(START, 'information'),
      ),
    );
  expect(toggled()).toEqual(['low', 'middle']);
  expect(toggled('low', 'middle')).toEqual(['middle']);
  expect(toggled('high', 'low', 'middle')).toEqual(['high']);
  expect(toggled('middle', 'high', 'middle')).toEqual(['low', 'middle', 'high']);
});

test('stock reasons keep their order and own ones stand after them', () => {
  let content = addOwnReason(addFollowUp(START, 'reasons'), 'frictions', 'en', {
    id: 'own-a1',
    label: 'Late',
  });
  content = toggleReason(toggleReason(content, 'frictions', 'unclear'), 'frictions', 'unnecessary');
  content = toggleReason(content, 'frictions', 'unclear');
  expect(reasons(content).frictions).toEqual([
    'unclear',
    'complicated',
    'too_many_steps',
    'waited',
    'repeated_myself',
    'no_help',
    'unnecessary',
    'own-a1',
  ]);
  expect(content.texts.en?.reasons).toEqual({ 'own-a1': 'Late' });
});

test('each text is the author’s, the language’s, the first language’s, or missing', () => {
  let content = addOwnReason(addFollowUp(START, 'reasons'), 'frictions', 'en', {
    id: 'own-a1',
    label: 'Late',
  });
  content = offerLanguages({ ...content, links: { ...content.links, high: 'https://lumen.example' } }, [
    'de',
  ]);
  expect(standingOf(content, 'en', 'topic')).toBe('own');
  expect(standingOf(content, 'de', 'topic')).toBe('plain');
  expect(standingOf(content, 'de', 'reasons.own-a1')).toBe('missing');
  expect(standingOf(content, 'en', 'link.high')).toBe('missing');
  expect(standingOf(content, 'de', 'link.high')).toBe('first');
  expect(standings(content, 'de', false).plain).toEqual([]);
  expect(standings(withText(content, 'de', 'why.low', 'Warum?'), 'de', true)).toMatchObject({
    own: ['why.low'],
    plain: ['topic'],
    missing: ['reasons.own-a1'],
  });
});

test('the last language stays, and what was written in one that left is kept', () => {
  expect(withdrawLanguage(START, 'en')).toBe(START);
  const both = withText(offerLanguages(START, ['de', 'en']), 'de', 'topic', 'einen Besuch buchen');
  expect(both.languages).toEqual(['en', 'de']);
  expect(putFirst(both, 'de').languages).toEqual(['de', 'en']);
  expect(withdrawLanguage(both, 'de').texts.de?.topic).toBe('einen Besuch buchen');
});
