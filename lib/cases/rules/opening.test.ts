import { describe, expect, test } from 'vitest';
import type { LookedAt } from '../model';
import { contains, meets, opens } from './opening';

const answer = (over: Partial<LookedAt> = {}): LookedAt => ({
  metric: 'nps',
  score: 2,
  words: null,
  comment: null,
  ...over,
});

describe('a score', () => {
  const low = { kind: 'score', metric: 'nps', most: 6 } as const;

  test('opens up to the point that the rule names', () => {
    expect(meets(low, answer({ score: 6 }))).toBe(true);
    expect(meets(low, answer({ score: 7 }))).toBe(false);
    expect(meets(low, answer({ score: 0 }))).toBe(true);
  });

  test('that was skipped opens nothing', () => {
    expect(meets(low, answer({ score: null }))).toBe(false);
  });

  test('of another metric opens nothing', () => {
    expect(meets(low, answer({ metric: 'ces', score: 2 }))).toBe(false);
  });
});

describe('a word', () => {
  test('is found in any case and without its accents', () => {
    expect(contains('Das ist UNMÖGLICH!', 'unmoglich')).toBe(true);
    expect(contains('Ich kündige.', 'KÜNDIGE')).toBe(true);
    expect(contains('Das war ein Spaß', 'spass')).toBe(true);
  });

  test('is found whole only', () => {
    expect(contains('The bookseller', 'book')).toBe(false);
    expect(contains('a book.', 'book')).toBe(true);
    expect(contains('ebook', 'book')).toBe(false);
    expect(contains('the ebook, then a book', 'book')).toBe(true);
  });

  test('with a star is found by its beginning', () => {
    expect(contains('I cancelled it', 'cancel*')).toBe(true);
    expect(contains('I cancelled it', 'cancel')).toBe(false);
    expect(contains('miscancelled', 'cancel*')).toBe(false);
  });

  test('may be several words, across any spaces', () => {
    expect(contains('I will  cancel\nmy contract', 'cancel my contract')).toBe(true);
  });

  test('is found in a language without spaces', () => {
    expect(contains('すぐに解約します', '解約')).toBe(true);
  });

  test('that is only a star finds nothing', () => {
    expect(contains('anything', '*')).toBe(false);
    expect(contains(null, 'word')).toBe(false);
  });
});

test('any comment opens, but not an empty one', () => {
  expect(meets({ kind: 'comment' }, answer({ comment: 'Hm.' }))).toBe(true);
  expect(meets({ kind: 'comment' }, answer({ comment: '  \n' }))).toBe(false);
  expect(meets({ kind: 'comment' }, answer())).toBe(false);
});

test('a chosen feeling opens where the rule names it', () => {
  const condition = { kind: 'emotion' as const, words: ['ignored', 'frustrated'] };
  expect(meets(condition, answer({ words: ['relieved', 'ignored'] }))).toBe(true);
  expect(meets(condition, answer({ words: ['none'] }))).toBe(false);
  expect(meets(condition, answer({ words: null }))).toBe(false);
});

test('a rule about one place opens nothing elsewhere', () => {
  const rule = { condition: { kind: 'comment' as const } };
  const said = { ...answer({ comment: 'No.' }), lineageId: 'a' };
  expect(opens(rule, said, new Set(['a']))).toBe(true);
  expect(opens(rule, said, new Set(['b']))).toBe(false);
  expect(opens(rule, said, null)).toBe(true);
});
