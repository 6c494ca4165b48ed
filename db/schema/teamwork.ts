import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytes, tenant } from './columns';
import { journeys, touchpoints } from './journey';

/** A journey as it was: the whole document, so that it can be compared and restored. */
export const journeyVersions = pgTable(
  'journey_versions',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    number: integer('number').notNull(),
    /** automatic, named, or safety (kept before a restore or an import). */
    kind: text('kind').notNull(),
    name: text('name').notNull().default(''),
    note: text('note').notNull().default(''),
    /** The journey's revision that it holds. */
    revision: integer('revision').notNull(),
    document: jsonb('document').notNull(),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('journey_versions_number').on(t.workspaceId, t.journeyId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);

/** Something that was changed for customers on a day, drawn on the time axis of its touchpoint. */
export const changeMarkers = pgTable(
  'change_markers',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    /** null: the whole journey. */
    touchpointId: uuid('touchpoint_id'),
    changedOn: date('changed_on').notNull(),
    text: text('text').notNull(),
    /** The outcome it is meant to move. */
    outcome: text('outcome').notNull().default(''),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
  ],
);

/** What was decided, why, and on which version of the map. */
export const decisions = pgTable(
  'decisions',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointId: uuid('touchpoint_id'),
    versionId: uuid('version_id'),
    text: text('text').notNull(),
    reason: text('reason').notNull().default(''),
    decidedOn: date('decided_on').notNull(),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.versionId],
      foreignColumns: [journeyVersions.workspaceId, journeyVersions.id],
    }),
  ],
);

/** What members say to each other about a map; never to be confused with a customer's comment. */
export const remarks = pgTable(
  'remarks',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    touchpointId: uuid('touchpoint_id'),
    text: text('text').notNull(),
    /** Members who are named in it. */
    mentions: uuid('mentions').array().notNull().default([]),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    editedAt: at('edited_at'),
    resolvedAt: at('resolved_at'),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('remarks_of_journey').on(t.workspaceId, t.journeyId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
  ],
);

/** The right to look at one map, for whoever holds the link. */
export const shares = pgTable(
  'shares',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    name: text('name').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    passwordHash: text('password_hash'),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    /** Whether customers' own words are shown too. */
    showsComments: boolean('shows_comments').notNull().default(false),
    /** Whether other sites may frame it. */
    embeddable: boolean('embeddable').notNull().default(false),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('shares_token').on(t.tokenHash),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);

/** A way to look at a map under a name: its lanes, layers and filter as an address has them. */
export const savedViews = pgTable(
  'saved_views',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('saved_views_name').on(t.workspaceId, t.journeyId, t.name),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);

/** A member's own way through the journey as if they were a customer. Never mixed with customers' answers. */
export const walks = pgTable(
  'walks',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    userId: uuid('user_id').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
  ],
);

export const walkSteps = pgTable(
  'walk_steps',
  {
    ...tenant,
    walkId: uuid('walk_id').notNull(),
    touchpointId: uuid('touchpoint_id').notNull(),
    /** −2…2; null: not rated. */
    rating: numeric('rating', { precision: 2, scale: 1, mode: 'number' }),
    minutes: integer('minutes'),
    note: text('note').notNull().default(''),
    picture: bytes('picture'),
    pictureType: text('picture_type'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.walkId, t.touchpointId] }),
    foreignKey({
      columns: [t.workspaceId, t.walkId],
      foreignColumns: [walks.workspaceId, walks.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.id],
    }).onDelete('cascade'),
  ],
);

/** A sign-off: somebody looked at it on this day and stands for it. */
export const reviews = pgTable(
  'reviews',
  {
    ...tenant,
    id: uuid('id').notNull(),
    journeyId: uuid('journey_id').notNull(),
    /** null: the journey as a whole. */
    touchpointId: uuid('touchpoint_id'),
    userId: uuid('user_id').notNull(),
    note: text('note').notNull().default(''),
    reviewedAt: at('reviewed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('reviews_of_journey').on(t.workspaceId, t.journeyId, t.reviewedAt),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.touchpointId],
      foreignColumns: [touchpoints.workspaceId, touchpoints.journeyId, touchpoints.id],
    }).onDelete('cascade'),
  ],
);
