import { expect, test } from 'vitest';
import { namesContact, pipeNotes } from './pipe-notes';

test('a text whose fields are known, with something to stand instead, is noted for nothing', () => {
  expect(pipeNotes('Thanks, {contact.name|friend}, from {brand} about {touchpoint}.', [])).toEqual([]);
  expect(pipeNotes('Your {contact.plan|plan}, {touchpoint.contact}', ['plan'])).toEqual([]);
});

test('each oddity is named: no such attribute, nothing to stand instead, and no field at all', () => {
  expect(pipeNotes('{contact.paln|plan} {contact.name} {contact.plan| } {contcat.name} {', ['plan'])).toEqual(
    [
      { kind: 'unknown attribute', field: 'paln' },
      { kind: 'nothing instead', field: 'contact.name' },
      { kind: 'nothing instead', field: 'contact.plan' },
      { kind: 'not a field', field: '{contcat.name}' },
      { kind: 'not a field', field: '{' },
    ],
  );
});

test('only a field of the contact names the person', () => {
  expect(namesContact('About {touchpoint} by {brand}')).toBe(false);
  expect(namesContact('Hello {contact.name|there}')).toBe(true);
});
