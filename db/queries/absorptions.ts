import { type SQL, sql } from 'drizzle-orm';
import { rows, type Scope, type TxScope } from '../scope';

/** Ids of what a merge took from a touchpoint: exactly this goes back when the merge is taken back. */
export type Taken = {
  /** Lineages that the touchpoint had absorbed before. */
  lineages: string[];
  statements: string[];
  links: { from: string[]; to: string[] };
  handoffs: { from: string[]; to: string[] };
  remarks: string[];
  markers: string[];
  decisions: string[];
};

const NOTHING: Taken = {
  lineages: [],
  statements: [],
  links: { from: [], to: [] },
  handoffs: { from: [], to: [] },
  remarks: [],
  markers: [],
  decisions: [],
};

/** What hangs on a touchpoint by one column. */
const HANGING = {
  statements: 'statements',
  remarks: 'remarks',
  markers: 'change_markers',
  decisions: 'decisions',
} as const;

/** The touchpoint that shows a lineage's answers besides its own in this journey; null where none does. */
export async function findAbsorber(
  scope: Scope,
  journeyId: string,
  lineageId: string,
): Promise<{ id: string; title: string; retired: boolean } | null> {
  const found = await scope.run((tx) =>
    rows<{ id: string; title: string; retired: boolean }>(
      tx,
      sql`SELECT t.id, t.title, t.retired_at IS NOT NULL AS retired FROM absorptions a
          JOIN touchpoints t ON t.workspace_id = a.workspace_id AND t.id = a.touchpoint_id
          WHERE a.workspace_id = ${scope.workspaceId} AND a.journey_id = ${journeyId} AND a.lineage_id = ${lineageId}`,
    ),
  );
  return found[0] ?? null;
}

/**
 * Gives everything of one touchpoint to another: its lineage, what it had absorbed, and what hangs on it. A link or
 * handoff that would lead from the other to itself, or be there twice, stays where it is and is not shown.
 */
export async function absorb(
  scope: TxScope,
  journeyId: string,
  from: { id: string; lineageId: string },
  intoId: string,
): Promise<Taken> {
  const about = sql`workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}`;
  return scope.run(async (tx) => {
    const ids = async (statement: SQL) => (await rows<{ id: string }>(tx, statement)).map(({ id }) => id);
    const lineages = await ids(
      sql`UPDATE absorptions SET touchpoint_id = ${intoId} WHERE ${about} AND touchpoint_id = ${from.id} RETURNING lineage_id AS id`,
    );
    await tx.execute(
      sql`INSERT INTO absorptions (workspace_id, journey_id, lineage_id, touchpoint_id)
          VALUES (${scope.workspaceId}, ${journeyId}, ${from.lineageId}, ${intoId})`,
    );
    const taken: Taken = { ...NOTHING, lineages };
    for (const [name, table] of entries(HANGING)) {
      taken[name] = await ids(
        sql`UPDATE ${sql.identifier(table)} SET touchpoint_id = ${intoId}
            WHERE ${about} AND touchpoint_id = ${from.id} RETURNING id`,
      );
    }
    const ends = async (table: 'links' | 'handoffs', alike: SQL) => {
      const moved = await rows<{ id: string; starts: boolean; ends: boolean }>(
        tx,
        sql`UPDATE ${sql.identifier(table)} x SET
              from_id = CASE WHEN x.from_id = ${from.id} THEN ${intoId}::uuid ELSE x.from_id END,
              to_id = CASE WHEN x.to_id = ${from.id} THEN ${intoId}::uuid ELSE x.to_id END
            WHERE x.workspace_id = ${scope.workspaceId} AND x.journey_id = ${journeyId}
              AND ((x.from_id = ${from.id} AND x.to_id IS DISTINCT FROM ${intoId}::uuid)
                OR (x.to_id = ${from.id} AND x.from_id IS DISTINCT FROM ${intoId}::uuid))
              AND NOT EXISTS (
                SELECT FROM ${sql.identifier(table)} y
                WHERE y.workspace_id = x.workspace_id AND y.journey_id = x.journey_id AND y.id <> x.id AND ${alike}
                  AND y.from_id IS NOT DISTINCT FROM CASE WHEN x.from_id = ${from.id} THEN ${intoId}::uuid ELSE x.from_id END
                  AND y.to_id IS NOT DISTINCT FROM CASE WHEN x.to_id = ${from.id} THEN ${intoId}::uuid ELSE x.to_id END)
            RETURNING x.id, x.from_id IS NOT DISTINCT FROM ${intoId}::uuid AS starts,
              x.to_id IS NOT DISTINCT FROM ${intoId}::uuid AS ends`,
      );
      return {
        from: moved.flatMap((one) => (one.starts ? [one.id] : [])),
        to: moved.flatMap((one) => (one.ends ? [one.id] : [])),
      };
    };
    taken.links = await ends('links', sql`y.kind = x.kind`);
    taken.handoffs = await ends('handoffs', sql`true`);
    return taken;
  });
}

