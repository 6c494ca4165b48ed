import { expect, test } from 'vitest';
import { mayRetrySending } from './delivery';

const now = new Date('2026-06-30T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test('an interrupted mail is repeated only by a provider that knows its key, and only for 23 hours', () => {
  expect(mayRetrySending({ transport: 'resend', writtenAt: hoursAgo(22.9) }, 'resend', now)).toBe(true);
  expect(mayRetrySending({ transport: 'resend', writtenAt: hoursAgo(23) }, 'resend', now)).toBe(false);
  expect(mayRetrySending({ transport: 'resend', writtenAt: hoursAgo(1) }, 'smtp', now)).toBe(false);
  expect(mayRetrySending({ transport: 'smtp', writtenAt: hoursAgo(0) }, 'smtp', now)).toBe(false);
});
