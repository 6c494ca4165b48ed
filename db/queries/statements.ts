import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Effect, StatementDetail, StatementKind, StatementState } from '@/lib/journey/model/statement';
import { statements } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';
import { NOT_HELD } from './evidence';

export type StatementRow = {
  id: string;
  journeyId: string;
  stageId: string | null;
  touchpointId: string | null;
  kind: StatementKind;
  effect: Effect | null;
  text: string;
  state: StatementState;
  personaId: string | null;
  expiresOn: string | null;
  position: number;
  retiredAt: Date | null;
};

export type NewStatement = Omit<StatementRow, 'position' | 'retiredAt'> & {
  position: number;
  createdBy: string | null;
};

const {
  workspaceId: _,
  createdAt: __,
  createdBy: ___,
  stateChangedAt: ____,
  ...columns
} = getTableColumns(statements);

/** One statement, retired or not; null where this workspace has none of that id. */
export async function findStatement(scope: Scope, id: string): Promise<StatementRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(statements)
      .where(and(eq(statements.workspaceId, scope.workspaceId), eq(statements.id, id))),
  );
  return (found[0] as StatementRow | undefined) ?? null;
}

/** The ids of the statements of one kind about the same subject, in their order; retired ones are left out. */
export async function listStatementIds(
  scope: Scope,
  about: Pick<StatementRow, 'journeyId' | 'stageId' | 'touchpointId' | 'kind'>,
): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT id FROM statements
          WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${about.journeyId}
            AND stage_id IS NOT DISTINCT FROM ${about.stageId}::uuid
            AND touchpoint_id IS NOT DISTINCT FROM ${about.touchpointId}::uuid
            AND kind = ${about.kind} AND retired_at IS NULL
          ORDER BY position, created_at, id`,
    ),
  );
  return found.map(({ id }) => id);
}

export async function insertStatement(scope: TxScope, statement: NewStatement): Promise<void> {
  await scope.run((tx) => tx.insert(statements).values({ workspaceId: scope.workspaceId, ...statement }));
}

export async function updateStatement(
  scope: TxScope,
  id: string,
  change: Partial<Omit<StatementRow, 'id' | 'journeyId'>> & { stateChangedAt?: Date },
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(statements)
      .set(change)
      .where(and(eq(statements.workspaceId, scope.workspaceId), eq(statements.id, id))),
  );
}

/** Puts these statements into the order given. */
export async function placeStatements(scope: TxScope, ids: readonly string[]): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`
      UPDATE statements s SET position = o.place - 1
      FROM jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) WITH ORDINALITY AS o (id, place)
      WHERE s.workspace_id = ${scope.workspaceId} AND s.id = o.id::uuid`),
  );
}

/**
 * The statements about one touchpoint, or, for null, those about stages and the journey as a whole, each with its
 * evidence, the newest first. Our own answers are quoted from where they are kept. Empty for another workspace's ids.
 */
export function listStatements(
  scope: Scope,
  journeyId: string,
  touchpointId: string | null,
): Promise<StatementDetail[]> {
  return listDetails(scope, journeyId, sql`s.touchpoint_id IS NOT DISTINCT FROM ${touchpointId}::uuid`);
}

/**
 * The statements of a whole journey that have evidence, with it, as {@link listStatements} gives them. What is about a
 * retired touchpoint or stage is left out.
 */
export function listEvidencedStatements(scope: Scope, journeyId: string): Promise<StatementDetail[]> {
  return listDetails(
    scope,
    journeyId,
    sql`EXISTS (SELECT 1 FROM evidence e WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id)
      AND NOT EXISTS (
        SELECT 1 FROM touchpoints t JOIN stages g ON g.workspace_id = t.workspace_id AND g.id = t.stage_id
        WHERE t.workspace_id = s.workspace_id AND t.id = s.touchpoint_id
          AND (t.retired_at IS NOT NULL OR g.retired_at IS NOT NULL))
      AND NOT EXISTS (
        SELECT 1 FROM stages g
        WHERE g.workspace_id = s.workspace_id AND g.id = s.stage_id AND g.retired_at IS NOT NULL)`,
  );
}

async function listDetails(scope: Scope, journeyId: string, which: SQL): Promise<StatementDetail[]> {
  const found = await scope.run((tx) =>
    rows<{ list: string }>(
      tx,
      sql`
        SELECT json_build_object(
          'id', s.id, 'stageId', s.stage_id, 'touchpointId', s.touchpoint_id, 'kind', s.kind, 'effect', s.effect,
          'text', s.text, 'state', s.state, 'personaId', s.persona_id, 'expiresOn', s.expires_on::text,
          'author', ${nameOf('s')},
          'createdOn', (s.created_at AT TIME ZONE w.time_zone)::date::text,
          'stateChangedOn', (s.state_changed_at AT TIME ZONE w.time_zone)::date::text,
          'evidence', (
            SELECT coalesce(json_agg(json_build_object(
              'id', e.id, 'kind', e.kind, 'stance', e.stance, 'method', e.method,
              'gatheredOn', e.gathered_on::text, 'n', e.n, 'link', e.link, 'expiresOn', e.expires_on::text,
              'quote', CASE WHEN e.response_id IS NULL THEN e.quote ELSE coalesce(r.comment, '') END,
              'author', ${nameOf('e')},
              'addedOn', (e.created_at AT TIME ZONE w.time_zone)::date::text,
              'answer', CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object(
                'placementId', r.placement_id, 'responseId', r.id, 'metric', r.metric, 'score', r.score,
                'source', r.source) END
              ) ORDER BY e.gathered_on DESC, e.id), '[]')
            FROM evidence e
            LEFT JOIN responses r ON r.workspace_id = e.workspace_id AND r.placement_id = e.placement_id
              AND r.id = e.response_id
            WHERE e.workspace_id = s.workspace_id AND e.statement_id = s.id AND ${sql.raw(NOT_HELD('e'))})
        )::text AS list
        FROM statements s JOIN workspaces w ON w.id = s.workspace_id
        WHERE s.workspace_id = ${scope.workspaceId} AND s.journey_id = ${journeyId} AND s.retired_at IS NULL
          AND ${which}
        ORDER BY s.position, s.created_at, s.id`,
    ),
  );
  return found.map(({ list }) => JSON.parse(list) as StatementDetail);
}

/** The name of who made a row, as long as they are a member. */
const nameOf = (row: 's' | 'e') =>
  sql.raw(`(SELECT coalesce(u.name, u.email) FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${row}.workspace_id AND m.user_id = ${row}.created_by)`);
