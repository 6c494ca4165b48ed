import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { handoffs, lineages } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type HandoffRow = {
  id: string;
  journeyId: string;
  fromId: string;
  toId: string;
  passes: string;
  promisedMinutes: number | null;
  recovery: string;
  lineageId: string | null;
};

/** The two ends of a handoff with who owns them: each touchpoint's team, else its stage's. */
export type HandoffEnds = {
  journeyId: string;
  from: { id: string; title: string };
  to: { id: string; title: string };
  fromTeam: { id: string; name: string } | null;
  toTeam: { id: string; name: string } | null;
};

const { workspaceId: _, ...columns } = getTableColumns(handoffs);

/** One recorded handoff; null where this workspace has none of that id. */
export async function findHandoff(scope: Scope, id: string): Promise<HandoffRow | null> {
  return one(scope, eq(handoffs.id, id));
}

/** What is recorded between two touchpoints; null where nothing is. */
export async function findHandoffBetween(
  scope: Scope,
  between: { journeyId: string; fromId: string; toId: string },
): Promise<HandoffRow | null> {
  const { journeyId, fromId, toId } = between;
  return one(
    scope,
    and(eq(handoffs.journeyId, journeyId), eq(handoffs.fromId, fromId), eq(handoffs.toId, toId)),
  );
}

export async function insertHandoff(scope: TxScope, handoff: HandoffRow): Promise<void> {
  await scope.run((tx) => tx.insert(handoffs).values({ workspaceId: scope.workspaceId, ...handoff }));
}

export async function updateHandoff(
  scope: TxScope,
  id: string,
  change: Partial<Pick<HandoffRow, 'passes' | 'promisedMinutes' | 'recovery' | 'lineageId'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(handoffs)
      .set(change)
      .where(and(eq(handoffs.workspaceId, scope.workspaceId), eq(handoffs.id, id))),
  );
}

/** What customers said about it stays with its lineage. */
export async function deleteHandoff(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(handoffs).where(and(eq(handoffs.workspaceId, scope.workspaceId), eq(handoffs.id, id))),
  );
}

/** Whether answers about a handoff bind to this lineage. */
export async function hasHandoffLineage(scope: Scope, lineageId: string): Promise<boolean> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: lineages.id })
      .from(lineages)
      .where(
        and(
          eq(lineages.workspaceId, scope.workspaceId),
          eq(lineages.id, lineageId),
          eq(lineages.kind, 'handoff'),
        ),
      ),
  );
  return found.length === 1;
}

/** Two touchpoints of one journey with their owners; null where this workspace has no such two. */
export async function findHandoffEnds(
  scope: Scope,
  fromId: string,
  toId: string,
): Promise<HandoffEnds | null> {
  const team = (end: 'f' | 't') =>
    sql.raw(`
    (SELECT json_build_object('id', m.id, 'name', m.name) FROM stages s
     JOIN teams m ON m.workspace_id = s.workspace_id AND m.id = coalesce(${end}.owner_team_id, s.owner_team_id)
     WHERE s.workspace_id = ${end}.workspace_id AND s.id = ${end}.stage_id)`);
  const found = await scope.run((tx) =>
    rows<HandoffEnds>(
      tx,
      sql`SELECT f.journey_id AS "journeyId", json_build_object('id', f.id, 'title', f.title) AS "from",
            json_build_object('id', t.id, 'title', t.title) AS "to", ${team('f')} AS "fromTeam", ${team('t')} AS "toTeam"
          FROM touchpoints f JOIN touchpoints t ON t.workspace_id = f.workspace_id AND t.journey_id = f.journey_id
          WHERE f.workspace_id = ${scope.workspaceId} AND f.id = ${fromId} AND t.id = ${toId}`,
    ),
  );
  return found[0] ?? null;
}

async function one(scope: Scope, which: SQL | undefined): Promise<HandoffRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(handoffs)
      .where(and(eq(handoffs.workspaceId, scope.workspaceId), which)),
  );
  return found[0] ?? null;
}
