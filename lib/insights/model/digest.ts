import { z } from 'zod';
import { isDay } from '../../clock';

/** The kind of job that plans one round of digests. */
export const DIGEST_ROUND = 'digest_round';
/** The kind of job that sends one owner's digest. */
export const DIGEST_LETTER = 'digest_letter';

export const daySchema = z.string().refine(isDay, 'Give a day as YYYY-MM-DD.');

export const digestRoundSchema = z.object({ on: daySchema });
export const digestLetterSchema = z.object({ userId: z.uuid(), on: daySchema });

/** What one owner is told, in whole lines; nothing where there is nothing. */
export type Digest = {
  sections: { title: string; lines: string[] }[];
  /** What it holds, the gravest first: 'two scores fell'. */
  heads: string[];
};

/** A theme that more comments than before are about, all of the same touchpoints. Shares are 0–1. */
export type RisenTheme = {
  name: string;
  /** Comments of the week about it, and all of them. */
  n: number;
  total: number;
  low: number;
  high: number;
  before: number;
};

/** How it stands with the cases at one touchpoint. */
export type OwnedCases = { title: string; open: number; overdue: number; fresh: number };
