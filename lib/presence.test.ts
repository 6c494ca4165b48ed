import { expect, test } from 'vitest';
import { GONE_MS, MOST_PEOPLE, presence, type Sign } from './presence';

const sign = (over: Partial<Sign> = {}): Sign => ({
  w: 'workspace',
  j: 'journey',
  c: 'page',
  u: 'ines',
  n: 'Ines',
  t: null,
  gone: false,
  ...over,
});

test('who comes is seen with their place, who leaves is not', () => {
  const people = presence();
  expect(people.hear(sign({ t: 'touchpoint' }), 0)).toBe(true);
  expect(people.at('workspace', 'journey', 1)).toEqual([
    { userId: 'ines', name: 'Ines', touchpointId: 'touchpoint' },
  ]);
  expect(people.hear(sign({ gone: true }), 2)).toBe(true);
  expect(people.at('workspace', 'journey', 3)).toEqual([]);
});

test('another workspace or another map sees nobody', () => {
  const people = presence();
  people.hear(sign(), 0);
  expect(people.at('other', 'journey', 1)).toEqual([]);
  expect(people.at('workspace', 'other', 1)).toEqual([]);
});

test('a sign of life that changes nothing is no news', () => {
  const people = presence();
  people.hear(sign(), 0);
  expect(people.hear(sign(), 10_000)).toBe(false);
  expect(people.hear(sign({ t: 'touchpoint' }), 11_000)).toBe(true);
});

test('whoever gives no sign is gone after 25 seconds, and not before', () => {
  const people = presence();
  people.hear(sign(), 0);
  expect(people.at('workspace', 'journey', GONE_MS - 1)).toHaveLength(1);
  expect(people.at('workspace', 'journey', GONE_MS)).toHaveLength(0);
});

test('a person with two pages is one person, at the place they went to last, until both are closed', () => {
  const people = presence();
  people.hear(sign({ c: 'one', t: 'a' }), 0);
  people.hear(sign({ c: 'two', t: 'b' }), 1);
  people.hear(sign({ c: 'one', t: 'a' }), 2);
  expect(people.at('workspace', 'journey', 3)).toEqual([{ userId: 'ines', name: 'Ines', touchpointId: 'b' }]);
  people.hear(sign({ c: 'two', gone: true }), 4);
  expect(people.at('workspace', 'journey', 5)).toEqual([{ userId: 'ines', name: 'Ines', touchpointId: 'a' }]);
});

test('a page knows its own place, and nobody else’s', () => {
  const people = presence();
  people.hear(sign({ t: 'a' }), 0);
  expect(people.placeOf('workspace', 'journey', 'ines', 'page')).toBe('a');
  expect(people.placeOf('workspace', 'journey', 'ben', 'page')).toBeUndefined();
});

test('at most fifty people are told apart, and pages beyond two hundred are not remembered', () => {
  const people = presence();
  for (let n = 0; n < 300; n += 1) people.hear(sign({ u: `user-${n}`, n: `Person ${n}` }), 0);
  expect(people.at('workspace', 'journey', 1)).toHaveLength(MOST_PEOPLE);
  expect(people.placeOf('workspace', 'journey', 'user-199', 'page')).toBeNull();
  expect(people.placeOf('workspace', 'journey', 'user-200', 'page')).toBeUndefined();
});

test('one person with any number of pages crowds nobody out and costs little', () => {
  const people = presence();
  for (let page = 0; page < 1_000; page += 1) people.hear(sign({ c: `page ${page}`, t: `${page}` }), page);
  expect(people.hear(sign({ u: 'jonas', n: 'Jonas' }), 1_000)).toBe(true);
  expect(people.at('workspace', 'journey', 1_000)).toEqual([
    { userId: 'ines', name: 'Ines', touchpointId: '999' },
    { userId: 'jonas', name: 'Jonas', touchpointId: null },
  ]);
  expect(people.placeOf('workspace', 'journey', 'ines', 'page 0')).toBeUndefined();
  expect(people.placeOf('workspace', 'journey', 'ines', 'page 999')).toBe('999');
});
