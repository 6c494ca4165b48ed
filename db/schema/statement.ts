import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, tenant } from './columns';
import { journeys, personas, stages, touchpoints } from './journey';
import { responses } from './response';

/** Whatever the team asserts about a journey, one of its stages or one of its touchpoints. */
export const statements = pgTable(
  'statements',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    /** What it is about: one of these two, or neither for the whole journey. */
    stageId: uuid('stage_id'),
    touchpointId: uuid('touchpoint_id'),
    kind: text('kind').notNull(),
    /** supports or hinders; only for what happens backstage. */
    effect: text('effect'),
    text: text('text').notNull(),
    /** assumption, partly, validated or refuted: what the team claims. What its evidence carries is computed. */
    state: text('state').notNull().default('assumption'),
    /** The persona it holds for; null: everybody. */
    personaId: uuid('persona_id'),
    expiresOn: date('expires_on'),
    position: integer('position').notNull().default(0),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    stateChangedAt: at('state_changed_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('statements_in_journey').on(t.workspaceId, t.journeyId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.stageId],
      foreignColumns: [stages.workspaceId, stages.journeyId, stages.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.personaId],
      foreignColumns: [personas.workspaceId, personas.id],
    }),
  ],
);

/** Why a statement is believed, or not. */
export const evidence = pgTable(
  'evidence',
  {
    ...tenant,
    id: uuid('id').notNull(),
    statementId: uuid('statement_id').notNull(),
    kind: text('kind').notNull(),
    /** supports or contradicts. */
    stance: text('stance').notNull().default('supports'),
    method: text('method').notNull().default(''),
    gatheredOn: date('gathered_on').notNull(),
    /** How many people it rests on; null: not said. */
    n: integer('n'),
    quote: text('quote').notNull().default(''),
    link: text('link').notNull().default(''),
    /** One of our own answers: erased with it. */
    placementId: uuid('placement_id'),
    responseId: uuid('response_id'),
    expiresOn: date('expires_on'),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('evidence_of_statement').on(t.workspaceId, t.statementId),
    index('evidence_of_response').on(t.workspaceId, t.placementId, t.responseId),
    foreignKey({
      columns: [t.workspaceId, t.statementId],
      foreignColumns: [statements.workspaceId, statements.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.placementId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.placementId, responses.id],
    }).onDelete('cascade'),
  ],
);
