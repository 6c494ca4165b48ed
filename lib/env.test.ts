import { afterEach, expect, test, vi } from 'vitest';
import { env } from './env';
import { putShared } from './registry';

afterEach(() => {
  vi.unstubAllEnvs();
  putShared('env', null);
});

test.each(['0', '65536', '70000', '-1', '80a', '3000.5'])('PORT=%s is refused by name', (port) => {
  vi.stubEnv('PORT', port);
  expect(() => env()).toThrow('These settings need correcting: PORT must be a port number from 1 to 65535.');
});

test.each([
  ['1', 1],
  ['65535', 65_535],
  ['', 3000],
])('PORT=%s is read as %d', (port, number) => {
  vi.stubEnv('PORT', port);
  expect(env().PORT).toBe(number);
});

test.each(['secret', 'whsec_', 'whsec_not base64', 'whsec_abc'])(
  'RESEND_WEBHOOK_SECRET=%s is refused by name, and not repeated',
  (secret) => {
    vi.stubEnv('RESEND_WEBHOOK_SECRET', secret);
    expect(() => env()).toThrow(
      'These settings need correcting: RESEND_WEBHOOK_SECRET must be the signing secret, which begins with whsec_.',
    );
  },
);
