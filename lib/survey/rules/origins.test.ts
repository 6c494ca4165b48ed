import { describe, expect, test } from 'vitest';
import { originPatternSchema } from '../model/widget-rules';
import { frameAncestors, originAllowed } from './origins';

const OWN = 'https://ask.example.org';

describe('which pages may send answers', () => {
  test('all, until a list is set', () => {
    for (const origin of ['https://any.example', 'null', OWN])
      expect(originAllowed(origin, [], OWN)).toBe(true);
  });

  test.each([
    ['https://www.example.com', 'https://www.example.com', true],
    ['https://WWW.Example.com', 'https://www.example.com', true],
    ['http://www.example.com', 'https://www.example.com', false],
    ['https://www.example.com:8443', 'https://www.example.com', false],
    ['https://www.example.com:8443', 'https://www.example.com:8443', true],
    ['https://www.example.com', 'https://www.example.com:443', true],
    ['http://www.example.com', 'http://www.example.com:80', true],
    ['https://shop.example.com', 'https://*.example.com', true],
    ['https://a.b.example.com', 'https://*.example.com', true],
    ['https://example.com', 'https://*.example.com', false],
    ['https://evilexample.com', 'https://*.example.com', false],
    ['https://shop.example.com.evil.test', 'https://*.example.com', false],
    ['https://evil.test/.example.com', 'https://*.example.com', false],
    ['https://evil.test#.example.com', 'https://*.example.com', false],
    ['https://evil.test:1@.example.com', 'https://*.example.com', false],
    ['http://shop.example.com', 'https://*.example.com', false],
    ['https://shop.example.com:8443', 'https://*.example.com', false],
    ['https://shop.example.com:8443', 'https://*.example.com:8443', true],
    ['https://shop.example.com', 'https://*.example.com:443', true],
    ['null', 'https://*.example.com', false],
    ['', 'https://*.example.com', false],
    [OWN, 'https://www.example.com', true],
  ])('%s where %s is listed: %s', (origin, pattern, allowed) => {
    expect(originPatternSchema.safeParse(pattern).success).toBe(true);
    expect(originAllowed(origin, ['https://other.test', pattern], OWN)).toBe(allowed);
  });
});

test('a frame may stand where answers may come from, and in our own pages', () => {
  expect(frameAncestors([])).toBe('*');
  expect(frameAncestors(['https://*.example.com', 'https://b.test'])).toBe(
    "'self' https://*.example.com https://b.test",
  );
});