/**
 * Takes a merge back: the touchpoint gets its lineage and what was taken from it, as far as that still is where its
 * answers were counted.
 *
 * @param holderId the touchpoint that shows its answers now
 */
export async function release(
  scope: TxScope,
  journeyId: string,
  touchpoint: { id: string; lineageId: string },
  holderId: string,
  taken: Taken,
): Promise<void> {
  const about = sql`workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId}`;
  const among = (ids: readonly string[]) =>
    sql`IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid)`;
  await scope.run(async (tx) => {
    await tx.execute(sql`DELETE FROM absorptions WHERE ${about} AND lineage_id = ${touchpoint.lineageId}`);
    await tx.execute(
      sql`UPDATE absorptions SET touchpoint_id = ${touchpoint.id}
          WHERE ${about} AND touchpoint_id = ${holderId} AND lineage_id ${among(taken.lineages)}`,
    );
    for (const [name, table] of entries(HANGING)) {
      if (taken[name].length === 0) continue;
      await tx.execute(
        sql`UPDATE ${sql.identifier(table)} SET touchpoint_id = ${touchpoint.id}
            WHERE ${about} AND touchpoint_id = ${holderId} AND id ${among(taken[name])}`,
      );
    }
    for (const table of ['links', 'handoffs'] as const) {
      const { from, to } = taken[table];
      if (from.length + to.length === 0) continue;
      const start = sql`x.from_id = ${holderId} AND x.id ${among(from)}`;
      const end = sql`x.to_id = ${holderId} AND x.id ${among(to)}`;
      const newFrom = sql`CASE WHEN ${start} THEN ${touchpoint.id}::uuid ELSE x.from_id END`;
      const newTo = sql`CASE WHEN ${end} THEN ${touchpoint.id}::uuid ELSE x.to_id END`;
      await tx.execute(
        sql`UPDATE ${sql.identifier(table)} x SET from_id = ${newFrom}, to_id = ${newTo}
            WHERE x.workspace_id = ${scope.workspaceId} AND x.journey_id = ${journeyId}
              AND ((${start}) OR (${end}))
              AND NOT EXISTS (
                SELECT FROM ${sql.identifier(table)} y
                WHERE y.workspace_id = x.workspace_id AND y.journey_id = x.journey_id AND y.id <> x.id
                  AND y.from_id IS NOT DISTINCT FROM ${newFrom} AND y.to_id IS NOT DISTINCT FROM ${newTo}
                  AND ${table === 'links' ? sql`false` : sql`true`})`,
      );
    }
  });
}

/** What the newest merge of a touchpoint took from it, from the log of the map; nothing where the log has no merge. */
export async function findTaken(scope: Scope, journeyId: string, touchpointId: string): Promise<Taken> {
  const found = await scope.run((tx) =>
    rows<{ taken: Taken | null }>(
      tx,
      sql`SELECT detail -> 'previous' -> 'taken' AS taken FROM audit_lines
          WHERE workspace_id = ${scope.workspaceId} AND journey_id = ${journeyId} AND action = 'touchpoint.merge'
            AND detail -> 'previous' ->> 'fromId' = ${touchpointId}
          ORDER BY happened_at DESC, id DESC LIMIT 1`,
    ),
  );
  return found[0]?.taken ?? NOTHING;
}

/** Gives a copy of a touchpoint what its original asserts: as assumptions, because the evidence stays behind. */
export async function copyStatements(
  scope: TxScope,
  originalId: string,
  copy: { id: string; journeyId: string },
  unworded: string,
  createdBy: string | null,
): Promise<void> {
  await scope.run((tx) =>
    tx.execute(sql`
      INSERT INTO statements (workspace_id, id, journey_id, touchpoint_id, kind, effect, text, state, persona_id,
        position, created_by)
      SELECT workspace_id, gen_random_uuid(), ${copy.journeyId}, ${copy.id}, kind, effect, text, 'assumption',
        persona_id, position, ${createdBy}::uuid
      FROM statements
      WHERE workspace_id = ${scope.workspaceId} AND touchpoint_id = ${originalId} AND retired_at IS NULL
        AND state <> 'refuted' AND text <> ${unworded}`),
  );
}

const entries = <T extends object>(object: T) => Object.entries(object) as [keyof T, T[keyof T]][];
