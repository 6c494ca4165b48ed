import { z } from 'zod';
import { textSchema, titleSchema } from '../model';
import { JOURNEY_STATES, outcomesSchema } from './journey';
import { LINK_KINDS, shareRatioSchema } from './path';
import {
  daySchema,
  EFFECTS,
  EVIDENCE_KINDS,
  linkSchema,
  STANCES,
  STATEMENT_KINDS,
  STATEMENT_STATES,
  statementTextSchema,
} from './statement';
import {
  cadenceSchema,
  channelKeySchema,
  EMPTY_TOUCHPOINT,
  minutesSchema,
  touchpointSchema,
} from './touchpoint';

export const DOCUMENT_FORMAT = 'milepost-journey';
export const DOCUMENT_VERSION = 1;

const id = z.uuid();
const wide = z.string().trim().max(2_000, 'Use at most 2,000 characters.').default('');

const evidenceSchema = z.strictObject({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  stance: z.enum(STANCES).default('supports'),
  method: textSchema.default(''),
  gatheredOn: daySchema,
  n: z.number().int().min(1).max(100_000_000).nullable().default(null),
  /** Empty where it is one of our own answers: those are quoted from where they are kept, and erased there. */
  quote: z.string().trim().max(2_000).default(''),
  link: linkSchema.default(''),
  placementId: id.nullable().default(null),
  responseId: id.nullable().default(null),
  expiresOn: daySchema.nullable().default(null),
});

/**
 * One journey as a whole, without its answers: what a version keeps, what an export holds and what an import reads.
 * Only what the map shows is in it; the order of a list is the order on the map.
 */
export const documentSchema = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  version: z.literal(DOCUMENT_VERSION),
  journey: z.strictObject({
    lineageId: id,
    title: titleSchema,
    objective: textSchema.default(''),
    startTrigger: textSchema.default(''),
    endOutcome: textSchema.default(''),
    state: z.enum(JOURNEY_STATES).default('as_is'),
    ownerUserId: id.nullable().default(null),
    reviewCadenceDays: cadenceSchema.nullable().default(null),
    outcomes: outcomesSchema.default([]),
  }),
  /** What the ids of the rest mean, so that a document can be read without its workspace. */
  teams: z
    .array(z.strictObject({ id, name: titleSchema }))
    .max(5_000)
    .default([]),
  channels: z
    .array(z.strictObject({ key: channelKeySchema, label: titleSchema }))
    .max(5_000)
    .default([]),
  personas: z
    .array(
      z.strictObject({
        id,
        name: titleSchema,
        summary: textSchema.default(''),
        role: textSchema.default(''),
        goals: wide,
        needs: wide,
        expectations: wide,
        preferences: wide,
        quote: textSchema.default(''),
      }),
    )
    .max(500)
    .default([]),
  stages: z
    .array(
      z.strictObject({
        id,
        title: titleSchema,
        goal: textSchema.default(''),
        successCriterion: textSchema.default(''),
        targetMetric: z.string().max(20).nullable().default(null),
        targetValue: z.number().nullable().default(null),
        ownerTeamId: id.nullable().default(null),
        contributorTeamIds: z.array(id).max(20).default([]),
      }),
    )
    .max(200)
    .default([]),
  touchpoints: z
    .array(
      touchpointSchema.partial().extend({
        id,
        stageId: id,
        lineageId: id,
        title: titleSchema,
        splitFromId: id.nullable().default(null),
        splitAt: z.iso.datetime({ offset: true }).nullable().default(null),
        /** Lineages whose answers it shows besides its own. */
        absorbed: z
          .array(z.strictObject({ lineageId: id, absorbedAt: z.iso.datetime({ offset: true }) }))
          .max(100)
          .default([]),
      }),
    )
    .max(2_000)
    .default([])
    .transform((list) => list.map((one) => ({ ...EMPTY_TOUCHPOINT, ...withoutHoles(one) }))),
  statements: z
    .array(
      z.strictObject({
        id,
        stageId: id.nullable().default(null),
        touchpointId: id.nullable().default(null),
        kind: z.enum(STATEMENT_KINDS),
        effect: z.enum(EFFECTS).nullable().default(null),
        text: statementTextSchema,
        state: z.enum(STATEMENT_STATES).default('assumption'),
        personaId: id.nullable().default(null),
        expiresOn: daySchema.nullable().default(null),
        evidence: z.array(evidenceSchema).max(2_000).default([]),
      }),
    )
    .max(20_000)
    .default([]),
  links: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(LINK_KINDS),
        fromId: id.nullable(),
        toId: id.nullable(),
        label: z.string().trim().max(80).default(''),
        shareRatio: shareRatioSchema.nullable().default(null),
      }),
    )
    .max(20_000)
    .default([]),
  handoffs: z
    .array(
      z.strictObject({
        id,
        fromId: id,
        toId: id,
        passes: textSchema.default(''),
        promisedMinutes: minutesSchema.nullable().default(null),
        recovery: textSchema.default(''),
        lineageId: id.nullable().default(null),
      }),
    )
    .max(2_000)
    .default([]),
  researchQuestions: z
    .array(
      z.strictObject({
        id,
        text: textSchema.min(1),
        answer: z.string().trim().max(2_000).default(''),
        answered: z.boolean().default(false),
      }),
    )
    .max(100)
    .default([]),
});

/** A journey as a whole, checked and with every default filled in. */
export type JourneyDocument = z.output<typeof documentSchema>;

function withoutHoles<T extends object>(one: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as never;
}
