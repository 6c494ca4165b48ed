import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BusinessHours, USUAL_HOURS } from '../model/hours';
import { dueAfter } from './business-hours';

const BERLIN = 'Europe/Berlin';
const due = (from: string, hours: number, at: BusinessHours = USUAL_HOURS, zone = BERLIN) =>
  dueAfter(new Date(from), hours, at, zone).toISOString();

describe('due time passes while somebody works', () => {
  test('within one day it is plain time', () => {
    expect(due('2026-06-03T10:00:00+02:00', 4)).toBe('2026-06-03T12:00:00.000Z');
  });

  test('a case of the night begins in the morning', () => {
    expect(due('2026-06-03T03:12:00+02:00', 1)).toBe('2026-06-03T08:00:00.000Z');
    expect(due('2026-06-03T22:00:00+02:00', 1)).toBe('2026-06-04T08:00:00.000Z');
  });

  test('the weekend does not count', () => {
    // Friday 16:00 and four hours: one on Friday, three on Monday.
    expect(due('2026-06-05T16:00:00+02:00', 4)).toBe('2026-06-08T10:00:00.000Z');
    expect(due('2026-06-06T12:00:00+02:00', 8)).toBe('2026-06-08T15:00:00.000Z');
  });

  test('holidays do not count, however many follow each other', () => {
    const at = { ...USUAL_HOURS, holidays: ['2026-12-24', '2026-12-25', '2026-12-28'] };
    expect(due('2026-12-23T16:00:00+01:00', 2, at)).toBe('2026-12-29T09:00:00.000Z');
  });

  test('exactly the end of a day is still that day', () => {
    expect(due('2026-06-03T09:00:00+02:00', 8)).toBe('2026-06-03T15:00:00.000Z');
  });

  test('a week of hours takes a week', () => {
    expect(due('2026-06-03T09:00:00+02:00', 40)).toBe('2026-06-09T15:00:00.000Z');
  });

  test('who works around the clock has due times by the clock', () => {
    const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' as const, holidays: [] };
    expect(due('2026-06-05T16:00:00Z', 48, always)).toBe('2026-06-07T16:00:00.000Z');
  });

  test('where no day is left to work on, the clock decides', () => {
    const holidays = Array.from({ length: 200 }, (_, n) =>
      new Date(Date.UTC(2026, 0, 5) + n * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    const mondays = { ...USUAL_HOURS, weekdays: [1], holidays };
    expect(due('2026-01-05T10:00:00Z', 5, mondays, 'UTC')).toBe('2026-01-05T15:00:00.000Z');
  });
});

describe('where the clock changes', () => {
  const sundays: BusinessHours = { weekdays: [7], from: '00:00', to: '06:00', holidays: [] };

  test('the hour that is left out in spring does not pass', () => {
    // On 29 March 2026 the clock of Berlin jumps from 02:00 to 03:00: 00:00–06:00 lasts five hours.
    expect(due('2026-03-29T00:00:00+01:00', 5, sundays)).toBe('2026-03-29T04:00:00.000Z');
    expect(due('2026-03-29T00:00:00+01:00', 6, sundays)).toBe('2026-04-04T23:00:00.000Z');
  });

  test('the hour that comes twice in autumn passes twice', () => {
    // On 25 October 2026 it jumps back from 03:00 to 02:00: 00:00–06:00 lasts seven hours.
    expect(due('2026-10-25T00:00:00+02:00', 7, sundays)).toBe('2026-10-25T05:00:00.000Z');
  });

  test('a working day after the change begins on the new clock', () => {
    expect(due('2026-03-27T16:00:00+01:00', 2)).toBe('2026-03-30T08:00:00.000Z');
  });
});

test('more hours are never due earlier, and a later case never before an earlier one', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC');
  fc.assert(
    fc.property(instants, instants, fc.integer({ min: 1, max: 90 }), zones, (a, b, hours, zone) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const one = dueAfter(new Date(first), hours, USUAL_HOURS, zone).getTime();
      expect(one).toBeGreaterThanOrEqual(first + hours * 3_600_000);
      expect(dueAfter(new Date(first), hours + 1, USUAL_HOURS, zone).getTime()).toBeGreaterThan(one);
      expect(dueAfter(new Date(second), hours, USUAL_HOURS, zone).getTime()).toBeGreaterThanOrEqual(one);
    }),
    { numRuns: 60 },
  );
});
