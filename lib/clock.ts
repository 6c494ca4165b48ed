/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  // Every zone's day begins on a whole minute, and answers come many a minute.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== lastDay.minute || timeZone !== lastDay.timeZone) {
    lastDay = { minute, timeZone, day: formatterOf(timeZone).format(instant) };
  }
  return lastDay.day;
}

let lastDay = { minute: Number.NaN, timeZone: '', day: '' };

/** Whether the platform knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** A day some days later (or earlier, if negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; 0 where they are the same day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Whether the text is a real calendar day, spelled `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The instant at which a wall clock of the zone shows that day and hour. */
export function instantAt(day: string, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  let guess = wanted;
  // The offset at the guess may differ from the one at the answer: a second round settles it across a clock change.
  for (let round = 0; round < 2; round += 1) guess = wanted - offsetMs(new Date(guess), timeZone);
  return new Date(guess);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

/** What a wall clock of the zone shows at an instant, `YYYY-MM-DDTHH:MM`. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return new Date(minute + offsetMs(new Date(minute), timeZone)).toISOString().slice(0, 16);
}

/** The instant at which a wall clock of the zone shows `YYYY-MM-DDTHH:MM`; null where that is no time. */
export function instantOfWall(wall: string, timeZone: string): Date | null {
  const read = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(wall);
  const [, day = '', hour, minute] = read ?? [];
  if (!isDay(day)) return null;
  return new Date(instantAt(day, Number(hour), timeZone).getTime() + Number(minute) * 60_000);
}
