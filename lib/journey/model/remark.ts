import { z } from 'zod';

/** A mail to somebody who was named in a remark. */
export const MENTION_LETTER = 'mention.letter';

export const mentionSchema = z.strictObject({ remarkId: z.uuid(), userId: z.uuid() });

/** How many members one remark may name. */
const MOST_MENTIONS = 20;

export const remarkTextSchema = z
  .string()
  .trim()
  .min(1, 'Write something.')
  .max(4000, 'Use at most 4,000 characters.')
  .regex(/^[^\0]*$/, 'Remove the NUL characters.');

export const mentionsSchema = z.array(z.uuid()).max(MOST_MENTIONS, `Name at most ${MOST_MENTIONS} members.`);
