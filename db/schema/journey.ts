import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, tenant } from './columns';

/** What answers bind to: the identity of a touchpoint or of a whole journey that survives edits, copies and versions. */
export const lineages = pgTable(
  'lineages',
  {
    ...tenant,
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const teams = pgTable(
  'teams',
  { ...tenant, id: uuid('id').notNull(), name: text('name').notNull() },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('teams_name').on(t.workspaceId, t.name)],
);

export const personas = pgTable(
  'personas',
  {
    ...tenant,
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    summary: text('summary').notNull().default(''),
    role: text('role').notNull().default(''),
    goals: text('goals').notNull().default(''),
    needs: text('needs').notNull().default(''),
    expectations: text('expectations').notNull().default(''),
    preferences: text('preferences').notNull().default(''),
    quote: text('quote').notNull().default(''),
    /** Which contacts are this persona; null: only those it was given to by hand. */
    rule: jsonb('rule'),
    retiredAt: at('retired_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('personas_name').on(t.workspaceId, t.name)],
);

export const journeys = pgTable(
  'journeys',
  {
    ...tenant,
    id: uuid('id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    title: text('title').notNull(),
    objective: text('objective').notNull().default(''),
    startTrigger: text('start_trigger').notNull().default(''),
    endOutcome: text('end_outcome').notNull().default(''),
    /** as_is, to_be or competitor. */
    state: text('state').notNull().default('as_is'),
    /** The map this one was copied from; the copy shares its lineages, and with them its answers. */
    copiedFromId: uuid('copied_from_id'),
    ownerUserId: uuid('owner_user_id'),
    reviewCadenceDays: integer('review_cadence_days'),
    /** What the journey is to achieve: name, unit, baseline, target. */
    outcomes: jsonb('outcomes').notNull().default([]),
    /** The step of the wizard to go on with; null: done or skipped. */
    setupStep: smallint('setup_step'),
    /** False alarms a year that the watch over its touchpoints may raise. */
    watchAlarmsPerYear: smallint('watch_alarms_per_year').notNull().default(4),
    /** Counts every change of the map. */
    revision: integer('revision').notNull().default(0),
    retiredAt: at('retired_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('journeys_lineage').on(t.workspaceId, t.lineageId),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.copiedFromId], foreignColumns: [t.workspaceId, t.id] }),
  ],
);

export const journeyPersonas = pgTable(
  'journey_personas',
  { ...tenant, journeyId: uuid('journey_id').notNull(), personaId: uuid('persona_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.personaId] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.personaId],
      foreignColumns: [personas.workspaceId, personas.id],
    }).onDelete('cascade'),
  ],
);

export const stages = pgTable(
  'stages',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    title: text('title').notNull(),
    goal: text('goal').notNull().default(''),
    successCriterion: text('success_criterion').notNull().default(''),
    /** The metric whose score the stage is to reach, with the score in the metric's own units; both or neither. */
    targetMetric: text('target_metric'),
    targetValue: doublePrecision('target_value'),
    ownerTeamId: uuid('owner_team_id'),
    position: integer('position').notNull(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('stages_in_journey').on(t.workspaceId, t.journeyId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.ownerTeamId], foreignColumns: [teams.workspaceId, teams.id] }),
  ],
);

export const touchpoints = pgTable(
  'touchpoints',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    stageId: uuid('stage_id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    title: text('title').notNull(),
    /** Where it happens, the main channel first; never empty. */
    channels: text('channels').array().notNull(),
    kind: text('kind').notNull().default('interaction'),
    /** visible, backstage or customer_only. */
    visibility: text('visibility').notNull().default('visible'),
    /** What makes it happen. */
    trigger: text('trigger').notNull().default(''),
    /** How long after the touchpoint before it; null: not said. */
    delayMinutes: integer('delay_minutes'),
    durationMinutes: integer('duration_minutes'),
    motivation: text('motivation').notNull().default(''),
    promise: text('promise').notNull().default(''),
    /** What the customer is told happens next. */
    toldNext: text('told_next').notNull().default(''),
    /** Whom the customer can turn to, in the customer's words. */
    contactRole: text('contact_role').notNull().default(''),
    /** 1–5; null: as important as any other. */
    importanceCustomer: smallint('importance_customer'),
    importanceBusiness: smallint('importance_business'),
    /** assumed or customers; null exactly where nobody gave an importance. */
    importanceSource: text('importance_source'),
    importanceReason: text('importance_reason').notNull().default(''),
    /** keep, simplify, merge or remove; null: not decided. */
    decision: text('decision'),
    decisionReason: text('decision_reason').notNull().default(''),
    /** What the customer has to know here: text and whether it is needed, provided or missing. */
    information: jsonb('information').notNull().default([]),
    playbook: text('playbook').notNull().default(''),
    reviewCadenceDays: integer('review_cadence_days'),
    /** The journey that shows this touchpoint in full. */
    subJourneyId: uuid('sub_journey_id'),
    /** Where it was split off: answers of both until then stayed there. */
    splitFromId: uuid('split_from_id'),
    splitAt: at('split_at'),
    ownerUserId: uuid('owner_user_id'),
    ownerTeamId: uuid('owner_team_id'),
    /** null: not a moment that matters. */
    momentPolarity: text('moment_polarity'),
    momentReason: text('moment_reason'),
    /** The team's guess of how customers feel, −2…+2; null: nobody guessed. */
    expectedEmotion: numeric('expected_emotion', { precision: 2, scale: 1, mode: 'number' }),
    position: integer('position').notNull(),
    retiredAt: at('retired_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('touchpoints_of_journey').on(t.workspaceId, t.journeyId),
    unique('touchpoints_lineage').on(t.workspaceId, t.journeyId, t.lineageId),
    unique('touchpoints_in_journey').on(t.workspaceId, t.journeyId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.stageId],
      foreignColumns: [stages.workspaceId, stages.journeyId, stages.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.subJourneyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.ownerTeamId], foreignColumns: [teams.workspaceId, teams.id] }),
  ],
);

/** The channels that a workspace added to those every workspace has. */
export const channels = pgTable(
  'channels',
  { ...tenant, key: text('key').notNull(), label: text('label').notNull(), retiredAt: at('retired_at') },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const stageTeams = pgTable(
  'stage_teams',
  { ...tenant, stageId: uuid('stage_id').notNull(), teamId: uuid('team_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.stageId, t.teamId] }),
    foreignKey({
      columns: [t.workspaceId, t.stageId],
      foreignColumns: [stages.workspaceId, stages.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.teamId], foreignColumns: [teams.workspaceId, teams.id] }),
  ],
);

export const touchpointTeams = pgTable(
  'touchpoint_teams',
  { ...tenant, touchpointId: uuid('touchpoint_id').notNull(), teamId: uuid('team_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.touchpointId, t.teamId] }),
    foreignKey({
      columns: [t.workspaceId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.teamId], foreignColumns: [teams.workspaceId, teams.id] }),
  ],
);

/** Lineages whose answers a touchpoint shows besides its own, because another touchpoint was merged into it. */
export const absorptions = pgTable(
  'absorptions',
  {
    ...tenant,
    journeyId: uuid('journey_id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    touchpointId: uuid('touchpoint_id').notNull(),
    absorbedAt: at('absorbed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.lineageId] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

/** How customers go from one touchpoint to another where it is not simply the next one. */
export const links = pgTable(
  'links',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    /** next, alternative, loop, skip, exit or re_entry. */
    kind: text('kind').notNull(),
    /** null: from outside the journey. */
    fromId: uuid('from_id'),
    /** null: out of the journey. */
    toId: uuid('to_id'),
    label: text('label').notNull().default(''),
    /** The share of customers who go this way, 0–1; null: not known. */
    shareRatio: doublePrecision('share_ratio'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('links_of_journey').on(t.workspaceId, t.journeyId),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.fromId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.toId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
  ],
);

/** What is agreed between two owners of neighbouring touchpoints. The handoff itself follows from the owners. */
export const handoffs = pgTable(
  'handoffs',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    passes: text('passes').notNull().default(''),
    promisedMinutes: integer('promised_minutes'),
    recovery: text('recovery').notNull().default(''),
    /** What the handoff question's answers bind to; null: nobody asks. */
    lineageId: uuid('lineage_id'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('handoffs_once').on(t.workspaceId, t.journeyId, t.fromId, t.toId),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.fromId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.toId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

/** What the team wants to learn from the journey. */
export const researchQuestions = pgTable(
  'research_questions',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    text: text('text').notNull(),
    /** '' until it is answered. */
    answer: text('answer').notNull().default(''),
    answeredAt: at('answered_at'),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);
