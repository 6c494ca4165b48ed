import { sql } from 'drizzle-orm';
import type { Judgement } from '@/lib/voices/model/agreement';
import { rows, type Scope, type TxScope } from '../scope';

/** A check: what it is about, who judges, and how far it is. */
export type CheckRow = {
  id: string;
  /** null: how comments sound. */
  themeId: string | null;
  themeName: string | null;
  startedBy: string;
  startedByName: string | null;
  startedAt: Date;
};

/** A comment of a check; `text` is empty where the answer is held back meanwhile. */
export type CheckedRow = { voiceId: string; text: string; machine: Judgement; member: Judgement | null };

/** One check; null where this workspace has none of that id. */
export async function findCheck(scope: Scope, id: string): Promise<CheckRow | null> {
  return (await listBy(scope, sql`c.id = ${id}::uuid`))[0] ?? null;
}

/** The checks of a theme, or with null of how comments sound, the newest first. */
export function listChecks(scope: Scope, themeId: string | null): Promise<CheckRow[]> {
  return listBy(scope, sql`c.theme_id IS NOT DISTINCT FROM ${themeId}::uuid`);
}

async function listBy(scope: Scope, which: ReturnType<typeof sql>): Promise<CheckRow[]> {
  const found = await scope.run((tx) =>
    rows<Omit<CheckRow, 'startedAt'> & { startedMs: number }>(
      tx,
      sql`SELECT c.id, c.theme_id AS "themeId", t.name AS "themeName", c.started_by AS "startedBy",
            coalesce(u.name, u.email) AS "startedByName",
            (extract(epoch FROM c.started_at) * 1000)::float8 AS "startedMs"
          FROM agreement_checks c
          LEFT JOIN themes t ON t.workspace_id = c.workspace_id AND t.id = c.theme_id
          LEFT JOIN members m ON m.workspace_id = c.workspace_id AND m.user_id = c.started_by
          LEFT JOIN users u ON u.id = m.user_id
          WHERE c.workspace_id = ${scope.workspaceId} AND ${which}
          ORDER BY c.started_at DESC, c.id DESC LIMIT 50`,
    ),
  );
  return found.map(({ startedMs, ...row }) => ({ ...row, startedAt: new Date(startedMs) }));
}

/** What was drawn for these checks, in the order in which it is shown. */
export async function listChecked(
  scope: Scope,
  checkIds: readonly string[],
): Promise<(CheckedRow & { checkId: string })[]> {
  if (checkIds.length === 0) return [];
  const ids = JSON.stringify(checkIds);
  return scope.run((tx) =>
    rows(
      tx,
      sql`SELECT l.check_id AS "checkId", l.voice_id AS "voiceId", coalesce(r.comment, '') AS text, l.machine, l.member
          FROM agreement_labels l
          JOIN voices v ON v.workspace_id = l.workspace_id AND v.id = l.voice_id
          JOIN responses r ON r.workspace_id = v.workspace_id AND r.placement_id = v.placement_id AND r.id = v.response_id
          WHERE l.workspace_id = ${scope.workspaceId}
            AND l.check_id::text IN (SELECT jsonb_array_elements_text(${ids}::text::jsonb))
          ORDER BY l.check_id, l.place`,
    ),
  );
}

export async function insertCheck(
  scope: TxScope,
  check: { id: string; themeId: string | null; startedBy: string },
): Promise<void> {
  await scope.run((tx) =>
    rows(
      tx,
      sql`INSERT INTO agreement_checks (workspace_id, id, theme_id, started_by)
          VALUES (${scope.workspaceId}, ${check.id}::uuid, ${check.themeId}::uuid, ${check.startedBy}::uuid)`,
    ),
  );
}

/**
 * Draws comments for a check by chance, each as likely as the other, among those that were read, that nobody has judged
 * yet, and of which the machine says something; returns how many there were. What the machine says is frozen as it is.
 */
export async function drawComments(
  scope: TxScope,
  check: { id: string; themeId: string | null },
  most: number,
): Promise<number> {
  const workspace = scope.workspaceId;
  const { themeId } = check;
  const machine =
    themeId === null
      ? sql`v.sentiment`
      : sql`CASE WHEN EXISTS (SELECT 1 FROM voice_themes o WHERE o.workspace_id = v.workspace_id AND o.voice_id = v.id
          AND o.theme_id = ${themeId}::uuid AND o.found) THEN 'yes' ELSE 'no' END`;
  const untold =
    themeId === null
      ? sql`v.sentiment IS NOT NULL AND v.sentiment_said IS NULL`
      : sql`NOT EXISTS (SELECT 1 FROM voice_themes o WHERE o.workspace_id = v.workspace_id AND o.voice_id = v.id
          AND o.theme_id = ${themeId}::uuid AND o.said IS NOT NULL)`;
  const drawn = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`INSERT INTO agreement_labels (workspace_id, check_id, voice_id, place, machine)
          SELECT ${workspace}::uuid, ${check.id}::uuid, d.id, d.taken + row_number() OVER (ORDER BY d.chance) - 1, d.machine
          FROM (
            SELECT v.id, ${machine} AS machine, random() AS chance, (
              SELECT count(*) FROM agreement_labels l WHERE l.workspace_id = ${workspace} AND l.check_id = ${check.id}::uuid
            )::int AS taken
            FROM voices v
            JOIN responses r ON r.workspace_id = v.workspace_id AND r.placement_id = v.placement_id AND r.id = v.response_id
            WHERE v.workspace_id = ${workspace} AND r.comment IS NOT NULL AND v.read_with >= 0 AND ${untold}
              AND NOT EXISTS (
                SELECT 1 FROM agreement_labels l JOIN agreement_checks c ON c.workspace_id = l.workspace_id AND c.id = l.check_id
                WHERE l.workspace_id = ${workspace} AND l.voice_id = v.id AND c.theme_id IS NOT DISTINCT FROM ${themeId}::uuid)
            ORDER BY chance LIMIT ${most}
          ) d
          RETURNING voice_id AS id`,
    ),
  );
  return drawn.length;
}

/** Keeps what a member says of one comment of a check; false where it was not drawn for it. */
export async function judgeComment(
  scope: TxScope,
  checkId: string,
  voiceId: string,
  member: Judgement,
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    rows(
      tx,
      sql`UPDATE agreement_labels SET member = ${member}
          WHERE workspace_id = ${scope.workspaceId} AND check_id = ${checkId}::uuid AND voice_id = ${voiceId}::uuid
          RETURNING voice_id`,
    ),
  );
  return changed.length === 1;
}
