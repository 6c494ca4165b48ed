import { expect, test } from 'vitest';
import { instantOfWall, wallTimeOf } from './clock';

test('a wall time and its instant name each other, across clock changes and half-hour zones', () => {
  for (const [wall, timeZone, utc] of [
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-11-22T09:05', 'Asia/Kolkata', '2026-11-22T03:35:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ] as const) {
    expect(instantOfWall(wall, timeZone)?.toISOString()).toBe(utc);
    expect(wallTimeOf(new Date(utc), timeZone)).toBe(wall);
  }
});

test('what is no wall time is no instant', () => {
  for (const wall of ['', '2026-02-30T09:00', '2026-01-01T24:00', '2026-01-01', 'tomorrow'])
    expect(instantOfWall(wall, 'Europe/Berlin')).toBeNull();
});
