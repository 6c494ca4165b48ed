import { expect, test } from 'vitest';
import { linesOf, setupHref } from './setup';

test('a pasted list becomes its lines without bullets, numbers, blanks and repetitions', () => {
  expect(linesOf('- Why do they leave?\r\n\n  * When?\n2. When?\n3 visits are too many')).toEqual([
    'Why do they leave?',
    'When?',
    '3 visits are too many',
  ]);
  expect(linesOf(' \n\n')).toEqual([]);
});

test('the first three steps have a page of their own, the rest happens on the map', () => {
  expect([1, 2, 3, 4, 5].map((step) => setupHref('j', step))).toEqual([
    '/journeys/j/setup?step=1',
    '/journeys/j/setup?step=2',
    '/journeys/j/setup?step=3',
    '/journeys/j',
    '/journeys/j',
  ]);
});
