import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytes, tenant } from './columns';
import { lineages } from './journey';
import { placements } from './survey';

export const responses = pgTable(
  'responses',
  {
    ...tenant,
    placementId: uuid('placement_id').notNull(),
    /** Made by the client; unique within its placement. */
    id: uuid('id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    metric: text('metric').notNull(),
    wording: text('wording').notNull(),
    surveyVersion: integer('survey_version').notNull(),
    source: text('source').notNull(),
    /** Persona the response is counted for, frozen when recorded; '' for none. */
    persona: text('persona').notNull().default(''),
    /** Value of the attribute that the workspace splits customers by, frozen when recorded; '' for none. */
    segment: text('segment').notNull().default(''),
    /** Channel in which it was asked, as its placement said when it was recorded; '' for none. */
    channel: text('channel').notNull().default(''),
    /** Calendar day of first receipt in the workspace's zone. */
    day: date('day').notNull(),
    seq: integer('seq').notNull(),
    state: text('state').notNull(),
    score: smallint('score'),
    /** The score that the last write replaced: tells the tallies what to take back. */
    replacedScore: smallint('replaced_score'),
    words: text('words').array(),
    comment: text('comment'),
    /** Answers to the questions after the score: reasons, expectation, information, handoff. */
    followUps: jsonb('follow_ups'),
    /** The language it was asked in, as a BCP 47 tag. */
    language: text('language'),
    device: text('device'),
    /** Path of the page that showed the widget. */
    page: text('page'),
    /** How sure it is who answered, where a site said so: 'verified' by its signature, or 'unverified'. */
    identity: text('identity'),
    /** Why it is held back; null: it counts. What was given then stands in `held` and nowhere else. */
    suspect: text('suspect'),
    held: jsonb('held'),
    /** When a member said that it is good: from then on nothing but a member holds it back. */
    releasedAt: at('released_at'),
    keyHash: bytes('key_hash'),
    invitationId: uuid('invitation_id'),
    contactId: uuid('contact_id'),
    /** Who answered, where known without being a contact: the importing system's own key. */
    respondentKey: text('respondent_key'),
    attributes: jsonb('attributes'),
    /** `seq` of the snapshot whose comment was read for language, sentiment and themes; null: none was. */
    readSeq: integer('read_seq'),
    /** When a member blacked out a passage of the comment; from then on no later snapshot replaces the comment. */
    redactedAt: at('redacted_at'),
    receivedAt: at('received_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.placementId, t.id] }),
    index('responses_newest').on(t.workspaceId, t.lineageId, t.receivedAt),
    uniqueIndex('responses_one_per_invitation')
      .on(t.workspaceId, t.invitationId)
      .where(sql`invitation_id is not null`),
    index('responses_of_contact').on(t.workspaceId, t.contactId).where(sql`contact_id is not null`),
    index('responses_held').on(t.workspaceId, t.receivedAt).where(sql`suspect is not null`),
    index('responses_to_read')
      .on(t.workspaceId, t.placementId, t.id)
      .where(sql`comment is not null and read_seq is distinct from seq`),
    foreignKey({
      columns: [t.workspaceId, t.placementId],
      foreignColumns: [placements.workspaceId, placements.id],
    }).onDelete('cascade'),
  ],
);

/**
 * Answers per scale point: p0 is the scale's lowest point. Counts only; everything shown is computed from them. Each
 * answer is counted once for all (facet '') and once for each thing that is known of it.
 */
export const tallies = pgTable(
  'tallies',
  {
    ...tenant,
    lineageId: uuid('lineage_id').notNull(),
    day: date('day').notNull(),
    metric: text('metric').notNull(),
    wording: text('wording').notNull(),
    /** By what the answers are told apart: '' by nothing, or one of source, persona, segment, channel. */
    facet: text('facet').notNull(),
    value: text('value').notNull(),
    p0: integer('p0').notNull().default(0),
    p1: integer('p1').notNull().default(0),
    p2: integer('p2').notNull().default(0),
    p3: integer('p3').notNull().default(0),
    p4: integer('p4').notNull().default(0),
    p5: integer('p5').notNull().default(0),
    p6: integer('p6').notNull().default(0),
    p7: integer('p7').notNull().default(0),
    p8: integer('p8').notNull().default(0),
    p9: integer('p9').notNull().default(0),
    p10: integer('p10').notNull().default(0),
  },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.lineageId, t.facet, t.value, t.day, t.metric, t.wording],
    }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
  ],
);

/**
 * The counted answers of one subject and one day that is over, a byte each for its point and for everything that is known
 * of it: what filters by several things count instead of the answers. Whatever changes an answer takes the pack of its
 * day away with it; it is packed again later.
 */
export const packs = pgTable(
  'packs',
  {
    ...tenant,
    lineageId: uuid('lineage_id').notNull(),
    day: date('day').notNull(),
    /** It is filled when every statement that ran then has ended; null: its answers cannot be packed. */
    begunAt: at('begun_at').defaultNow(),
    /** null: not to be read, because it is not filled. */
    n: integer('n'),
    /** The values that the bytes of each column stand for. */
    values: jsonb('values'),
    points: bytes('points'),
    series: bytes('series'),
    source: bytes('source'),
    persona: bytes('persona'),
    segment: bytes('segment'),
    channel: bytes('channel'),
    language: bytes('language'),
    device: bytes('device'),
    version: bytes('version'),
    campaign: bytes('campaign'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.lineageId, t.day] }),
    index('packs_to_fill')
      .on(t.workspaceId, t.lineageId, t.day)
      .where(sql`n is null and begun_at is not null`),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
  ],
);

/**
 * The tallies of one subject, facet and value in a week that is over, day by day in few bytes: what long periods are summed
 * from instead. Read up to the week that `week_marks` names, and no further.
 */
export const weekPacks = pgTable(
  'week_packs',
  {
    ...tenant,
    lineageId: uuid('lineage_id').notNull(),
    facet: text('facet').notNull(),
    value: text('value').notNull(),
    /** Its Monday. */
    week: date('week').notNull(),
    counts: bytes('counts').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.lineageId, t.facet, t.value, t.week] }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
  ],
);

/** How far the weeks of a subject are packed. Whatever changes an earlier tally takes the mark away. */
export const weekMarks = pgTable(
  'week_marks',
  {
    ...tenant,
    lineageId: uuid('lineage_id').notNull(),
    /** A Monday: every tally of the days before it is packed; null: none is. */
    until: date('until'),
    /** The Monday until which weeks are being packed; null: none are. */
    closing: date('closing'),
    /** Weeks are packed when every statement that ran then has ended. */
    begunAt: at('begun_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.lineageId] }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }).onDelete('cascade'),
  ],
);
