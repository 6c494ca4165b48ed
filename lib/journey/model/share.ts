import { z } from 'zod';

/** What holders of a link may be let in by; shorter ones are tried out too easily. */
export const sharePasswordSchema = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(200, 'Use at most 200 characters.');

export const shareNameSchema = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(80, 'Use at most 80 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'Write it on one line.');

/** For how long a link may be made to work; null: until it is revoked. */
export const SHARE_DAYS = [1, 7, 30, 90, 365] as const;

export const shareDaysSchema = z.number().int().min(1).max(365).nullable();
