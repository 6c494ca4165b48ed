import { z } from 'zod';
import { isDay } from '../../clock';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The hours of a week in which due time passes: on these weekdays (1 is Monday), from–to, but not on holidays. */
export const businessHoursSchema = z
  .strictObject({
    weekdays: z
      .array(z.int().min(1).max(7))
      .min(1, 'Choose at least one day of the week.')
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'Name each day once.'),
    /** A wall clock's time, `08:30`. */
    from: z.string().regex(CLOCK, 'Give a time like 08:30.'),
    /** As `from`; `24:00` is the end of the day. */
    to: z.union([z.literal('24:00'), z.string().regex(CLOCK, 'Give a time like 17:00.')]),
    /** Days on which nobody works. */
    holidays: z
      .array(z.string().refine(isDay, 'Give days like 2026-12-25.'))
      .max(200, 'Give at most 200 holidays.'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Give a time after the first one.' });

export type BusinessHours = z.output<typeof businessHoursSchema>;

/** How a workspace works that has said nothing. */
export const USUAL_HOURS: BusinessHours = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: [],
};
