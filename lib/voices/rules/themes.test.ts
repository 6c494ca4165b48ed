import { describe, expect, test } from 'vitest';
import { mergedTheme, settledPhrases, splitTheme, themeFinders, themesIn } from './themes';

const theme = (id: string, phrases: string[], exceptions: string[] = []) => ({
  id,
  name: id,
  phrases,
  exceptions,
});

const finders = themeFinders([
  theme('waiting', ['wait*', 'on hold', 'Warteschleife'], ['could not wait to']),
  theme('price', ['price', 'too expensive']),
  theme('delivery', ['配送']),
]);

describe('the themes of a text', () => {
  test.each([
    ['I waited forty minutes.', ['waiting']],
    ['ON HOLD again!', ['waiting']],
    ['Eine Stunde Warteschleife', ['waiting']],
    ['I could not wait to tell my friends', []],
    ['The price is fine, the waiting is not', ['waiting', 'price']],
    ['far too, expensive', ['price']],
    ['An expensive thing', []],
    ['prices rise', []],
    ['配送がとても遅かった', ['delivery']],
    ['', []],
  ])('%s', (text, found) => {
    expect(themesIn(text, finders)).toEqual(found);
  });
});

test('phrases that only differ in case or spaces are one', () => {
  expect(settledPhrases(['  On  hold', 'on hold', 'wait', 'wait*', '…'])).toEqual([
    'On hold',
    'wait',
    'wait*',
  ]);
});

test('a merged theme finds what either found, and excepts nothing that one of them looks for', () => {
  const into = { name: 'Waiting', phrases: ['wait*'], exceptions: ['queue', 'waiter'] };
  const from = { name: 'Queues', phrases: ['queue', 'line'], exceptions: ['on line'] };
  expect(mergedTheme(into, from)).toEqual({
    name: 'Waiting',
    phrases: ['wait*', 'queue', 'line'],
    exceptions: ['waiter', 'on line'],
  });
});

test('a theme is split into two that both have words', () => {
  const one = { name: 'Waiting', phrases: ['wait*', 'queue', 'line'], exceptions: [] };
  expect(splitTheme(one, ['queue', 'line'])).toEqual({ staying: ['wait*'], leaving: ['queue', 'line'] });
  expect(splitTheme(one, one.phrases)).toBeNull();
  expect(splitTheme(one, ['no such phrase'])).toBeNull();
});
