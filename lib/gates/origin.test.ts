import { expect, test } from 'vitest';
import { isOwnOrigin } from './origin';

const own = (headers: Record<string, string>) =>
  isOwnOrigin(new Headers(headers), 'https://milepost.example/');

test('only what the browser calls same-origin, or what carries our origin, may write', () => {
  expect(own({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(own({ origin: 'https://milepost.example' })).toBe(true);
  for (const site of ['cross-site', 'same-site', 'none', '']) {
    expect(own({ 'sec-fetch-site': site, origin: 'https://milepost.example' })).toBe(false);
  }
  for (const origin of [
    'null',
    'https://milepost.example.evil.test',
    'http://milepost.example',
    'https://evil.test',
  ]) {
    expect(own({ origin })).toBe(false);
  }
  expect(own({})).toBe(false);
});
