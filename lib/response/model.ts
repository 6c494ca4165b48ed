import { z } from 'zod';
import type { FollowUpAnswers } from '../survey/model/follow-up';

/** Where an answer came from (not to be confused with a channel, where a touchpoint happens). */
export const SOURCES = ['email', 'link', 'widget', 'api', 'import'] as const;
export type Source = (typeof SOURCES)[number];

export const RESPONSE_STATES = ['partial', 'complete'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

const SEQ = 'Give a whole number from 1 to 2,147,483,647.';
const SCORE = 'Give a whole number of the scale, or leave the field out.';
const REASONS = 'Give reasons as a list of at most eight reason ids.';
const WORDS = 'Give words as a list of at most two word ids.';

const point = (min: number, max: number) => {
  const message = `Give a whole number from ${min} to ${max}, or leave the field out.`;
  return z.int(message).min(min, message).max(max, message).optional();
};

const answerSchema = z.strictObject(
  {
    score: z.int(SCORE).optional(),
    words: z.array(z.string(WORDS).max(40, WORDS), WORDS).max(2, WORDS).optional(),
    comment: z
      .string('Give text, or leave the field out.')
      .max(4000, 'Write at most 4,000 characters.')
      .optional(),
    reasons: z.array(z.string(REASONS).max(40, REASONS), REASONS).max(8, REASONS).optional(),
    expectation: point(-2, 2),
    information: point(0, 2),
    handoff: point(0, 2),
  },
  'Give answer as an object: score, words, comment, reasons, expectation, information, handoff.',
);

/** What is known about a person, by name. */
export const traitsSchema = z
  .record(
    z.string().min(1).max(60),
    z.union([z.string().max(200), z.number(), z.boolean()], 'Give text, a number, true or false.'),
  )
  .refine((traits) => Object.keys(traits).length <= 30, 'Send at most 30 traits.');
export type Traits = z.infer<typeof traitsSchema>;

/** What a site says about the person who answers. Signed by `hash` (of the id) or as a `token`, it is believed. */
const personSchema = z.union(
  [
    z.strictObject({
      id: z.string().trim().min(1).max(200),
      traits: traitsSchema.optional(),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'Send the HMAC-SHA256 of the id as 64 lower-case hex digits.')
        .optional(),
    }),
    z.strictObject({ token: z.string().min(20).max(4000) }),
  ],
  'Give person as {id, traits?, hash?} or as {token}.',
);
export type Person = z.infer<typeof personSchema>;

/** How the answer came about, as the page saw it; nobody is asked a puzzle. */
const signalsSchema = z.strictObject(
  {
    /** Text in a field that no person sees. */
    trap: z
      .string()
      .transform((text) => text.slice(0, 200))
      .optional(),
    /** Milliseconds from the first paint of the scale to the first choice. */
    ms: z.int().min(0).max(2_147_483_647).optional(),
    /** Whether a trusted pointer, touch, key or scroll event came before. */
    human: z.boolean().optional(),
  },
  'Give signals as {trap?, ms?, human?}.',
);
export type Signals = z.infer<typeof signalsSchema>;

/** Where it was asked: the language on screen and the path of the host's page. */
const contextSchema = z.strictObject(
  { language: z.string().max(35).optional(), page: z.string().max(500).optional() },
  'Give context as {language?, page?}.',
);

/** The body of a recorded snapshot, as contracts fix it. No coercion: "", null and "false" are never a score. */
export const snapshotSchema = z.strictObject(
  {
    seq: z.int(SEQ).min(1, SEQ).max(2_147_483_647, SEQ),
    state: z.enum(RESPONSE_STATES, 'Give "partial" or "complete".'),
    answer: answerSchema,
    // What a site's page says besides must never cost the customer's answer: what is malformed is left out.
    person: personSchema.optional().catch(undefined),
    signals: signalsSchema.optional().catch(undefined),
    context: contextSchema.optional().catch(undefined),
  },
  'Send one JSON object with seq, state and answer.',
);
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a recorded snapshot is answered with: the state that is stored now. */
export type Receipt = { id: string; seq: number; state: ResponseState; counted: boolean };

/** Why an answer is held back: kept, shown to members, and counted nowhere until one of them says that it is good. */
export const SUSPECT_REASONS = ['trap', 'no_hand', 'flood', 'marked'] as const;
export type SuspectReason = (typeof SUSPECT_REASONS)[number];

/** What was given in a snapshot; of a response that is held back, what it would count as. */
export type HeldAnswer = {
  score: number | null;
  words: string[] | null;
  comment: string | null;
  followUps: FollowUpAnswers | null;
};

export const DEVICES = ['phone', 'tablet', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];

/** One snapshot on its way into the database, already checked against its placement. */
export type Recording = {
  placementId: string;
  responseId: string;
  seq: number;
  state: ResponseState;
  /** null: the question was skipped; stored, not counted. */
  score: number | null;
  /** null: the words were skipped; ['none']: none of them fit. */
  words: string[] | null;
  comment: string | null;
  /** null: none was asked, or all were skipped. */
  followUps?: FollowUpAnswers | null;
  /** Why it is held back: it is kept, and counts nowhere. null or absent: it counts, unless a member marked it before. */
  suspect?: SuspectReason | null;
  /** The language it was asked in; null or absent where nobody told. */
  language?: string | null;
  device?: Device | null;
  /** Path of the host's page; null or absent outside widgets. */
  page?: string | null;
  /** How sure it is who answered; null or absent where no site said so. */
  identity?: 'verified' | 'unverified' | null;
  /**
   * What its survey takes at this moment. existing: a response that has begun may be finished, as when the quota is
   * reached; nothing: it is paused or outside its days. Absent: everything.
   */
  takes?: 'existing' | 'nothing';
  /** SHA-256 (hex) of the key that later writes need; null where the first write gave none. */
  keyHash: string | null;
  invitationId: string | null;
  contactId: string | null;
  /** Persona the answer counts for, frozen now; '' for none. */
  persona: string;
  /** Value of the attribute that the workspace splits customers by, frozen now; absent or '' for none. */
  segment?: string;
  /** The importing system's or the site's key of the person; unsigned, it begins with `unverified:`. null where nobody told. */
  respondentKey: string | null;
  attributes: Record<string, string | number> | null;
  source: Source;
  receivedAt: Date;
  /** Calendar day of `receivedAt` in the workspace's zone. */
  day: string;
};

/** How a recording ended. `stored` is what the database holds now. */
export type Outcome =
  | { kind: 'created' | 'replaced' | 'repeated' | 'stale'; stored: Receipt }
  | { kind: 'refused'; why: 'seq_conflict' | 'already_complete'; stored: Receipt }
  | { kind: 'refused'; why: 'invitation_answered' | 'not_found' | 'closed' };
