import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytes, tenant } from './columns';
import { lineages } from './journey';

export const surveys = pgTable(
  'surveys',
  {
    ...tenant,
    id: uuid('id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    metric: text('metric').notNull(),
    /** What may be pooled: equal metric and equal wording. Changes only with a new series, when it is published. */
    wording: text('wording').notNull(),
    title: text('title').notNull(),
    draft: jsonb('draft').notNull(),
    /** The newest published version; null: never published. */
    version: integer('version'),
    pausedAt: at('paused_at'),
    closedAt: at('closed_at'),
    opensAt: at('opens_at'),
    /** The first instant at which no answer is taken any more. */
    closesAt: at('closes_at'),
    /** Counted answers it takes in all; null: any number. */
    quota: integer('quota'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('surveys_of_lineage').on(t.workspaceId, t.lineageId),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

export const surveyVersions = pgTable(
  'survey_versions',
  {
    ...tenant,
    surveyId: uuid('survey_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').notNull(),
    formula: text('formula').notNull(),
    wording: text('wording').notNull(),
    publishedAt: at('published_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.surveyId, t.version] }),
    foreignKey({
      columns: [t.workspaceId, t.surveyId],
      foreignColumns: [surveys.workspaceId, surveys.id],
    }).onDelete('cascade'),
  ],
);

export const placements = pgTable(
  'placements',
  {
    ...tenant,
    id: uuid('id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    surveyVersion: integer('survey_version').notNull(),
    /** Copied from the survey, where they never change: recording reads one row. */
    lineageId: uuid('lineage_id').notNull(),
    metric: text('metric').notNull(),
    wording: text('wording').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    keyHash: bytes('key_hash').notNull(),
    rules: jsonb('rules'),
    /** Channel in which it asks, where its touchpoint has several; '' for no particular one. */
    channel: text('channel').notNull().default(''),
    openedAt: at('opened_at').notNull().defaultNow(),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('placements_key').on(t.keyHash),
    index('placements_of_survey').on(t.workspaceId, t.surveyId),
    foreignKey({
      columns: [t.workspaceId, t.surveyId, t.surveyVersion],
      foreignColumns: [surveyVersions.workspaceId, surveyVersions.surveyId, surveyVersions.version],
    }),
  ],
);
