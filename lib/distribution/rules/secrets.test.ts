import { expect, test } from 'vitest';
import { addressHash, invitationToken } from './secrets';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('a token is 24 characters of the URL alphabet, the same for the same invitation only', () => {
  expect(invitationToken('s', 'a')).toMatch(/^[A-Za-z0-9_-]{24}$/);
  expect(invitationToken('s', 'a')).toBe(invitationToken('s', 'a'));
  expect(
    new Set([invitationToken('s', 'a'), invitationToken('s', 'b'), invitationToken('t', 'a')]).size,
  ).toBe(3);
});

test('an opted-out address is recognized in any spelling, and only with the secret and in its workspace', () => {
  expect(hex(addressHash('s', 'w', ' ANA@Example.com '))).toBe(hex(addressHash('s', 'w', 'ana@example.com')));
  expect(hex(addressHash('s', 'w', 'jo\u0308@example.com'))).toBe(
    hex(addressHash('s', 'w', 'jö@example.com')),
  );
  const others = [
    addressHash('s', 'w', 'a@b.co'),
    addressHash('t', 'w', 'a@b.co'),
    addressHash('s', 'x', 'a@b.co'),
  ];
  expect(new Set(others.map(hex)).size).toBe(3);
});
