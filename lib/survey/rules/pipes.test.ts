import { expect, test } from 'vitest';
import { fillPipes, type Known } from './pipes';

const known: Known = {
  contact: { name: 'Ana', plan: 'Fibre 500', 'last visit': '2026-03-01', empty: ' ', größe: '3' },
  touchpoint: 'Book a visit',
  touchpointContact: 'Kim from Field ops',
  brand: 'Lumen',
};

test.each([
  ['Thanks, {contact.name|friend}!', 'Thanks, Ana!'],
  ['{contact.name}', 'Ana'],
  ['{contact.plan} since {contact.last visit}', 'Fibre 500 since 2026-03-01'],
  ['{contact.größe}', '3'],
  ['{contact.nobody|there}', 'there'],
  ['{contact.nobody}', ''],
  ['{contact.empty|nothing}', 'nothing'],
  ['{touchpoint} at {brand}', 'Book a visit at Lumen'],
  ['{touchpoint.contact|our team} looks after you', 'Kim from Field ops looks after you'],
  ['{unknown} {contact} {brand.x} {}', '{unknown} {contact} {brand.x} {}'],
  ['a {{brand}} b', 'a {Lumen} b'],
  ['{contact.constructor|none}', 'none'],
])('%s', (text, filled) => {
  expect(fillPipes(text, known)).toBe(filled);
});

test('says something else where nobody and nothing is known', () => {
  const nobody: Known = { contact: null, touchpoint: '', touchpointContact: '', brand: 'Lumen' };
  expect(fillPipes('Hi {contact.name|there}, {touchpoint|this} by {touchpoint.contact|us}', nobody)).toBe(
    'Hi there, this by us',
  );
});

test('leaves the fields of the contact for later, where the widget fills them in', () => {
  expect(fillPipes('{contact.name|friend} at {brand}', { ...known, contact: 'later' })).toBe(
    '{contact.name|friend} at Lumen',
  );
});

test.each(['{brand}', '$&', '$1', "$'", '{contact.plan}', '</script>'])(
  'what is filled in is never read again: %s',
  (text) => {
    expect(fillPipes('<{contact.name}>', { ...known, contact: { name: text, plan: 'x' } })).toBe(`<${text}>`);
  },
);
