import { expect, test } from 'vitest';
import { scrubReason } from './scrub-reason';

test.each([
  ['550 ana@example.com is unknown', 'ana@example.com', '550 the address is unknown'],
  ['550 <ANA@Example.com>: no', 'ana@example.com', '550 <the address>: no'],
  ['ask postmaster@host.example', 'ana@example.com', 'ask an address'],
  ['a+b@example.com was refused', 'a+b@example.com', 'the address was refused'],
  ['550 ana@example.com is unknown', null, '550 an address is unknown'],
  ['Mailbox full', 'ana@example.com', 'Mailbox full'],
])('%j of a mail to %s is kept as %j', (reason, email, kept) => {
  expect(scrubReason(reason, email)).toBe(kept);
});

test('no reason stays none', () => {
  expect(scrubReason(null, 'ana@example.com')).toBeNull();
});
