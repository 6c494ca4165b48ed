import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { at, bytes } from './columns';

/** The one row about this database as a whole. */
export const installation = pgTable(
  'installation',
  {
    id: smallint('id').primaryKey().default(1),
    /** Tells whether a secret is the one that this database's tokens and opt-outs were made with. */
    secretFingerprint: bytes('secret_fingerprint').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [check('installation_one_row', sql`${t.id} = 1`)],
);

/**
 * How often something happened within one slot of time, over all processes: what limits are measured by. `key` is a hash
 * that cannot be turned back into an address; rows are deleted soon after their slot.
 */
export const rateCounts = pgTable(
  'rate_counts',
  {
    key: bytes('key').notNull(),
    /** The last minute since 1970 that the count reaches into. */
    slot: bigint('slot', { mode: 'number' }).notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.slot] }), index('rate_counts_slot').on(t.slot)],
);
