import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, tenant } from './columns';
import { contacts } from './distribution';

/** What customers did, outside of any survey: one row per person, kind and day. */
export const outcomes = pgTable(
  'outcomes',
  {
    ...tenant,
    /** `contact:ID`, or `key:` and the key under which the person answers. */
    person: text('person').notNull(),
    /** renewed, churned, spent, contacts */
    kind: text('kind').notNull(),
    day: date('day').notNull(),
    /** Money spent, or how often the customer called or wrote; null for the other kinds. */
    amount: doublePrecision('amount'),
    /** The contact it is about; its erasure takes the row along. */
    contactId: uuid('contact_id'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.person, t.kind, t.day] }),
    index('outcomes_of_contact').on(t.workspaceId, t.contactId),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }).onDelete('cascade'),
  ],
);

/** Values that others published, to stand beside ours: never without their source and year. */
export const benchmarks = pgTable(
  'benchmarks',
  {
    ...tenant,
    id: uuid('id').notNull(),
    metric: text('metric').notNull(),
    value: doublePrecision('value').notNull(),
    scale: text('scale').notNull(),
    source: text('source').notNull(),
    link: text('link'),
    year: smallint('year').notNull(),
    /** Answers it rests on; null where the source does not say. */
    n: integer('n'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
