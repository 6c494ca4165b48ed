import { expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { ago } from './ago';

const now = new Date('2026-03-31T12:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test('tells minutes, hours and days, and leaves older instants to their date', () => {
  const texts = [0, 59, 60, 3_599, 3_600, 86_399, 86_400, 86_400 * 13, 86_400 * 14].map((s) =>
    ago(before(s), now, ENGLISH),
  );
  expect(texts).toEqual([
    'just now',
    'just now',
    '1 min ago',
    '59 min ago',
    '1 h ago',
    '23 h ago',
    '1 d ago',
    '13 d ago',
    null,
  ]);
});

test('a clock that runs behind never yields a negative time', () => {
  expect(ago(before(-30), now, ENGLISH)).toBe('just now');
});
