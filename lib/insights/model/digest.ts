import { z } from 'zod';
import { isDay } from '../../clock';

/** The kind of job that plans one round of digests. */
export const DIGEST_ROUND = 'digest_round';
/** The kind of job that sends one owner's digest. */
export const DIGEST_LETTER = 'digest_letter';

export const daySchema = z.string().refine(isDay, 'Give a day as YYYY-MM-DD.');

export const digestRoundSchema = z.object({ on: daySchema });
export const digestLetterSchema = z.object({ userId: z.uuid(), on: daySchema });

/** What one owner is told, in whole lines. */
export type Digest = {
  /** What got worse beyond chance. */
  worse: string[];
  /** What is due or missing, the gravest first. */
  findings: string[];
  /** Findings beyond those that are named. */
  more: number;
};
