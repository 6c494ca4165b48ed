import { z } from 'zod';
import type { StopCause } from '../distribution/model';
import { idSchema } from '../identity/model';
import { EMOTION_WORDS } from '../scoring/emotion-words';
import { METRIC_IDS, METRICS, type MetricId } from '../scoring/metrics';

/**
 * open: nobody began. in_progress: somebody is at it. waiting: for the customer or for others. closed: with an outcome.
 */
export const CASE_STATES = ['open', 'in_progress', 'waiting', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** How a case ended. understood: read and understood, nothing has to be done, for a reason that is written down. */
export const CASE_OUTCOMES = ['solved', 'explained', 'not_reached', 'understood'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

const wordSchema = z
  .string()
  .trim()
  .min(1, 'Give a word, or take the line out.')
  .max(60, 'Use at most 60 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'Remove the control characters.');

const EMOTIONS = EMOTION_WORDS.map(({ id }) => id);

/** What an answer must be to open a case. A word that ends with `*` stands for every word that begins so. */
export const caseConditionSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('score'),
      metric: z.enum(METRIC_IDS as [MetricId, ...MetricId[]]),
      /** The highest point of the metric's scale that opens a case. */
      most: z.int('Give a point of the scale.').min(-2).max(10),
    })
    .refine(({ metric, most }) => most >= METRICS[metric].scale.min && most < METRICS[metric].scale.max, {
      path: ['most'],
      message: 'Choose a point below the top of the scale.',
    }),
  z.strictObject({
    kind: z.literal('words'),
    words: z.array(wordSchema).min(1, 'Give at least one word.').max(50, 'Give at most 50 words.'),
  }),
  z.strictObject({ kind: z.literal('comment') }),
  z.strictObject({
    kind: z.literal('emotion'),
    words: z.array(z.enum(EMOTIONS as [string, ...string[]])).min(1, 'Choose at least one feeling.'),
  }),
]);
export type CaseCondition = z.output<typeof caseConditionSchema>;

/** When an answer opens a case. `lineageId`: one subject; `journeyId` alone: all of that journey; both null: everywhere. */
export const caseRuleSchema = z.strictObject({
  condition: caseConditionSchema,
  journeyId: idSchema.nullable(),
  lineageId: idSchema.nullable(),
  /** null: whoever owns what the answer is about. */
  assigneeUserId: idSchema.nullable(),
  /** Business hours. */
  dueHours: z
    .int('Give a whole number of hours.')
    .min(1, 'Give at least one hour.')
    .max(500, 'Give at most 500 hours.'),
});
export type CaseRuleInput = z.output<typeof caseRuleSchema>;

export type CaseRule = CaseRuleInput & { id: string; createdAt: Date };

/** What the rules read of an answer. */
export type LookedAt = {
  metric: string;
  score: number | null;
  words: readonly string[] | null;
  comment: string | null;
};

/** What happened to a case, or was said about it; see `caseNotes`. */
export const NOTE_KINDS = [
  'note',
  'mail',
  'opened',
  'assigned',
  'open',
  'in_progress',
  'waiting',
  'closed',
  'reopened',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * queued: waits. sending: handed over, the end not known yet. sent: a provider took it. written: stands in the outbox,
 * nothing was sent. failed: not sent and given up. unknown: broken off while sending; never sent again.
 */
export const REPLY_STATES = ['queued', 'sending', 'sent', 'written', 'failed', 'unknown'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** What a member writes to a customer. */
export const replySchema = z.strictObject({
  id: z.uuid(),
  /** Made where it is written, so that sending the same form twice sends one mail. */
  replyId: z.uuid(),
  subject: z
    .string()
    .trim()
    .min(1, 'Give the mail a subject.')
    .max(120, 'Use at most 120 characters.')
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Write it on one line.'),
  text: z.string().trim().min(1, 'Write something.').max(5000, 'Use at most 5,000 characters.'),
});

/** Why no mail can go to the person of a case. */
export type NoReply = 'no_contact' | 'erased' | StopCause;

export const CASE_LOOK = 'case.look';
export const CASE_LETTER = 'case.letter';
export const CASE_REPLY = 'case.reply';
/** A held answer that a member let count. */
export const CASE_RELEASED = 'case.released';
export const lookSchema = z.strictObject({});
export const releasedSchema = z.strictObject({ placementId: z.uuid(), responseId: z.uuid() });
export const caseLetterSchema = z.strictObject({ userId: z.uuid(), caseIds: z.array(z.uuid()).min(1) });
export const caseReplySchema = z.strictObject({ noteId: z.uuid() });
