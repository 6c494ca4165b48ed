import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { hookKey, signatureOf } from './signature';

const SECRET = 'a secret of at least thirty-two characters';

test('each hook has a key of its own, and another one after a renewal', () => {
  const keys = [hookKey(SECRET, 'a', 1), hookKey(SECRET, 'a', 2), hookKey(SECRET, 'b', 1)];
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
  expect(hookKey(SECRET, 'a', 1)).toBe(keys[0]);
});

test('the signature is what a receiver computes by the documentation', () => {
  const key = hookKey(SECRET, 'a', 1);
  const body = '{"event":"test","text":"Grüße"}';
  const expected = createHmac('sha256', key)
    .update(Buffer.from(`1765432100.${body}`, 'utf8'))
    .digest('hex');
  expect(signatureOf(key, body, 1_765_432_100)).toBe(`t=1765432100,v1=${expected}`);
});

test('another body or another time has another signature', () => {
  const all = [
    signatureOf('k', '{}', 1),
    signatureOf('k', '{ }', 1),
    signatureOf('k', '{}', 2),
    signatureOf('j', '{}', 1),
  ].map((text) => text.split('v1=')[1]);
  expect(new Set(all).size).toBe(4);
});
