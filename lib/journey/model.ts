import { z } from 'zod';
import { msg } from '../translate';
import type { LinkKind } from './model/path';
import type { StatementKind } from './model/statement';
import type { TouchpointKind, Visibility } from './model/touchpoint';

/** Where a touchpoint happens. One list for every workspace keeps maps comparable; not to be confused with a source. */
export const CHANNELS = [
  'website',
  'app',
  'email',
  'sms',
  'phone',
  'chat',
  'shop',
  'visit',
  'post',
  'social',
  'search',
  'product',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  website: msg('Website'),
  app: msg('App'),
  email: msg('E-mail'),
  sms: msg('Text message'),
  phone: msg('Phone'),
  chat: msg('Chat'),
  shop: msg('Shop or branch'),
  visit: msg('Field visit'),
  post: msg('Post or parcel'),
  social: msg('Social media'),
  search: msg('Search'),
  product: msg('The product itself'),
  other: msg('Other'),
};

/** What a moment that matters can do to the relationship. */
export const MOMENT_POLARITIES = ['build', 'break', 'both'] as const;
export type MomentPolarity = (typeof MOMENT_POLARITIES)[number];

export const MOMENT_POLARITY_LABELS: Readonly<Record<MomentPolarity, string>> = {
  build: msg('Can win trust'),
  break: msg('Can lose trust'),
  both: msg('Can win or lose trust'),
};

/** Why a moment matters. */
export const MOMENT_REASONS = [
  'decision',
  'waiting',
  'sensitive_data',
  'handoff',
  'first_use',
  'recovery',
  'end',
  'value',
] as const;
export type MomentReason = (typeof MOMENT_REASONS)[number];

export const MOMENT_REASON_LABELS: Readonly<Record<MomentReason, string>> = {
  decision: msg('A decision is made'),
  waiting: msg('The customer waits'),
  sensitive_data: msg('Sensitive data is asked for'),
  handoff: msg('One team hands over to another'),
  first_use: msg('First use'),
  recovery: msg('Something went wrong before'),
  end: msg('The journey ends'),
  value: msg('The promised value arrives'),
};

/** Name of a journey, stage, touchpoint, team or persona. */
export const titleSchema = z.string().trim().min(1, 'Give a name.').max(80, 'Use at most 80 characters.');

/** A longer text that may stay empty. */
export const textSchema = z.string().trim().max(500, 'Use at most 500 characters.');

export const momentSchema = z.strictObject({
  polarity: z.enum(MOMENT_POLARITIES),
  reason: z.enum(MOMENT_REASONS).nullable(),
});
export type Moment = z.infer<typeof momentSchema>;

/** The team's guess of how customers feel, in tenths. */
export const emotionSchema = z
  .number()
  .min(-2, 'Choose a value from −2 to +2.')
  .max(2, 'Choose a value from −2 to +2.')
  .multipleOf(0.1, 'Choose a value in steps of 0.1.');

/** A place in an ordered list, 0 first; beyond its end means last. */
export const indexSchema = z.number().int().min(0).max(10_000);

/** A journey somebody may start from. Teams, personas and touchpoints are told by their names. */
export type JourneyTemplate = {
  id: string;
  title: string;
  /** One sentence for the person who chooses. */
  summary: string;
  objective: string;
  startTrigger: string;
  endOutcome: string;
  /** Whose research the steps come from, in a few words. */
  source: string;
  /** The same, one by one; without an address where it is not on the web. */
  sources: readonly { name: string; url: string | null }[];
  /** Whom the sources name; used where the person who starts names nobody. */
  personas: readonly { name: string; summary: string }[];
  /** Channels that are not on every workspace's list. */
  channels: readonly { key: string; label: string }[];
  researchQuestions: readonly string[];
  stages: readonly TemplateStage[];
  links: readonly TemplateLink[];
};

export type TemplateStage = {
  title: string;
  goal: string;
  /** A team's name; null: nobody is named. */
  owner: string | null;
  touchpoints: readonly TemplateTouchpoint[];
};

export type TemplateTouchpoint = {
  title: string;
  /** Keys of channels, the main one first. */
  channels: readonly string[];
  kind: TouchpointKind;
  visibility: Visibility;
  /** A team's name; null: that of the stage. */
  owner: string | null;
  moment: Moment | null;
  expectedEmotion: number | null;
  /** The metric worth asking here first; null: better not ask. */
  metric: 'nps' | 'ces' | 'csat' | 'emotion' | null;
  /** What sources say of it, as assumptions of whoever starts from it. */
  statements: readonly TemplateStatement[];
};

export type TemplateStatement = { kind: StatementKind; text: string };

/** A way between two touchpoints by title; null is outside of the journey. */
export type TemplateLink = { kind: LinkKind; from: string | null; to: string | null; label: string };
