import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, tenant } from './columns';

export const jobs = pgTable(
  'jobs',
  {
    ...tenant,
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    payload: jsonb('payload').notNull(),
    runAt: at('run_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: at('lease_until'),
    leaseToken: uuid('lease_token'),
    /** The last failure, for people. */
    failure: text('failure'),
    finishedAt: at('finished_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('jobs_once').on(t.workspaceId, t.kind, t.dedupeKey),
    index('jobs_due').on(t.runAt),
  ],
);
