import { z } from 'zod';
import type { Source } from '../../response/model';
import type { MetricId } from '../../scoring/metrics';
import { msg } from '../../translate';

/** What a statement says. The last three are what happens backstage. */
export const STATEMENT_KINDS = [
  'action',
  'thought',
  'feeling',
  'question',
  'pain',
  'gain',
  'need',
  'expectation',
  'gap',
  'people',
  'process',
  'system',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const BACKSTAGE_KINDS = ['people', 'process', 'system'] as const satisfies readonly StatementKind[];

export const STATEMENT_KIND_LABELS: Readonly<Record<StatementKind, string>> = {
  action: msg('Action'),
  thought: msg('Thought'),
  feeling: msg('Feeling'),
  question: msg('Question or concern'),
  pain: msg('Pain'),
  gain: msg('Gain'),
  need: msg('Need'),
  expectation: msg('Expectation'),
  gap: msg('Gap'),
  people: msg('People behind it'),
  process: msg('Process behind it'),
  system: msg('System behind it'),
};

export const isBackstage = (kind: string): boolean => (BACKSTAGE_KINDS as readonly string[]).includes(kind);

/** Whether something backstage helps the customer here. */
export const EFFECTS = ['supports', 'hinders'] as const;
export type Effect = (typeof EFFECTS)[number];

export const EFFECT_LABELS: Readonly<Record<Effect, string>> = {
  supports: msg('Supports'),
  hinders: msg('Hinders'),
};

/** How sure a statement is, the least first; refuted stands beside the scale. */
export const STATEMENT_STATES = ['assumption', 'partly', 'validated', 'refuted'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

export const STATEMENT_STATE_LABELS: Readonly<Record<StatementState, string>> = {
  assumption: msg('Assumption'),
  partly: msg('Partly validated'),
  validated: msg('Validated'),
  refuted: msg('Refuted'),
};

/** The same within a sentence. */
export const STATES_IN_SENTENCE: Readonly<Record<StatementState, string>> = {
  assumption: msg('assumption'),
  partly: msg('partly validated'),
  validated: msg('validated'),
  refuted: msg('refuted'),
};

/** Where evidence comes from. */
export const EVIDENCE_KINDS = [
  'interview',
  'focus_group',
  'survey',
  'chat',
  'ticket',
  'review',
  'analytics',
  'observation',
  'mystery_shop',
  'expert',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_KIND_LABELS: Readonly<Record<EvidenceKind, string>> = {
  interview: msg('Interview'),
  focus_group: msg('Focus group'),
  survey: msg('Survey answer'),
  chat: msg('Chat'),
  ticket: msg('Support ticket'),
  review: msg('Public review'),
  analytics: msg('Analytics'),
  observation: msg('Observation'),
  mystery_shop: msg('Mystery shopping'),
  expert: msg('Expert opinion'),
};

/** Kinds in which customers themselves speak or act; only they can validate. */
export const CUSTOMER_EVIDENCE = [
  'interview',
  'focus_group',
  'survey',
  'chat',
  'ticket',
  'review',
  'analytics',
  'observation',
] as const satisfies readonly EvidenceKind[];

export const STANCES = ['supports', 'contradicts'] as const;
export type Stance = (typeof STANCES)[number];

/** Evidence older than this carries one step less. */
export const EVIDENCE_MONTHS = 12;

export const statementTextSchema = z
  .string()
  .trim()
  .min(1, 'Write the statement.')
  .max(500, 'Use at most 500 characters.');

/**
 * The text of a statement that only quotes an answer. The answer's own words are shown in its place, read from where
 * they are kept; so nothing of them is left here once the answer is erased.
 */
export const UNWORDED = msg('In a customer’s own words');

/** A calendar day; the year 0, which a database does not know, is none. */
export const daySchema = z.iso
  .date('Give a day as YYYY-MM-DD.')
  .refine((day) => !day.startsWith('0000'), 'Give a day as YYYY-MM-DD.');

export const linkSchema = z
  .union([
    z.literal(''),
    z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' }),
  ])
  .refine((link) => link.length <= 1000, 'Use an address of at most 1,000 characters.');

export const statementSchema = z.strictObject({
  kind: z.enum(STATEMENT_KINDS, 'Choose what the statement is.'),
  effect: z.enum(EFFECTS).nullable(),
  text: statementTextSchema,
  state: z.enum(STATEMENT_STATES, 'Choose how sure it is.'),
  personaId: z.uuid().nullable(),
  expiresOn: daySchema.nullable(),
});

/** What a member may say of a statement. */
export type StatementFields = z.output<typeof statementSchema>;

export const EMPTY_STATEMENT: Omit<StatementFields, 'kind' | 'text'> = {
  effect: null,
  state: 'assumption',
  personaId: null,
  expiresOn: null,
};

export const evidenceSchema = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS, 'Choose where it comes from.'),
  stance: z.enum(STANCES),
  method: z.string().trim().max(200, 'Use at most 200 characters.'),
  gatheredOn: daySchema,
  n: z
    .int('Give a whole number of people.')
    .min(1, 'Give a number of 1 or more, or leave it empty.')
    .max(100_000_000, 'Give a smaller number.')
    .nullable(),
  quote: z.string().trim().max(2_000, 'Use at most 2,000 characters.'),
  link: linkSchema,
  expiresOn: daySchema.nullable(),
});

/** What a member may say of a piece of evidence that is not one of our own answers. */
export type EvidenceFields = z.output<typeof evidenceSchema>;

export const EMPTY_EVIDENCE: Omit<EvidenceFields, 'kind' | 'gatheredOn'> = {
  stance: 'supports',
  method: '',
  n: null,
  quote: '',
  link: '',
  expiresOn: null,
};

/** One piece of evidence in full. */
export type EvidenceView = EvidenceFields & {
  id: string;
  /** Who added it; null: not known any more. */
  author: string | null;
  addedOn: string;
  /** One of our own answers, quoted from where it is kept; null: evidence from elsewhere. */
  answer: {
    placementId: string;
    responseId: string;
    metric: MetricId;
    score: number | null;
    source: Source;
  } | null;
};

/** A statement in full, as its subject's list shows it. */
export type StatementDetail = StatementFields & {
  id: string;
  stageId: string | null;
  touchpointId: string | null;
  author: string | null;
  createdOn: string;
  stateChangedOn: string;
  /** The newest first. */
  evidence: EvidenceView[];
};
