import { sql } from 'drizzle-orm';
import {
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
import { at, tenant } from './columns';
import { journeys, lineages } from './journey';
import { responses } from './response';

/** How a workspace works its cases; a workspace without a row works by the defaults. */
export const caseSettings = pgTable(
  'case_settings',
  {
    ...tenant,
    /** Weekdays, hours and holidays in which due time passes. */
    hours: jsonb('hours'),
    /** The answers until then were looked at by the rules. */
    lookedUntil: at('looked_until'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
);

/** When an answer opens a case, for whom, and until when it is due. */
export const caseRules = pgTable(
  'case_rules',
  {
    ...tenant,
    id: uuid('id').notNull(),
    condition: jsonb('condition').notNull(),
    /** null: wherever people are asked. */
    journeyId: uuid('journey_id'),
    /** One subject of the journey; null: the whole journey. */
    lineageId: uuid('lineage_id'),
    /** null: whoever owns what the answer is about. */
    assigneeUserId: uuid('assignee_user_id'),
    /** Business hours until a case is due. */
    dueHours: smallint('due_hours').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

/** An answer that somebody has to look after. It holds none of the customer's words: they end with the answer. */
export const cases = pgTable(
  'cases',
  {
    ...tenant,
    id: uuid('id').notNull(),
    ruleId: uuid('rule_id').notNull(),
    lineageId: uuid('lineage_id').notNull(),
    placementId: uuid('placement_id').notNull(),
    responseId: uuid('response_id').notNull(),
    /** open, in_progress, waiting, closed */
    state: text('state').notNull().default('open'),
    assigneeUserId: uuid('assignee_user_id'),
    openedAt: at('opened_at').notNull(),
    dueAt: at('due_at').notNull(),
    firstResponseAt: at('first_response_at'),
    closedAt: at('closed_at'),
    /** How it was closed; null while it is not. */
    outcome: text('outcome'),
    reopened: integer('reopened').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('cases_once').on(t.workspaceId, t.placementId, t.responseId, t.ruleId),
    index('cases_of_lineage').on(t.workspaceId, t.lineageId, t.openedAt),
    index('cases_to_do').on(t.workspaceId, t.dueAt).where(sql`closed_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.ruleId],
      foreignColumns: [caseRules.workspaceId, caseRules.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

/** What happened to a case and what was said about it. Lines with words name the answer, and end with it. */
export const caseNotes = pgTable(
  'case_notes',
  {
    ...tenant,
    id: uuid('id').notNull(),
    caseId: uuid('case_id').notNull(),
    /** note, mail, or what happened: opened, assigned, in_progress, waiting, open, closed, reopened, due */
    kind: text('kind').notNull(),
    text: text('text'),
    /** Of a mail: its subject. */
    subject: text('subject'),
    /** The member it was given to. */
    aboutUserId: uuid('about_user_id'),
    /** Set where the line holds words, so that it ends with the answer. */
    placementId: uuid('placement_id'),
    responseId: uuid('response_id'),
    /** null: nobody, a rule did it. */
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Of a mail: queued, sending, sent, written, failed, unknown. */
    mailState: text('mail_state'),
    mailReason: text('mail_reason'),
    mailedAt: at('mailed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('case_notes_of_case').on(t.workspaceId, t.caseId, t.createdAt),
    index('case_notes_of_response').on(t.workspaceId, t.placementId, t.responseId),
    foreignKey({
      columns: [t.workspaceId, t.caseId],
      foreignColumns: [cases.workspaceId, cases.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.placementId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.placementId, responses.id],
    }).onDelete('cascade'),
  ],
);

/** What a workspace wants to be told of. */
export const alertRules = pgTable(
  'alert_rules',
  {
    ...tenant,
    id: uuid('id').notNull(),
    condition: jsonb('condition').notNull(),
    /** null: every journey. */
    journeyId: uuid('journey_id'),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** What a rule or a hook was before a member changed it. */
export const ruleChanges = pgTable(
  'rule_changes',
  {
    ...tenant,
    id: uuid('id').notNull(),
    /** The case rule, alert rule or hook that was changed. */
    ruleId: uuid('rule_id').notNull(),
    before: jsonb('before').notNull(),
    changedBy: uuid('changed_by'),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('rule_changes_of_rule').on(t.workspaceId, t.ruleId, t.changedAt),
  ],
);

/** Something that a rule found; it stands until it is found no longer. */
export const alerts = pgTable(
  'alerts',
  {
    ...tenant,
    id: uuid('id').notNull(),
    ruleId: uuid('rule_id').notNull(),
    /** What it is about, so that it stands once at a time. */
    subjectKey: text('subject_key').notNull(),
    /** null: about the workspace's mail. */
    lineageId: uuid('lineage_id'),
    /** The numbers it was raised with. */
    finding: jsonb('finding').notNull(),
    raisedAt: at('raised_at').notNull(),
    endedAt: at('ended_at'),
    acknowledgedAt: at('acknowledged_at'),
    acknowledgedBy: uuid('acknowledged_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('alerts_once').on(t.workspaceId, t.ruleId, t.subjectKey).where(sql`ended_at is null`),
    index('alerts_newest').on(t.workspaceId, t.raisedAt),
    foreignKey({
      columns: [t.workspaceId, t.ruleId],
      foreignColumns: [alertRules.workspaceId, alertRules.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.lineageId],
      foreignColumns: [lineages.workspaceId, lineages.id],
    }),
  ],
);

/** An address of another system that is told of cases and alerts. */
export const hooks = pgTable(
  'hooks',
  {
    ...tenant,
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** milepost: signed JSON; slack: what Slack, Mattermost and others read. */
    shape: text('shape').notNull(),
    events: text('events').array().notNull(),
    /** Counts up when its secret is replaced. */
    secretVersion: smallint('secret_version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** One message to one hook, with how it ended. */
export const hookDeliveries = pgTable(
  'hook_deliveries',
  {
    ...tenant,
    id: uuid('id').notNull(),
    hookId: uuid('hook_id').notNull(),
    event: text('event').notNull(),
    /** The very bytes that are sent and signed, at every attempt the same. */
    body: text('body').notNull(),
    /** queued, delivered, failed */
    state: text('state').notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** The last reply's HTTP status; null where none came. */
    status: integer('status'),
    failure: text('failure'),
    createdAt: at('created_at').notNull().defaultNow(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('hook_deliveries_newest').on(t.workspaceId, t.hookId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.hookId],
      foreignColumns: [hooks.workspaceId, hooks.id],
    }).onDelete('cascade'),
  ],
);
