import { sql } from 'drizzle-orm';
import type { RateChange, RateTotal } from '@/lib/response/model/rate';
import { database } from '../client';
import { rows } from '../scope';

/**
 * Adds what one process counted to what all of them counted, and tells the sums of these keys; windows that no limit
 * reaches into since a minute are deleted. Belongs to no workspace: a network is one, whomever it asks.
 */
export function exchangeRates(changes: readonly RateChange[], oldestUntil: number): Promise<RateTotal[]> {
  const sent = JSON.stringify(
    changes.map(({ key, until, minutes, count }) => ({ k: key, s: until, m: minutes, n: count })),
  );
  return rows<RateTotal>(
    database().orm,
    sql`WITH sent AS (
          SELECT decode(k, 'hex') AS key, s AS slot, m AS minutes, n
          FROM jsonb_to_recordset(${sent}::text::jsonb) AS x(k text, s bigint, m int, n int)
        ), gone AS (
          DELETE FROM rate_counts WHERE slot < ${oldestUntil}
        ), added AS (
          INSERT INTO rate_counts AS r (key, slot, count) SELECT key, slot, n FROM sent ORDER BY key
          ON CONFLICT (key, slot) DO UPDATE SET count = r.count + excluded.count
          RETURNING key, slot, count
        )
        SELECT encode(a.key, 'hex') AS key, a.slot::int AS until, a.count,
          coalesce((SELECT b.count FROM rate_counts b WHERE b.key = a.key AND b.slot = a.slot - s.minutes), 0) AS before
        FROM added a JOIN sent s USING (key, slot)`,
  );
}
