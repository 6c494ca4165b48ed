import { describe, expect, test } from 'vitest';
import { findShared } from '../lib/registry';
import './house';
import { membersHeaders } from './headers';

const headersOf = (path: string) => Object.fromEntries(membersHeaders('N', path, false, false));
const policyOf = (path: string) => headersOf(path)['content-security-policy'] ?? '';

describe('a member’s page', () => {
  test.each([
    '/',
    '/journeys',
    '/preview',
    '/preview/',
    '/preview/surveys',
    '/preview/surveys/1/2',
    '/preview/other/1',
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
  '%s is framed by our own pages only and brings its own policy',
  (path) => {
    expect(headersOf(path)['content-security-policy']).toBeUndefined();
    expect(headersOf(path)['x-frame-options']).toBe('SAMEORIGIN');
    expect(headersOf(path)['cache-control']).toBe('no-store');
  },
);

describe('a shared map', () => {
  test.each(['/share/token', '/share/token/', '/embed/token'])(
    '%s tells nobody its address, and runs only what carries this reply’s nonce',
    (path) => {
      expect(headersOf(path)['referrer-policy']).toBe('no-referrer');
      expect(headersOf(path)['x-robots-tag']).toBe('noindex, nofollow');
      expect(headersOf(path)['cache-control']).toBe('no-store');
      expect(policyOf(path)).toContain("script-src 'nonce-N' 'strict-dynamic'");
      expect(policyOf(path)).toContain("default-src 'none'");
    },
  );

  test('is framed by other sites under /embed/ only', () => {
    expect(policyOf('/embed/token')).toContain('frame-ancestors *');
    expect(headersOf('/embed/token')['x-frame-options']).toBeUndefined();
    for (const path of [
      '/share/token',
      '/embed',
      '/embedded/token',
      '/journeys/embed/token',
      '/share/embed/',
    ]) {
      expect(policyOf(path), path).toContain("frame-ancestors 'none'");
      expect(headersOf(path)['x-frame-options'], path).toBe('DENY');
    }
  });
});

test.each(['/widget/test', '/widget/test/checkout'])(
  '%s brings its own policy and is framed by nobody',
  (path) => {
    expect(headersOf(path)['content-security-policy']).toBeUndefined();
    expect(headersOf(path)['x-frame-options']).toBe('DENY');
  },
);

test('loading the server reads no setting yet: its entries may still make some', () => {
  expect(findShared('env')).toBeNull();
});
