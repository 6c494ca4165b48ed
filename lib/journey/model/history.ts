import { z } from 'zod';
import { daySchema } from './statement';

const sentence = z.string().trim().min(1, 'Say it in a sentence.').max(300, 'Use at most 300 characters.');

/** What is said of a change that was made for customers. */
export const changeFields = {
  changedOn: daySchema,
  text: sentence,
  /** What it is meant to move: one of the journey's outcomes, or in words. */
  outcome: z
    .string()
    .trim()
    .min(1, 'Say what the change is meant to move.')
    .max(80, 'Use at most 80 characters.'),
};

/** What is said of a decision. */
export const decisionFields = {
  text: sentence,
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, so that others can follow it.')
    .max(2_000, 'Use at most 2,000 characters.'),
  decidedOn: daySchema,
};
