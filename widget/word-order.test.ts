import { expect, test } from 'vitest';
import { wordOrder } from './word-order';

const WORDS = Array.from('abcdefghij', (id) => ({ id }));

test('the same seed gives the same order, and every word stays in it', () => {
  expect(wordOrder(WORDS, 'seed')).toEqual(wordOrder(WORDS, 'seed'));
  expect(
    wordOrder(WORDS, 'seed')
      .map((word) => word.id)
      .sort(),
  ).toEqual(WORDS.map((word) => word.id));
});

test('over many responses every word stands about as often at every place', () => {
  const seen = WORDS.map(() => WORDS.map(() => 0));
  for (let run = 0; run < 5000; run++)
    wordOrder(WORDS, `0b0b0b0b-1111-4222-8333-${run}`).forEach((word, place) => {
      const row = seen[WORDS.indexOf(word)] as number[];
      row[place] = (row[place] as number) + 1;
    });
  for (const count of seen.flat()) expect(Math.abs(count - 500)).toBeLessThan(130);
});
