import { z } from 'zod';

/** Where an answer came from (not to be confused with a channel, where a touchpoint happens). */
export const SOURCES = ['email', 'link', 'widget', 'api', 'import'] as const;
export type Source = (typeof SOURCES)[number];

export const RESPONSE_STATES = ['partial', 'complete'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

const SEQ = 'Give a whole number from 1 to 2,147,483,647.';
const SCORE = 'Give a whole number of the scale, or leave the field out.';
const WORDS = 'Give words as a list of at most two word ids.';

const answerSchema = z.strictObject(
  {
    score: z.int(SCORE).optional(),
    words: z.array(z.string(WORDS).max(40, WORDS), WORDS).max(2, WORDS).optional(),
    comment: z
      .string('Give text, or leave the field out.')
      .max(4000, 'Write at most 4,000 characters.')
      .optional(),
  },
  'Give answer as an object: score, words, comment.',
);

/** The body of a recorded snapshot, as contracts fix it. No coercion: "", null and "false" are never a score. */
export const snapshotSchema = z.strictObject(
  {
    seq: z.int(SEQ).min(1, SEQ).max(2_147_483_647, SEQ),
    state: z.enum(RESPONSE_STATES, 'Give "partial" or "complete".'),
    answer: answerSchema,
  },
  'Send one JSON object with seq, state and answer.',
);
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a recorded snapshot is answered with: the state that is stored now. */
export type Receipt = { id: string; seq: number; state: ResponseState; counted: boolean };

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
  /** SHA-256 (hex) of the key that later writes need; null where the first write gave none. */
  keyHash: string | null;
  invitationId: string | null;
  contactId: string | null;
  /** Persona the answer counts for, frozen now; '' for none. */
  segment: string;
  /** The importing system's key of the person; null where nobody told. */
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
