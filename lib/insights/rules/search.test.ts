import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../translate';
import type { SearchHit, SearchHits } from '../model/search';
import { excerptOf, markWords, searchView, settleQuestion, wordsOf } from './search';

const NONE: SearchHits = { hits: [], total: 0 };
const ALL_NONE = {
  ...{ journey: NONE, stage: NONE, touchpoint: NONE, statement: NONE, persona: NONE, comment: NONE },
};
const hit = (over: Partial<SearchHit>): SearchHit => ({
  ...{ id: 'x', title: 'Book a visit', field: 'title', text: 'Book a visit' },
  ...{ journey: { id: 'j', title: 'Care' }, touchpoint: null, statementKind: null, answer: null, ...over },
});

describe('a question', () => {
  test('of fewer than two characters asks for nothing', () => {
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf(settleQuestion('  a '))).toEqual([]);
    expect(wordsOf('a b')).toEqual(['a', 'b']);
    expect(wordsOf('ab')).toEqual(['ab']);
  });

  test('keeps no character that the database refuses, and is bounded', () => {
    expect(settleQuestion(' a\u0000b\t ')).toBe('a b');
    expect(settleQuestion('x'.repeat(500))).toHaveLength(100);
    expect([...settleQuestion('😀'.repeat(200))]).toHaveLength(100);
    expect(wordsOf('a b c d e f g h i j')).toHaveLength(8);
  });
});

describe('marking', () => {
  test('finds every word in whatever case and keeps the text whole', () => {
    const parts = markWords('Visit the visitor desk', ['visit', 'DESK']);
    expect(parts.map(({ text }) => text).join('')).toBe('Visit the visitor desk');
    expect(parts.filter((part) => part.hit).map(({ text }) => text)).toEqual(['Visit', 'visit', 'desk']);
  });

  test('takes signs of patterns and of HTML for what they are', () => {
    expect(markWords('a.c abc (x) <b>', ['a.c', '(x)', '<b>']).filter((part) => part.hit)).toEqual([
      { text: 'a.c', hit: true },
      { text: '(x)', hit: true },
      { text: '<b>', hit: true },
    ]);
    for (const word of ['\\', '^', '$', '*', '+', '?', '[', ']', '{', '}', '|', '-', '/', '&']) {
      expect(markWords(`x${word}y`, [word])[1]).toEqual({ text: word, hit: true });
    }
  });

  test('marks the longer of two words that begin alike', () => {
    expect(markWords('visitor', ['visit', 'visitor'])).toEqual([{ text: 'visitor', hit: true }]);
  });
});

describe('an excerpt', () => {
  test('holds the first hit however late it comes, and says where it was cut', () => {
    const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`;
    const excerpt = excerptOf(text, ['NEEDLE']);
    expect(excerpt).toContain('needle');
    expect(excerpt).toMatch(/^… before/);
    expect(excerpt).toMatch(/after …$/);
    expect(excerpt.length).toBeLessThan(230);
  });

  test('leaves a short text as it is', () => {
    expect(excerptOf('Two\nlines', ['lines'])).toBe('Two lines');
  });

  test('holds a hit in a text without any space', () => {
    const text = `${'x'.repeat(500)}needle${'y'.repeat(500)}`;
    expect(excerptOf(text, ['needle'])).toContain('needle');
  });
});

describe('results', () => {
  test('say whether nothing was asked, too little, or nothing found', () => {
    expect(searchView('', [], null, ENGLISH).state).toBe('empty');
    expect(searchView('a', [], null, ENGLISH).state).toBe('short');
    expect(searchView('ab', ['ab'], ALL_NONE, ENGLISH).state).toBe('nothing');
  });

  test('lead to their places', () => {
    const touchpoint = { id: 't', title: 'Book a visit' };
    const answer = { placementId: 'p', day: '2026-03-31', metric: 'nps', score: 3, source: 'link' } as const;
    const found = searchView(
      'visit',
      ['visit'],
      {
        journey: { hits: [hit({ id: 'j' })], total: 1 },
        stage: { hits: [hit({})], total: 1 },
        touchpoint: {
          hits: [hit({ touchpoint }), hit({ id: 'y', touchpoint, field: 'promise' })],
          total: 31,
        },
        statement: { hits: [hit({ touchpoint, statementKind: 'pain' })], total: 1 },
        persona: { hits: [hit({ id: 'anna', journey: null })], total: 1 },
        comment: { hits: [hit({ title: '', field: 'comment', touchpoint, answer })], total: 1 },
      },
      ENGLISH,
    );
    expect(found.groups.flatMap(({ results }) => results.map(({ href }) => href))).toEqual([
      '/journeys/j',
      '/journeys/j',
      '/journeys/j?touchpoint=t',
      '/journeys/j?touchpoint=t&tab=details',
      '/journeys/j?touchpoint=t&tab=statements',
      '/personas/anna',
      '/journeys/j?from=2026-01-01&to=2026-03-31&touchpoint=t',
    ]);
    expect(found.groups[2]).toMatchObject({ total: 31, more: 29 });
    expect(found.total).toBe(36);
  });
});
