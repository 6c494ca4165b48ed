import { expect, test } from 'vitest';
import { reasonText, storedReason } from './left-out';

test('every reason survives storing and reads as words', () => {
  expect(reasonText(storedReason({ kind: 'asked', daysAgo: 12 }))).toBe('asked 12 days ago');
  expect(reasonText(storedReason({ kind: 'asked', daysAgo: 1 }))).toBe('asked yesterday');
  expect(reasonText(storedReason({ kind: 'asked', daysAgo: 0 }))).toBe('asked today');
  expect(reasonText(storedReason({ kind: 'opted_out' }))).toBe('opted out');
  expect(reasonText('550 no such user')).toBe('550 no such user');
  expect(reasonText('constructor')).toBe('constructor');
  expect(reasonText(null)).toBe('');
});
