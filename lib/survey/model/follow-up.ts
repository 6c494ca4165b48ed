import { z } from 'zod';

/** What hindered a customer, and what helped; stock reasons, named in every language. */
export const FRICTIONS = [
  'unclear',
  'complicated',
  'too_many_steps',
  'waited',
  'repeated_myself',
  'no_help',
  'did_not_work',
  'not_by_myself',
  'bad_timing',
  'unnecessary',
] as const;
export const STRENGTHS = [
  'clear',
  'easy',
  'quick',
  'helpful',
  'friendly',
  'right_time',
  'it_worked',
] as const;
export const REASONS = [...FRICTIONS, ...STRENGTHS] as const;
export type ReasonId = (typeof REASONS)[number];

/** An author's own reason; its label is written per language. */
export const ownReasonSchema = z.string().regex(/^own-[a-z0-9]{1,12}$/, 'Use an id like own-a1.');

/**
 * The questions that may follow a score. `expectation`: −2 much worse … 2 much better than expected. `information`:
 * whether what was needed was there, 0 no, 1 partly, 2 yes. `handoff`: whether something had to be said again, 0 no,
 * 1 once, 2 more than once. `reasons`: any of the offered chips. `text`: the open question.
 */
export const FOLLOW_UP_KINDS = ['reasons', 'expectation', 'information', 'handoff', 'text'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The legal answers of the follow-ups that are answered with one point. */
export const FOLLOW_UP_SCALES = {
  expectation: { min: -2, max: 2 },
  information: { min: 0, max: 2 },
  handoff: { min: 0, max: 2 },
} as const;
export type ChoiceKind = keyof typeof FOLLOW_UP_SCALES;

/** A group of scores: which of them a follow-up is asked after. */
export const GROUPS = ['low', 'middle', 'high'] as const;

const after = z
  .array(z.enum(GROUPS))
  .min(1, 'Choose at least one group of scores.')
  .max(3)
  .refine((groups) => new Set(groups).size === groups.length, 'Name each group once.');

const reasonList = (stock: readonly [string, ...string[]]) =>
  z
    .array(z.union([z.enum(stock), ownReasonSchema]))
    .max(8, 'Offer at most eight reasons.')
    .refine((ids) => new Set(ids).size === ids.length, 'Offer each reason once.');

export const followUpSchema = z.discriminatedUnion('kind', [
  /** After low and middle scores the frictions are offered, after high ones the strengths. */
  z.strictObject({
    kind: z.literal('reasons'),
    after,
    frictions: reasonList(FRICTIONS),
    strengths: reasonList(STRENGTHS),
  }),
  z.strictObject({ kind: z.literal('expectation'), after }),
  z.strictObject({ kind: z.literal('information'), after }),
  z.strictObject({ kind: z.literal('handoff'), after }),
  z.strictObject({ kind: z.literal('text'), after }),
]);
export type FollowUp = z.infer<typeof followUpSchema>;

/** How many questions may follow the score, the open one included. */
export const MOST_FOLLOW_UPS = 3;

/** What a customer answered to the follow-ups; absent: not asked or skipped. */
export type FollowUpAnswers = {
  reasons?: string[];
  expectation?: number;
  information?: number;
  handoff?: number;
};
