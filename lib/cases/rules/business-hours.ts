import { addDays, dayOf, instantOfWall } from '../../clock';
import type { BusinessHours } from '../model/hours';

/** Where a workspace has put a holiday on every day, due time passes by the clock after so many days. */
const MOST_DAYS = 800;

/**
 * The instant at which so many hours of work have passed since `from`: what is left of the day counts, nights,
 * weekends and holidays do not. On the day of a clock change a working day is as long as it really is.
 *
 * @param hours real hours, above 0
 * @example dueAfter(friday1600, 4, USUAL_HOURS, 'Europe/Berlin') // Monday 12:00
 */
export function dueAfter(from: Date, hours: number, at: BusinessHours, timeZone: string): Date {
  let left = hours * 3_600_000;
  let day = dayOf(from, timeZone);
  for (let walked = 0; walked < MOST_DAYS; walked += 1) {
    const open = workingTime(day, at, timeZone);
    if (open) {
      const begins = Math.max(open.from.getTime(), from.getTime());
      const lasts = open.to.getTime() - begins;
      if (lasts >= left) return new Date(begins + left);
      if (lasts > 0) left -= lasts;
    }
    day = addDays(day, 1);
  }
  return new Date(from.getTime() + hours * 3_600_000);
}

/** When work begins and ends on a day; null where nobody works. */
function workingTime(day: string, at: BusinessHours, timeZone: string): { from: Date; to: Date } | null {
  if (!at.weekdays.includes(weekdayOf(day)) || at.holidays.includes(day)) return null;
  const from = instantOfWall(`${day}T${at.from}`, timeZone);
  const to =
    at.to === '24:00'
      ? instantOfWall(`${addDays(day, 1)}T00:00`, timeZone)
      : instantOfWall(`${day}T${at.to}`, timeZone);
  return from && to && from < to ? { from, to } : null;
}

/** 1 is Monday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
