import { z } from 'zod';
import { msg } from '../../translate';
import { emotionSchema, momentSchema, textSchema, titleSchema } from '../model';

/** What happens at a touchpoint, seen from the customer. */
export const TOUCHPOINT_KINDS = ['interaction', 'message', 'action', 'waiting', 'use'] as const;
export type TouchpointKind = (typeof TOUCHPOINT_KINDS)[number];

export const TOUCHPOINT_KIND_LABELS: Readonly<Record<TouchpointKind, string>> = {
  interaction: msg('Both sides act'),
  message: msg('The customer is told something'),
  action: msg('The customer does something alone'),
  waiting: msg('The customer waits'),
  use: msg('The customer uses the product'),
};

/** Who sees a touchpoint: it decides on which side of the lines of a blueprint it stands. */
export const VISIBILITIES = ['visible', 'backstage', 'customer_only'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const VISIBILITY_LABELS: Readonly<Record<Visibility, string>> = {
  visible: msg('Visible to the customer'),
  backstage: msg('Backstage: the customer does not see it'),
  customer_only: msg('Customer only: out of our control'),
};

/** Where a touchpoint's importance comes from. */
export const IMPORTANCE_SOURCES = ['assumed', 'customers'] as const;
export type ImportanceSource = (typeof IMPORTANCE_SOURCES)[number];

export const IMPORTANCE_SOURCE_LABELS: Readonly<Record<ImportanceSource, string>> = {
  assumed: msg('Assumed by the team'),
  customers: msg('Said by customers'),
};

/** What the team has decided to do with a touchpoint. */
export const DECISIONS = ['keep', 'simplify', 'merge', 'remove'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_LABELS: Readonly<Record<Decision, string>> = {
  keep: msg('Keep'),
  simplify: msg('Simplify'),
  merge: msg('Merge with another'),
  remove: msg('Remove'),
};

/** Whether customers get a piece of information that they need. */
export const INFORMATION_STATES = ['needed', 'provided', 'missing'] as const;
export type InformationState = (typeof INFORMATION_STATES)[number];

export const INFORMATION_STATE_LABELS: Readonly<Record<InformationState, string>> = {
  needed: msg('Needed, not checked'),
  provided: msg('Provided'),
  missing: msg('Missing'),
};

/** A key of the channel list: one of every workspace's, or one that the workspace added. */
export const channelKeySchema = z
  .string('Choose a channel of the list.')
  .regex(/^[a-z0-9_-]{1,40}$/, 'Choose a channel of the list.');

export const minutesSchema = z
  .number()
  .int()
  .min(0, 'Give a time of 0 minutes or more.')
  .max(5_256_000, 'Give at most ten years.');

export const cadenceSchema = z
  .number()
  .int()
  .min(1, 'Give at least one day.')
  .max(1_830, 'Give at most five years.');

export const longTextSchema = z.string().trim().max(4_000, 'Use at most 4,000 characters.');

const importance = z.number().int().min(1, 'Choose 1 to 5.').max(5, 'Choose 1 to 5.').nullable();

/** A piece of information that customers have to have at a touchpoint. */
export const informationSchema = z
  .array(
    z.strictObject({
      text: z.string().trim().min(1, 'Say what they have to know.').max(200),
      state: z.enum(INFORMATION_STATES),
    }),
  )
  .max(30, 'List at most 30 items.');
export type Information = z.infer<typeof informationSchema>[number];

const teamIds = z
  .array(z.uuid())
  .max(20, 'Choose at most 20 teams.')
  .transform((ids) => [...new Set(ids)]);

/** Everything that a member may say about a touchpoint. Its place and its lineage are not among it. */
export const touchpointSchema = z.strictObject({
  title: titleSchema,
  /** The main channel first. */
  channels: z
    .array(channelKeySchema)
    .min(1, 'Choose at least one channel.')
    .max(8, 'Choose at most 8 channels.')
    .transform((keys) => [...new Set(keys)]),
  kind: z.enum(TOUCHPOINT_KINDS),
  visibility: z.enum(VISIBILITIES),
  trigger: textSchema,
  delayMinutes: minutesSchema.nullable(),
  durationMinutes: minutesSchema.nullable(),
  motivation: textSchema,
  promise: textSchema,
  toldNext: textSchema,
  contactRole: z.string().trim().max(120, 'Use at most 120 characters.'),
  importanceCustomer: importance,
  importanceBusiness: importance,
  importanceSource: z.enum(IMPORTANCE_SOURCES).nullable(),
  importanceReason: textSchema,
  decision: z.enum(DECISIONS).nullable(),
  decisionReason: textSchema,
  information: informationSchema,
  playbook: longTextSchema,
  reviewCadenceDays: cadenceSchema.nullable(),
  subJourneyId: z.uuid().nullable(),
  ownerTeamId: z.uuid().nullable(),
  ownerUserId: z.uuid().nullable(),
  contributorTeamIds: teamIds,
  moment: momentSchema.nullable(),
  expectedEmotion: emotionSchema.nullable(),
});

/** The fields of a touchpoint as they are stored. */
export type TouchpointFields = z.infer<typeof touchpointSchema>;

/** What a touchpoint says before anybody has said anything about it. */
export const EMPTY_TOUCHPOINT: Omit<TouchpointFields, 'title'> = {
  channels: ['other'],
  kind: 'interaction',
  visibility: 'visible',
  trigger: '',
  delayMinutes: null,
  durationMinutes: null,
  motivation: '',
  promise: '',
  toldNext: '',
  contactRole: '',
  importanceCustomer: null,
  importanceBusiness: null,
  importanceSource: null,
  importanceReason: '',
  decision: null,
  decisionReason: '',
  information: [],
  playbook: '',
  reviewCadenceDays: null,
  subJourneyId: null,
  ownerTeamId: null,
  ownerUserId: null,
  contributorTeamIds: [],
  moment: null,
  expectedEmotion: null,
};
