import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytes, tenant } from './columns';
import { lineages } from './journey';
import { responses } from './response';
import { evidence } from './statement';

/**
 * One text of a customer: the comment of a response, read from there and ending with it, or material that was brought
 * in. What was computed from it stands beside what people said about it; what people said counts.
 */
export const voices = pgTable(
  'voices',
  {
    ...tenant,
    id: uuid('id').notNull(),
    /** comment, interview, chat, ticket or review. */
    kind: text('kind').notNull(),
    /** What it is about: a touchpoint or a journey. */
    lineageId: uuid('lineage_id').notNull(),
    placementId: uuid('placement_id'),
    responseId: uuid('response_id'),
    /** Of brought in material only; a comment stands in its response. */
    text: text('text'),
    author: text('author').notNull().default(''),
    origin: text('origin').notNull().default(''),
    day: date('day').notNull(),
    /** Tells another text from the same one that is read again. */
    textHash: text('text_hash').notNull(),
    /** ISO 639-1; null: not to be told. */
    language: text('language'),
    /** survey or text: where the language is known from; null where it is not. */
    languageBy: text('language_by'),
    /** positive, negative or undecided; null where this language has no word list. */
    sentiment: text('sentiment'),
    /** −1…1; null as above. */
    valence: real('valence'),
    /** What a person said it is. */
    sentimentSaid: text('sentiment_said'),
    /** How often each kind of personal data was masked in it. */
    masked: jsonb('masked').notNull().default({}),
    /** The revision of the workspace's rules it was read with. */
    readWith: integer('read_with').notNull().default(-1),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('voices_by_day').on(t.workspaceId, t.day),
    index('voices_of_lineage').on(t.workspaceId, t.lineageId, t.day),
    index('voices_to_read').on(t.workspaceId, t.readWith),
    uniqueIndex('voices_of_response').on(t.workspaceId, t.placementId, t.responseId),
    uniqueIndex('voices_once')
      .on(t.workspaceId, t.lineageId, t.kind, t.day, t.author, t.textHash)
      .where(sql`response_id is null`),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.placementId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.placementId, responses.id],
    }).onDelete('cascade'),
  ],
);

/** Something customers talk about, by the words they use for it. */
export const themes = pgTable(
  'themes',
  {
    ...tenant,
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** Words and phrases, any of which makes a voice one of the theme. */
    phrases: text('phrases').array().notNull(),
    /** Words and phrases that keep a voice out of it all the same. */
    exceptions: text('exceptions').array().notNull().default([]),
    /** The theme it was merged into; null where it was not. */
    mergedIntoId: uuid('merged_into_id'),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.mergedIntoId], foreignColumns: [t.workspaceId, t.id] }),
  ],
);

/** That a voice is one of a theme, or is not: by the theme's words, and by what a person said, which counts. */
export const voiceThemes = pgTable(
  'voice_themes',
  {
    ...tenant,
    themeId: uuid('theme_id').notNull(),
    voiceId: uuid('voice_id').notNull(),
    found: boolean('found').notNull(),
    /** null: nobody said anything. */
    said: boolean('said'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.themeId, t.voiceId] }),
    index('voice_themes_of_voice').on(t.workspaceId, t.voiceId),
    foreignKey({
      columns: [t.workspaceId, t.themeId],
      foreignColumns: [themes.workspaceId, themes.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.voiceId],
      foreignColumns: [voices.workspaceId, voices.id],
    }).onDelete('cascade'),
  ],
);

/** Evidence that quotes brought in material, so that both end together. */
export const voiceEvidence = pgTable(
  'voice_evidence',
  {
    ...tenant,
    voiceId: uuid('voice_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.voiceId, t.evidenceId] }),
    index('voice_evidence_of_evidence').on(t.workspaceId, t.evidenceId),
    foreignKey({
      columns: [t.workspaceId, t.voiceId],
      foreignColumns: [voices.workspaceId, voices.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.evidenceId],
      foreignColumns: [evidence.workspaceId, evidence.id],
    }).onDelete('cascade'),
  ],
);

/**
 * A passage that a member blacked out, by hashes with the installation's secret and never by its words: brought in again,
 * it is blacked out again. Stays when what it stood in is erased.
 */
export const blackedOut = pgTable(
  'blacked_out',
  {
    ...tenant,
    /** In the order of their making, which is the order in which they are blacked out again. */
    id: uuid('id').notNull(),
    passageHash: bytes('passage_hash').notNull(),
    /** How many words and signs the passage has. */
    parts: integer('parts').notNull(),
    /** The sentences in which it stood: `[{placeHash (hex), sentences}]`. */
    places: jsonb('places').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Comments that members chose for presentations; a choice ends with its answer. */
export const chosenQuotes = pgTable(
  'chosen_quotes',
  {
    ...tenant,
    placementId: uuid('placement_id').notNull(),
    responseId: uuid('response_id').notNull(),
    chosenBy: uuid('chosen_by'),
    chosenAt: at('chosen_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.placementId, t.responseId] }),
    foreignKey({
      columns: [t.workspaceId, t.placementId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.placementId, responses.id],
    }).onDelete('cascade'),
  ],
);

/** A member judges comments without seeing what the machine read in them, so that both can be compared. */
export const agreementChecks = pgTable(
  'agreement_checks',
  {
    ...tenant,
    id: uuid('id').notNull(),
    /** The theme it is about; null: how comments sound. */
    themeId: uuid('theme_id'),
    startedBy: uuid('started_by').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('agreement_checks_of_theme').on(t.workspaceId, t.themeId, t.startedAt),
    foreignKey({
      columns: [t.workspaceId, t.themeId],
      foreignColumns: [themes.workspaceId, themes.id],
    }).onDelete('cascade'),
  ],
);

/** One comment of a check: what the machine said when it was drawn, and what the member says. */
export const agreementLabels = pgTable(
  'agreement_labels',
  {
    ...tenant,
    checkId: uuid('check_id').notNull(),
    voiceId: uuid('voice_id').notNull(),
    /** Its place in the order in which they are shown, from 0. */
    place: integer('place').notNull(),
    /** yes or no; of how it sounds: positive, negative or undecided. */
    machine: text('machine').notNull(),
    /** null: not judged yet. */
    member: text('member'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.checkId, t.voiceId] }),
    index('agreement_labels_of_voice').on(t.workspaceId, t.voiceId),
    foreignKey({
      columns: [t.workspaceId, t.checkId],
      foreignColumns: [agreementChecks.workspaceId, agreementChecks.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.voiceId],
      foreignColumns: [voices.workspaceId, voices.id],
    }).onDelete('cascade'),
  ],
);

/** How a workspace's voices are read. A workspace without a row reads by the usual rules. */
export const voiceRules = pgTable(
  'voice_rules',
  {
    ...tenant,
    /** Counts up with everything that changes how a voice is read. */
    revision: integer('revision').notNull().default(0),
    /** Words and phrases whose sentiment people said: `[{phrase, sentiment}]`. */
    sentimentWords: jsonb('sentiment_words').notNull().default([]),
    /** What is masked on arrival: `{kinds, names}`; null: the usual kinds. */
    masking: jsonb('masking'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
);
