import { sql } from 'drizzle-orm';
import { rows, type Scope, type TxScope } from '../scope';

/** Weeks of a subject that may be packed: from one Monday to before another, and whether there are later ones. */
export type OpenWeeks = { lineageId: string; from: string; before: string; last: boolean };

/** Eleven counts of one day; `week` is its Monday, `weekday` 0 on Mondays. */
export type TallyDay = {
  facet: string;
  value: string;
  week: string;
  series: string;
  weekday: number;
  counts: number[];
};

/** The counts of a facet, value and week, as `packWeeks` packs them. */
export type WeekPack = { facet: string; value: string; week: string; counts: Uint8Array };

const COUNTS = sql.raw(Array.from({ length: 11 }, (_, point) => `p${point}`).join(', '));

/**
 * Begins to pack the weeks that ended before a Monday, of every subject that was answered about before it.
 *
 * @returns of how many subjects
 */
export async function beginWeekPacks(scope: TxScope, monday: string): Promise<number> {
  const begun = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`INSERT INTO week_marks AS m (workspace_id, lineage_id, closing, begun_at)
          SELECT l.workspace_id, l.id, ${monday}::date, now() FROM lineages l
          WHERE l.workspace_id = ${scope.workspaceId} AND EXISTS (
            SELECT 1 FROM tallies t
            WHERE t.workspace_id = l.workspace_id AND t.lineage_id = l.id AND t.facet = '' AND t.value = ''
              AND t.day < ${monday}::date)
          ORDER BY l.id
          ON CONFLICT (workspace_id, lineage_id) DO UPDATE SET closing = excluded.closing, begun_at = excluded.begun_at
            WHERE coalesce(m.until, '-infinity') < excluded.closing AND m.closing IS DISTINCT FROM excluded.closing
          RETURNING lineage_id AS id`,
    ),
  );
  return begun.length;
}

/**
 * Locks the mark of one subject whose weeks may be packed now: every statement that ran when they were begun has ended, so
 * whoever moves a tally of theirs from now on finds the mark, waits, and takes it away. Null: there is none.
 *
 * @param rest seconds since they were begun; longer than any statement may run
 * @param most weeks at once
 */
export async function lockOpenWeeks(scope: TxScope, rest: number, most: number): Promise<OpenWeeks | null> {
  const [found] = await scope.run((tx) =>
    rows<OpenWeeks>(
      tx,
      sql`SELECT m.lineage_id AS "lineageId", s.first::text AS from,
            least(s.first + 7 * ${most}::int, m.closing)::text AS before, s.first + 7 * ${most}::int >= m.closing AS last
          FROM week_marks m
          CROSS JOIN LATERAL (
            SELECT coalesce(m.until, (
              SELECT t.day - (extract(isodow FROM t.day)::int - 1) FROM tallies t
              WHERE t.workspace_id = m.workspace_id AND t.lineage_id = m.lineage_id AND t.facet = '' AND t.value = ''
              ORDER BY t.day LIMIT 1), m.closing) AS first) s
          WHERE m.workspace_id = ${scope.workspaceId} AND m.closing IS NOT NULL
            AND m.begun_at <= clock_timestamp() - make_interval(secs => ${rest})
          ORDER BY m.lineage_id LIMIT 1 FOR NO KEY UPDATE OF m SKIP LOCKED`,
    ),
  );
  return found ?? null;
}

/** Every count of these weeks that is not zero throughout, one facet and value after the other. */
export function listTallyDays(
  scope: Scope,
  { lineageId, from, before }: Pick<OpenWeeks, 'lineageId' | 'from' | 'before'>,
): Promise<TallyDay[]> {
  return scope.run((tx) =>
    rows<TallyDay>(
      tx,
      sql`SELECT facet, value, (day - weekday)::text AS week, metric || ' ' || wording AS series, weekday,
            json_build_array(${COUNTS}) AS counts
          FROM tallies CROSS JOIN LATERAL (SELECT extract(isodow FROM day)::int - 1 AS weekday) w
          WHERE workspace_id = ${scope.workspaceId} AND lineage_id = ${lineageId}
            AND day >= ${from}::date AND day < ${before}::date AND greatest(${COUNTS}) > 0
          ORDER BY facet, value, day, metric, wording`,
    ),
  );
}

/** Puts packed weeks in the place of whatever was packed of them before, and says so in the mark. */
export async function fillWeekPacks(
  scope: TxScope,
  { lineageId, from, before, last }: OpenWeeks,
  packed: readonly WeekPack[],
): Promise<void> {
  const own = sql`workspace_id = ${scope.workspaceId} AND lineage_id = ${lineageId}`;
  const input = packed.map(({ facet, value, week, counts }) => ({
    ...{ facet, value, week },
    counts: Buffer.from(counts).toString('hex'),
  }));
  await scope.run(async (tx) => {
    await tx.execute(
      sql`DELETE FROM week_packs WHERE ${own} AND week >= ${from}::date AND week < ${before}::date`,
    );
    await tx.execute(sql`
      INSERT INTO week_packs (workspace_id, lineage_id, facet, value, week, counts)
      SELECT ${scope.workspaceId}::uuid, ${lineageId}::uuid, facet, value, week, decode(counts, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(input)}::text::jsonb) AS x(facet text, value text, week date, counts text)`);
    await tx.execute(sql`
      UPDATE week_marks SET until = ${before}::date, closing = CASE WHEN ${last}::boolean THEN NULL ELSE closing END
      WHERE ${own}`);
  });
}
