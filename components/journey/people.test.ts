import { expect, test } from 'vitest';
import { colourOf, initialsOf } from './people';

test.each([
  ['Ines', 'I'],
  ['Ines de la Cruz', 'IC'],
  ['  (Ben)  Okoro ', 'BO'],
  ['李 明', '李明'],
  ['😀', '?'],
  ['', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a person has one colour, and not everybody the same', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `user-${n}`);
  expect(colourOf('ines')).toEqual(colourOf('ines'));
  expect(new Set(ids.map((id) => colourOf(id).fill)).size).toBe(6);
});
