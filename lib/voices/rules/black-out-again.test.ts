import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Remembered } from '../model/blacked-out';
import { BLACKED_OUT, blackOut } from './black-out';
import { blackOutAgain, digestOf, remember, takeOut } from './black-out-again';

const digest = digestOf('secret', 'workspace');

/** Blacks passages out one after the other, as members do; gives what is left and what is remembered. */
function blackOutAll(text: string, passages: readonly string[]) {
  const known: Remembered[] = [];
  let left = text;
  for (const passage of passages) {
    known.push(remember(left, passage, digest));
    left = blackOut(left, passage).text;
  }
  return { left, known };
}

test('the same text loses the same passages again, in whatever order they were taken out', () => {
  const text =
    'Ms. Ilse Quandt was rude to me at the desk. I told ilse  quandt so!\nHer number is 0171-55 (Kiel).';
  for (const passages of [
    ['Ilse Quandt', '0171-55', 'desk'],
    ['desk', 'ilse quandt', 'Her number is 0171-55 (Kiel)'],
    ['was rude to me at the desk. I told', '55'],
  ]) {
    const { left, known } = blackOutAll(text, passages);
    expect(left).toContain(BLACKED_OUT);
    expect(blackOutAgain(text, known, digest).text).toBe(left);
    expect(blackOutAgain(left, known, digest).text).toBe(left);
  }
});

test('a conversation that went on, or in which something else was masked, loses it too', () => {
  const { known } = blackOutAll('My name is Ilse Quandt, number 12. Write to [e-mail] please.', [
    'Ilse Quandt',
  ]);
  const again = blackOutAgain(
    'Hello!\nMy name is  ILSE Quandt, number 12. Write to ilse at once please. Anything new?',
    known,
    digest,
  );
  expect(again.text).toBe(
    `Hello!\nMy name is  ${BLACKED_OUT}, number 12. Write to ilse at once please. Anything new?`,
  );
  expect(again.found).toEqual(known);
});

test('the same words in another sentence are somebody else’s and stay', () => {
  const { known } = blackOutAll('The technician Kim was late again on Monday.', ['Kim']);
  const other = 'Kim helped me so well. The technician Kim was late again on Tuesday.';
  expect(blackOutAgain(other, known, digest)).toEqual({ text: other, found: [] });
});

test('a short sentence is known by its neighbours, and a short text only as a whole', () => {
  const short = blackOutAll('Hello. Kim. I was there on Friday.', ['Kim']);
  expect(blackOutAgain('Hello. Kim. I was there on Friday.', short.known, digest).text).toBe(short.left);
  expect(blackOutAgain('Kim. And no more.', short.known, digest).found).toEqual([]);
  const whole = blackOutAll('Kim was rude', ['was rude']);
  expect(blackOutAgain(' Kim was RUDE', whole.known, digest).text).toBe(` Kim ${BLACKED_OUT}`);
  expect(blackOutAgain('Kim was rude to all of us', whole.known, digest).found).toEqual([]);
});

test('whatever is blacked out of whatever text is blacked out of it again', () => {
  const word = fc.constantFrom(
    'Kim',
    'was',
    'ÜBER',
    '12,5',
    '€',
    '.',
    '!\n',
    '李明',
    "don't",
    'a-b',
    '█████',
    '?',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(3), (words, at, more) => {
      const text = words.join(' ');
      const from = at % words.length;
      const passage = words
        .slice(from, from + more + 1)
        .join(' ')
        .trim();
      const { left, known } = blackOutAll(text, [passage]);
      fc.pre(left !== text);
      expect(blackOutAgain(text, known, digest).text).toBe(left);
    }),
  );
});

test('who said it loses the passage as whole words', () => {
  const { known } = blackOutAll('Otto Brahm gave up twice that day', ['Otto Brahm']);
  expect(takeOut('Dr. otto  brahm, Kiel', known, digest)).toBe(`Dr. ${BLACKED_OUT}, Kiel`);
  expect(takeOut('Otto Brahms', known, digest)).toBe('Otto Brahms');
});

test('nothing of the words is kept, and another workspace or installation hashes otherwise', () => {
  const text = 'Otto Brahm gave up twice that day';
  const kept = remember(text, 'Otto Brahm', digest);
  expect(Buffer.from(kept.passageHash).toString()).not.toMatch(/otto/i);
  for (const other of [digestOf('other', 'workspace'), digestOf('secret', 'another')]) {
    expect(remember(text, 'Otto Brahm', other)).not.toEqual(kept);
    expect(blackOutAgain(text, [kept], other).found).toEqual([]);
  }
});
