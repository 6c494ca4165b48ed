import { describe, expect, test } from 'vitest';
import { membersHeaders } from './headers';

const headersOf = (path: string) => Object.fromEntries(membersHeaders('N', path, false, false));
const policyOf = (path: string) => headersOf(path)['content-security-policy'] ?? '';

describe('a member’s page', () => {
  test.each([
    '/',
    '/journeys',
    '/preview',
    '/preview/',
    '/outbox',
    '/outbox/1',
    '/outbox/1/2/body',
    '/widget',
    '/widget/tests',
    '/surveys/preview/1',
  ])('%s runs only what carries this reply’s nonce and is framed by nobody', (path) => {
    expect(policyOf(path)).toContain("script-src 'nonce-N' 'strict-dynamic'");
    expect(policyOf(path)).toContain("default-src 'none'");
    expect(policyOf(path)).toContain("frame-ancestors 'none'");
    expect(headersOf(path)['x-frame-options']).toBe('DENY');
  });
});

test.each(['/preview/surveys/1', '/preview/metrics/nps', '/outbox/1/body'])(
  '%s runs nothing, sends nothing and is framed by our own pages only',
  (path) => {
    expect(policyOf(path)).toBe(
      "script-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'",
    );
    expect(headersOf(path)['x-frame-options']).toBe('SAMEORIGIN');
    expect(headersOf(path)['cache-control']).toBe('no-store');
  },
);

test.each(['/widget/test', '/widget/test/checkout'])('%s leaves the rest to its route', (path) => {
  expect(policyOf(path)).not.toContain('script-src');
  expect(policyOf(path)).toContain("frame-ancestors 'none'");
  expect(headersOf(path)['x-frame-options']).toBe('DENY');
});
