import {
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
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
    retiredAt: at('retired_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('journeys_lineage').on(t.workspaceId, t.lineageId),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
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
    channel: text('channel').notNull(),
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
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.stageId],
      foreignColumns: [stages.workspaceId, stages.journeyId, stages.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.ownerTeamId], foreignColumns: [teams.workspaceId, teams.id] }),
  ],
);
