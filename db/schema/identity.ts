import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { DEFAULT_SITE_SETTINGS } from '../../lib/survey/model/widget-rules';
import { at, bytes, tenant } from './columns';

export const users = pgTable('users', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name'),
  /** Of the members' side, as the person chose it; null: as their workspace. */
  language: text('language'),
  email: text('email').notNull().unique(),
  emailVerified: timestamp('email_verified', { withTimezone: true, mode: 'date' }),
  image: text('image'),
  passwordHash: text('password_hash'),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const accounts = pgTable(
  'accounts',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
);

export const sessions = pgTable('sessions', {
  sessionToken: text('session_token').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  expires: timestamp('expires', { withTimezone: true, mode: 'date' }).notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const verificationTokens = pgTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: timestamp('expires', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);

export const workspaces = pgTable('workspaces', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  language: text('language').notNull(),
  minimumN: smallint('minimum_n').notNull().default(5),
  /** The brand customers read; also the sender's name in mail. */
  brand: text('brand').notNull(),
  senderAddress: text('sender_address'),
  postalAddress: text('postal_address'),
  privacyUrl: text('privacy_url'),
  siteKey: text('site_key').notNull(),
  siteKeyHash: bytes('site_key_hash').notNull(),
  /** The day of the week on which owners get their digest, 1 is Monday; null: nobody gets one. */
  digestWeekday: smallint('digest_weekday'),
  /** How widgets behave in the workspace's sites. */
  site: jsonb('site').notNull().default(DEFAULT_SITE_SETTINGS),
  /** Counts up when the secret that sites sign people with is replaced. */
  identityKeyVersion: smallint('identity_key_version').notNull().default(1),
  /** The attribute of people that splits customers into segments; null: none does. */
  segmentAttribute: text('segment_attribute'),
  /** What the team assumes about the business, with who said so and when; null: nothing yet. */
  economics: jsonb('economics'),
  demoSeededAt: at('demo_seeded_at'),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const members = pgTable(
  'members',
  {
    ...tenant,
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    joinedAt: at('joined_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    ...tenant,
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    hint: text('hint').notNull(),
    keyHash: bytes('key_hash').notNull(),
    /** Whether its bearer may also bring data in; else it only reads. */
    writes: boolean('writes').notNull().default(false),
    createdAt: at('created_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('api_keys_hash').on(t.workspaceId, t.keyHash),
  ],
);

/** An address asked to join; redeemed once, by a person who proved that address. */
export const invites = pgTable(
  'invites',
  {
    ...tenant,
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    role: text('role').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    /** With whose membership the invite ends; null only of invites that were accepted long ago. */
    inviterId: uuid('inviter_id'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('invites_token').on(t.tokenHash),
    index('invites_of_inviter').on(t.workspaceId, t.inviterId),
    foreignKey({
      columns: [t.workspaceId, t.inviterId],
      foreignColumns: [members.workspaceId, members.userId],
    }).onDelete('cascade'),
  ],
);

/** What each command did; insert-only for the application role, but for customers' words that are blacked out of `detail`. */
export const auditLines = pgTable(
  'audit_lines',
  {
    ...tenant,
    id: uuid('id').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    objectId: uuid('object_id'),
    /** The map that was changed; null for everything else. */
    journeyId: uuid('journey_id'),
    /** For a map: what it was before and is after, by field. */
    detail: jsonb('detail'),
    happenedAt: at('happened_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('audit_lines_of_journey')
      .on(t.workspaceId, t.journeyId, t.happenedAt)
      .where(sql`journey_id is not null`),
  ],
);
