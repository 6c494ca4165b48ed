import { sql } from 'drizzle-orm';
import { PACKED, type Pack, type PackedAnswer } from '@/lib/scoring/pack';
import { rows, type Scope, type TxScope } from '../scope';
import { receivedFrom } from './within';

type Key = { lineageId: string; day: string };

/**
 * Begins packs for days that ended before `before` and have none, the oldest first.
 *
 * @returns how many were begun
 */
export async function beginPacks(scope: TxScope, before: string, most: number): Promise<number> {
  const begun = await scope.run((tx) =>
    rows<{ day: string }>(
      tx,
      sql`INSERT INTO packs (workspace_id, lineage_id, day)
          SELECT DISTINCT t.workspace_id, t.lineage_id, t.day FROM tallies t
          WHERE t.workspace_id = ${scope.workspaceId} AND t.facet = '' AND t.day < ${before}::date
            AND NOT EXISTS (SELECT 1 FROM packs p
              WHERE p.workspace_id = t.workspace_id AND p.lineage_id = t.lineage_id AND p.day = t.day)
          ORDER BY t.day, t.lineage_id LIMIT ${most}
          ON CONFLICT DO NOTHING RETURNING day::text`,
    ),
  );
  return begun.length;
}

/**
 * Locks packs that may be filled now: every statement that ran when they were begun has ended, so whoever changes an
 * answer of theirs from now on finds them, waits, and takes them away.
 *
 * @param rest seconds that a pack rests after it was begun; longer than any statement may run
 */
export function lockBegunPacks(scope: TxScope, rest: number, most: number): Promise<Key[]> {
  return scope.run((tx) =>
    rows<Key>(
      tx,
      sql`SELECT lineage_id AS "lineageId", day::text FROM packs
          WHERE workspace_id = ${scope.workspaceId} AND n IS NULL
            AND begun_at <= clock_timestamp() - make_interval(secs => ${rest})
          ORDER BY lineage_id, day LIMIT ${most} FOR UPDATE SKIP LOCKED`,
    ),
  );
}

/** The counted answers of a subject and day, with everything that a filter may ask of them. */
export function listPackable(scope: Scope, { lineageId, day }: Key): Promise<PackedAnswer[]> {
  return scope.run((tx) =>
    rows<PackedAnswer>(
      tx,
      sql`SELECT r.metric || ' ' || r.wording AS series, r.score, r.source, r.persona, r.segment, r.channel,
            coalesce(r.language, '') AS language, coalesce(r.device, '') AS device,
            p.survey_id || '.' || r.survey_version AS version, coalesce(i.campaign_id::text, '') AS campaign
          FROM responses r
          JOIN placements p ON p.workspace_id = r.workspace_id AND p.id = r.placement_id
          LEFT JOIN invitations i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
          WHERE r.workspace_id = ${scope.workspaceId} AND r.lineage_id = ${lineageId} AND r.day = ${day}::date
            AND ${receivedFrom(sql`r.received_at`, sql`${day}::date`, sql`${day}::date`)} AND r.score IS NOT NULL`,
    ),
  );
}

/** Fills a begun pack; null: it cannot be packed, and its answers are counted one by one for good. */
export async function fillPack(scope: TxScope, { lineageId, day }: Key, pack: Pack | null): Promise<void> {
  const own = sql`workspace_id = ${scope.workspaceId} AND lineage_id = ${lineageId} AND day = ${day}::date`;
  const bytes = (column: Uint8Array | null) =>
    column === null ? sql`NULL` : sql`decode(${Buffer.from(column).toString('hex')}, 'hex')`;
  const set =
    pack === null
      ? sql`begun_at = NULL`
      : sql.join(
          [
            sql`n = ${pack.n}, values = ${JSON.stringify(pack.values)}::text::jsonb, points = ${bytes(pack.points)}`,
            ...PACKED.map((name) => sql`${sql.identifier(name)} = ${bytes(pack.columns[name])}`),
          ],
          sql`, `,
        );
  await scope.run((tx) => tx.execute(sql`UPDATE packs SET ${set} WHERE ${own}`));
}
