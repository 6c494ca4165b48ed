import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { caseNotes } from './case';
import { at, bytes, tenant } from './columns';
import { personas } from './journey';
import { placements } from './survey';

export const contacts = pgTable(
  'contacts',
  {
    ...tenant,
    id: uuid('id').notNull(),
    /** One normalized address. */
    email: text('email').notNull(),
    name: text('name').notNull().default(''),
    personaId: uuid('persona_id'),
    attributes: jsonb('attributes').notNull().default({}),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('contacts_email').on(t.workspaceId, t.email),
    foreignKey({
      columns: [t.workspaceId, t.personaId],
      foreignColumns: [personas.workspaceId, personas.id],
    }),
  ],
);

/** Addresses we may not write to; a keyed hash, so that it outlives the contact's erasure. */
export const optOuts = pgTable(
  'opt_outs',
  {
    ...tenant,
    addressHash: bytes('address_hash').notNull(),
    /** opted_out, bounced, complained */
    cause: text('cause').notNull().default('opted_out'),
    optedOutAt: at('opted_out_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.addressHash] })],
);

export const campaigns = pgTable(
  'campaigns',
  {
    ...tenant,
    id: uuid('id').notNull(),
    placementId: uuid('placement_id').notNull(),
    name: text('name').notNull(),
    subject: text('subject').notNull(),
    greeting: text('greeting').notNull().default(''),
    launchedAt: at('launched_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.placementId],
      foreignColumns: [placements.workspaceId, placements.id],
    }),
  ],
);

export const invitations = pgTable(
  'invitations',
  {
    ...tenant,
    id: uuid('id').notNull(),
    campaignId: uuid('campaign_id').notNull(),
    placementId: uuid('placement_id').notNull(),
    /** null once the contact was erased. */
    contactId: uuid('contact_id'),
    tokenHash: bytes('token_hash').notNull(),
    /** queued, sending, sent, written, bounced, complained, failed, unknown, left_out */
    state: text('state').notNull(),
    /** Why a person was left out or a mail failed. */
    reason: text('reason'),
    queuedAt: at('queued_at').notNull().defaultNow(),
    sentAt: at('sent_at'),
    /** Untrusted: scanners open mail too. */
    openedAt: at('opened_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('invitations_once').on(t.workspaceId, t.campaignId, t.contactId),
    index('invitations_token').on(t.tokenHash),
    index('invitations_of_contact').on(t.workspaceId, t.contactId, t.sentAt),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.placementId],
      foreignColumns: [placements.workspaceId, placements.id],
    }),
  ],
);

/** Mail to customers that left, or, where no provider is set, was only written down: an invitation or a case's reply. */
export const letters = pgTable(
  'letters',
  {
    ...tenant,
    id: uuid('id').notNull(),
    invitationId: uuid('invitation_id'),
    caseNoteId: uuid('case_note_id'),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    /** outbox: nothing was sent. */
    transport: text('transport').notNull(),
    writtenAt: at('written_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('letters_once').on(t.workspaceId, t.invitationId),
    uniqueIndex('letters_reply_once').on(t.workspaceId, t.caseNoteId),
    index('letters_newest').on(t.workspaceId, t.writtenAt),
    foreignKey({
      columns: [t.workspaceId, t.invitationId],
      foreignColumns: [invitations.workspaceId, invitations.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.caseNoteId],
      foreignColumns: [caseNotes.workspaceId, caseNotes.id],
    }).onDelete('cascade'),
  ],
);

/** What the provider reported of a letter after it had taken it; each of its events once. */
export const mailReports = pgTable(
  'mail_reports',
  {
    ...tenant,
    letterId: uuid('letter_id').notNull(),
    /** The provider's own name of the event. */
    eventId: text('event_id').notNull(),
    /** bounced, lost, failed, complained */
    kind: text('kind').notNull(),
    heardAt: at('heard_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.letterId, t.eventId] }),
    foreignKey({
      columns: [t.workspaceId, t.letterId],
      foreignColumns: [letters.workspaceId, letters.id],
    }).onDelete('cascade'),
  ],
);
