import { msg, type Translate } from '../../translate';

/** The units in which people give times, the smallest first. */
export const TIME_UNITS = ['minutes', 'hours', 'days', 'weeks'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const COUNTS: Readonly<Record<TimeUnit, string>> = {
  minutes: msg('{n, plural, one {{count} minute} other {{count} minutes}}'),
  hours: msg('{n, plural, one {{count} hour} other {{count} hours}}'),
  days: msg('{n, plural, one {{count} day} other {{count} days}}'),
  weeks: msg('{n, plural, one {{count} week} other {{count} weeks}}'),
};

const MINUTES: Readonly<Record<TimeUnit, number>> = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 };

/**
 * A time as people say it: the largest unit that needs no fraction.
 *
 * @example splitMinutes(2880) // { count: 2, unit: 'days' }
 * @example splitMinutes(90) // { count: 90, unit: 'minutes' }
 */
export function splitMinutes(minutes: number): { count: number; unit: TimeUnit } {
  const fits = (unit: TimeUnit) => minutes > 0 && minutes % MINUTES[unit] === 0;
  const unit = TIME_UNITS.findLast(fits) ?? 'minutes';
  return { count: minutes / MINUTES[unit], unit };
}

/**
 * The whole minutes that somebody typed: a number, with a comma or a point for its fraction, of a unit. null where
 * nothing was typed, 'unreadable' where it is no number of 0 or more.
 *
 * @example minutesOf('1,5', 'hours') // 90
 */
export function minutesOf(typed: string, unit: TimeUnit): number | null | 'unreadable' {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  if (!/^\d+(\.\d+)?$/.test(text)) return 'unreadable';
  return Math.round(Number(text) * MINUTES[unit]);
}

/**
 * A time in words; '' for null.
 *
 * @example durationText(60, ENGLISH) // '1 hour'
 */
export function durationText(minutes: number | null, t: Translate): string {
  if (minutes === null) return '';
  const { count, unit } = splitMinutes(minutes);
  return t(COUNTS[unit], { n: count, count: String(count) });
}
