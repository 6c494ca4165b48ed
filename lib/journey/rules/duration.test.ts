import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../translate';
import { durationText, minutesOf, splitMinutes, TIME_UNITS } from './duration';

describe('a time that people type', () => {
  test('is shown again as it was meant: taken apart and put together it is the same', () => {
    for (const minutes of [0, 1, 59, 60, 90, 1_440, 2_160, 10_080, 20_160, 5_256_000]) {
      const { count, unit } = splitMinutes(minutes);
      expect(minutesOf(String(count), unit)).toBe(minutes);
    }
  });

  test('may have a fraction, by comma or point, and becomes whole minutes', () => {
    expect(minutesOf('1.5', 'hours')).toBe(90);
    expect(minutesOf(' 0,5 ', 'days')).toBe(720);
    expect(minutesOf('1.01', 'minutes')).toBe(1);
  });

  test('is nothing where nothing was typed, and refused where it is no number', () => {
    for (const unit of TIME_UNITS) expect(minutesOf('  ', unit)).toBeNull();
    for (const typed of ['two', '-1', '1e3', '1.2.3', '∞'])
      expect(minutesOf(typed, 'hours')).toBe('unreadable');
  });

  test('is said in the largest unit that needs no fraction', () => {
    expect([0, 1, 60, 90, 2_880, 10_080, null].map((minutes) => durationText(minutes, ENGLISH))).toEqual([
      '0 minutes',
      '1 minute',
      '1 hour',
      '90 minutes',
      '2 days',
      '1 week',
      '',
    ]);
  });
});
