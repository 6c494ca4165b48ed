import { describe, expect, test } from 'vitest';
import { BLACKED_OUT, blackOut, blackOutMarkup, isCopy, longestWord, withoutPassage } from './black-out';

describe('blackOut', () => {
  test('takes out every occurrence as whole words, whatever its capitals and white space', () => {
    const text = 'Ms Kim\nLee was rude. I told ms  kim lee so. Kimono?';
    expect(blackOut(text, ' Ms Kim Lee ')).toEqual({
      text: `${BLACKED_OUT} was rude. I told ${BLACKED_OUT} so. Kimono?`,
      n: 2,
    });
  });

  test('leaves longer words alone, in any alphabet', () => {
    expect(blackOut('Müllerin sah Müller.', 'müller')).toEqual({
      text: `Müllerin sah ${BLACKED_OUT}.`,
      n: 1,
    });
    expect(blackOut('room 12 of 123', '12').text).toBe(`room ${BLACKED_OUT} of 123`);
  });

  test('takes signs as they are, and says where nothing was found', () => {
    expect(blackOut('cost (5.0) or 510', '(5.0)').text).toBe(`cost ${BLACKED_OUT} or 510`);
    expect(blackOut('a-b', 'a-b').n).toBe(1);
    expect(blackOut('cost 510', '5.0')).toEqual({ text: 'cost 510', n: 0 });
    expect(blackOut('anything', '  ')).toEqual({ text: 'anything', n: 0 });
  });

  test('what is left says nothing of how long the passage was', () => {
    expect(blackOut('I am Jo.', 'Jo').text.length).toBe(
      blackOut('I am Maximiliana.', 'Maximiliana').text.length,
    );
  });
});

test('a passage is found in a letter as it was escaped, and over its line and paragraph breaks', () => {
  const html = '<p>Ask O&#39;Neil<br>Jr</p>\n<p>now. O&#39;Neil</p>';
  expect(blackOutMarkup(html, "O'Neil\nJr\n\nnow")).toBe(`<p>Ask ${BLACKED_OUT}. O&#39;Neil</p>`);
});

describe('withoutPassage', () => {
  const copied = { passage: 'Jo', original: 'I met Jo at the desk.', ids: new Set(['s1']) };

  test('cleans all of what rests on the text, and quotes of it, and nothing else', () => {
    const before = {
      title: 'Jo',
      statements: [
        { id: 's1', text: 'Jo was late', evidence: [{ id: 'e1', method: 'Jo asked' }] },
        { id: 's2', text: 'Jo waits', evidence: [{ id: 'e2', quote: 'met Jo', method: 'Jo asked' }] },
        { id: 's3', text: 'x', evidence: [{ id: 'e3', quote: 'Another Jo' }] },
      ],
      n: 3,
    };
    expect(withoutPassage(before, copied)).toEqual({
      title: 'Jo',
      statements: [
        {
          id: 's1',
          text: `${BLACKED_OUT} was late`,
          evidence: [{ id: 'e1', method: `${BLACKED_OUT} asked` }],
        },
        {
          id: 's2',
          text: 'Jo waits',
          evidence: [{ id: 'e2', quote: `met ${BLACKED_OUT}`, method: 'Jo asked' }],
        },
        { id: 's3', text: 'x', evidence: [{ id: 'e3', quote: 'Another Jo' }] },
      ],
      n: 3,
    });
  });

  test('a quote is a copy where either holds the other, whatever its white space', () => {
    expect(isCopy('I  met\nJo', copied.original)).toBe(true);
    expect(isCopy(`She said: ${copied.original}`, copied.original)).toBe(true);
    expect(isCopy('', copied.original)).toBe(false);
    expect(isCopy('I met Al', copied.original)).toBe(false);
  });
});

test('the longest word is what copies are looked for by', () => {
  expect(longestWord('Dr. Ana-Sofía 12')).toBe('sofía');
  expect(longestWord('!?')).toBeNull();
});
