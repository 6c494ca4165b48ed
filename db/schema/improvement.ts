import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, tenant } from './columns';
import { journeys, lineages } from './journey';
import { responses } from './response';
import { statements } from './statement';

/** Something the team wants to change for customers of a journey, from the idea to whether it worked. */
export const improvements = pgTable(
  'improvements',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    title: text('title').notNull(),
    problem: text('problem').notNull().default(''),
    /** fix, improve, amplify or create. */
    kind: text('kind').notNull(),
    hypothesis: text('hypothesis').notNull().default(''),
    successCriterion: text('success_criterion').notNull().default(''),
    /** What it is meant to move, in the customer's or the company's words. */
    outcome: text('outcome').notNull().default(''),
    /** The metric it is judged by; null: the one with the most answers. */
    metric: text('metric'),
    /** The score to reach, in the metric's own units. */
    targetValue: doublePrecision('target_value'),
    /** The share of bad answers to reach, 0–1; null: half of today's, assumed. */
    targetBadShare: doublePrecision('target_bad_share'),
    /** 1–5; null: not said. */
    effort: smallint('effort'),
    /** What it costs, in the workspace's currency; null: not said. */
    cost: doublePrecision('cost'),
    /** Share of customers who pass here, 0–1; null: not said. */
    reach: doublePrecision('reach'),
    /** Overrides of what the map and the answers say, 0–10 and 0–1; null: not overridden. */
    importance: doublePrecision('importance'),
    satisfaction: doublePrecision('satisfaction'),
    confidence: doublePrecision('confidence'),
    /** The one person who answers for it. */
    ownerUserId: uuid('owner_user_id').notNull(),
    /** idea, planned, doing, done or dropped. */
    state: text('state').notNull().default('idea'),
    /** Why it was planned without evidence. */
    overrideReason: text('override_reason').notNull().default(''),
    startedOn: date('started_on'),
    /** From when on customers feel it. */
    effectiveOn: date('effective_on'),
    doneOn: date('done_on'),
    /** What customers answered before it was started, frozen. */
    baseline: jsonb('baseline'),
    /** Comparisons of two groups of customers, the newest first. One beside no list is how a single one was kept once. */
    trials: jsonb('trial'),
    /** The change marker on the time axis. It may have been taken away since. */
    markerId: uuid('marker_id'),
    /** Whether the marker was made by the start, and so goes when the start is taken back. */
    ownMarker: boolean('own_marker').notNull().default(false),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('improvements_of_journey').on(t.workspaceId, t.journeyId),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);

/** Where an improvement changes something: lineages, so that it survives edits of the map. */
export const improvementSubjects = pgTable(
  'improvement_subjects',
  { ...tenant, improvementId: uuid('improvement_id').notNull(), lineageId: uuid('lineage_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.improvementId, t.lineageId] }),
    index('improvements_of_subject').on(t.workspaceId, t.lineageId),
    foreignKey({
      name: 'improvement_subjects_improvement',
      columns: [t.workspaceId, t.improvementId],
      foreignColumns: [improvements.workspaceId, improvements.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'improvement_subjects_lineage',
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
  ],
);

/** The statements, such as pain points, that an improvement answers. */
export const improvementStatements = pgTable(
  'improvement_statements',
  { ...tenant, improvementId: uuid('improvement_id').notNull(), statementId: uuid('statement_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.improvementId, t.statementId] }),
    index('improvements_of_statement').on(t.workspaceId, t.statementId),
    foreignKey({
      name: 'improvement_statements_improvement',
      columns: [t.workspaceId, t.improvementId],
      foreignColumns: [improvements.workspaceId, improvements.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'improvement_statements_statement',
      columns: [t.workspaceId, t.statementId],
      foreignColumns: [statements.workspaceId, statements.id],
    }).onDelete('cascade'),
  ],
);

/** Our own answers that an improvement rests on: erased with them. */
export const improvementAnswers = pgTable(
  'improvement_answers',
  {
    ...tenant,
    improvementId: uuid('improvement_id').notNull(),
    placementId: uuid('placement_id').notNull(),
    responseId: uuid('response_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.improvementId, t.placementId, t.responseId] }),
    index('improvements_of_answer').on(t.workspaceId, t.placementId, t.responseId),
    foreignKey({
      name: 'improvement_answers_improvement',
      columns: [t.workspaceId, t.improvementId],
      foreignColumns: [improvements.workspaceId, improvements.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'improvement_answers_response',
      columns: [t.workspaceId, t.placementId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.placementId, responses.id],
    }).onDelete('cascade'),
  ],
);

/** What an improvement was moved to, when, by whom and why. */
export const improvementMoves = pgTable(
  'improvement_moves',
  {
    ...tenant,
    id: uuid('id').notNull(),
    improvementId: uuid('improvement_id').notNull(),
    state: text('state').notNull(),
    reason: text('reason').notNull().default(''),
    movedBy: uuid('moved_by'),
    movedAt: at('moved_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('moves_of_improvement').on(t.workspaceId, t.improvementId),
    foreignKey({
      name: 'improvement_moves_improvement',
      columns: [t.workspaceId, t.improvementId],
      foreignColumns: [improvements.workspaceId, improvements.id],
    }).onDelete('cascade'),
  ],
);
