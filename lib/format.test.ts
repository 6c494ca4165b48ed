import { describe, expect, test } from 'vitest';
import {
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDay,
  formatDecimal,
  formatEmotion,
  formatInstant,
  formatInterval,
  formatMoney,
  formatPercent,
  formatPeriod,
  formatScore,
  inTongue,
  readTyped,
} from './format';

describe('format', () => {
  test('a score is printed in its metric’s display units, with a true minus and never −0', () => {
    expect(formatScore('nps', 0.376)).toBe('+38');
    expect(formatScore('nps', -0.125)).toBe('−13');
    expect(formatScore('nps', -0.001)).toBe('0');
    expect(formatScore('csat', 0.74)).toBe('74\u00a0%');
    expect(formatScore('ces', 5.75)).toBe('5.8');
    expect(formatScore('rating5', 4)).toBe('4.0');
    expect(formatEmotion(-0.04)).toBe('0.0');
    expect(formatEmotion(0.9)).toBe('+0.9');
  });

  test('a plain number has a true minus, a plus where asked for, and the comma of German', () => {
    expect(formatDecimal(0.476, 2, 'en')).toBe('0.48');
    expect(formatDecimal(-1.25, 1, 'de')).toBe('−1,3');
    expect(formatDecimal(0.476, 2, 'de', true)).toBe('+0,48');
    expect(formatDecimal(-0.001, 1, 'en', true)).toBe('0.0');
  });

  test('nobody answered is a dash, not 0', () => {
    expect(formatScore('nps', null)).toBe('–');
    expect(formatInterval('nps', null, null)).toBe('–');
  });

  test('an interval names both ends and its unit once', () => {
    expect(formatInterval('nps', -0.1234, 0.44)).toBe('−12 … +44');
    expect(formatInterval('csat', 0.7, 0.781)).toBe('70 … 78\u00a0%');
    expect(formatInterval('ces', 3.71, 4.08)).toBe('3.7 … 4.1');
  });

  test('a change has its sign, and a share changes by percentage points', () => {
    expect(formatChange('nps', 0.04)).toBe('+4');
    expect(formatChange('ces', -0.64)).toBe('−0.6');
    expect(formatChange('ces', 0)).toBe('0.0');
    expect(formatChange('csat', -0.031)).toBe('−3\u00a0pp');
  });

  test('an interval of a change has the sign at both ends and its unit once', () => {
    expect(formatChangeInterval('ces', { low: 0.81, high: 1.6 })).toBe('+0.8 … +1.6');
    expect(formatChangeInterval('csat', { low: -0.031, high: 0.04 })).toBe('−3 … +4\u00a0pp');
  });

  test('counts keep three digits at most', () => {
    expect(
      [0, 941, 999, 1000, 1249, 9949, 9950, 12_345, 999_499, 999_500].map((count) => formatCount(count)),
    ).toEqual(['0', '941', '999', '1k', '1.2k', '9.9k', '10k', '12k', '999k', '1M']);
  });

  test('German has a comma before the fraction, and words for thousands', () => {
    expect(formatScore('ces', 5.75, 'de')).toBe('5,8');
    expect(formatInterval('ces', 3.71, 4.08, 'de')).toBe('3,7 … 4,1');
    expect(formatChange('csat', -0.031, 'de')).toBe('−3\u00a0Pp.');
    expect(formatChangeInterval('csat', { low: -0.031, high: 0.04 }, 'de')).toBe('−3 … +4\u00a0Pp.');
    expect([941, 1249, 12_345, 3_400_000].map((count) => formatCount(count, 'de'))).toEqual([
      '941',
      '1,2\u00a0Tsd.',
      '12\u00a0Tsd.',
      '3,4\u00a0Mio.',
    ]);
  });

  test('a ratio is printed as percent', () => {
    expect(formatPercent(0.145)).toBe('15\u00a0%');
  });

  test('days and periods do not move with the zone of the machine', () => {
    expect(formatDay('2026-11-22', 'en')).toBe('22 Nov 2026');
    expect(formatDay('2026-11-02', 'de')).toBe('2. Nov. 2026');
    expect(formatPeriod('2026-11-01', '2026-11-22', 'en')).toBe('1 – 22 Nov 2026');
    expect(formatPeriod('2026-09-01', '2026-11-29', 'en')).toBe('1 Sept – 29 Nov 2026');
    expect(formatPeriod('2025-12-31', '2026-01-01', 'de')).toBe('31. Dez. 2025 – 1. Jan. 2026');
    expect(formatPeriod('2026-01-01', '2026-01-01', 'en')).toBe('1 Jan 2026');
  });

  test('an instant is shown on the clock of the workspace', () => {
    expect(formatInstant(new Date('2026-07-01T22:30:00Z'), 'Europe/Berlin', 'en')).toBe('2 Jul 2026, 00:30');
  });
});

test('money is short, with its sign and its currency where the language has it', () => {
  expect(formatMoney(77_012, 'EUR')).toBe('EUR\u00a077k');
  expect(formatMoney(-1234, 'GBP')).toBe('−GBP\u00a01.2k');
  expect(formatMoney(-0.4, 'EUR')).toBe('EUR\u00a00');
  expect(formatMoney(1_250_000, 'EUR', 'de')).toBe('1,3\u00a0Mio.\u00a0EUR');
});

describe('a number that somebody types', () => {
  test('is read as their language writes it, thousands told apart or not', () => {
    for (const [typed, en, de] of [
      ['9,000', 9000, 9],
      ['9.000', 9, 9000],
      ['1,234,567.5', 1_234_567.5, Number.NaN],
      ['1.234.567,5', Number.NaN, 1_234_567.5],
      ['0,250', 0.25, 0.25],
      ['4,5', 4.5, 4.5],
      ['4.5', 4.5, 4.5],
      ['12\u00a0500', 12_500, 12_500],
      ['−3 %', -3, -3],
      ['nine', Number.NaN, Number.NaN],
      [' ', null, null],
    ] as const) {
      expect([typed, readTyped(typed, 'en'), readTyped(typed, 'de')]).toEqual([typed, en, de]);
    }
  });

  test('that was shown to be typed over is read as what it was', () => {
    for (const value of [0.25, 1.25, 24_000, 62.5, 1234.56]) {
      for (const tongue of ['en', 'de'] as const) {
        expect(readTyped(inTongue(String(value), tongue), tongue)).toBe(value);
      }
    }
  });
});
