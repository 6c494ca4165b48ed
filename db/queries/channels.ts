import { and, asc, eq, sql } from 'drizzle-orm';
import { channels } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type ChannelRow = { key: string; label: string; retiredAt: Date | null };

/** The channels that the workspace added to the common list, retired ones included, by label. */
export function listChannels(scope: Scope): Promise<ChannelRow[]> {
  return scope.run((tx) =>
    tx
      .select({ key: channels.key, label: channels.label, retiredAt: channels.retiredAt })
      .from(channels)
      .where(eq(channels.workspaceId, scope.workspaceId))
      .orderBy(asc(channels.label)),
  );
}

/** How many touchpoints on maps use each channel, by its key; what nobody uses is missing. */
export async function countChannelUses(scope: Scope): Promise<ReadonlyMap<string, number>> {
  const found = await scope.run((tx) =>
    rows<{ key: string; uses: number }>(
      tx,
      sql`
        SELECT c.key, count(*)::int AS uses
        FROM touchpoints t
        JOIN stages s ON s.workspace_id = t.workspace_id AND s.id = t.stage_id
        JOIN journeys j ON j.workspace_id = t.workspace_id AND j.id = t.journey_id
        CROSS JOIN LATERAL unnest(t.channels) AS c (key)
        WHERE t.workspace_id = ${scope.workspaceId}
          AND t.retired_at IS NULL AND s.retired_at IS NULL AND j.retired_at IS NULL
        GROUP BY c.key`,
    ),
  );
  return new Map(found.map(({ key, uses }) => [key, uses]));
}

/** The channels of the touchpoints on maps that share this lineage, in the order of the first of them. */
export async function listChannelsOf(scope: Scope, lineageId: string): Promise<string[]> {
  const found = await scope.run((tx) =>
    rows<{ key: string }>(
      tx,
      sql`
        SELECT c.key
        FROM touchpoints t CROSS JOIN LATERAL unnest(t.channels) WITH ORDINALITY AS c (key, place)
        WHERE t.workspace_id = ${scope.workspaceId} AND t.lineage_id = ${lineageId} AND t.retired_at IS NULL
        GROUP BY c.key ORDER BY min(c.place), c.key`,
    ),
  );
  return found.map(({ key }) => key);
}

/** Adds a channel; false where the key is taken. */
export async function insertChannel(
  scope: TxScope,
  channel: Pick<ChannelRow, 'key' | 'label'>,
): Promise<boolean> {
  const added = await scope.run((tx) =>
    tx
      .insert(channels)
      .values({ workspaceId: scope.workspaceId, ...channel })
      .onConflictDoNothing()
      .returning({ key: channels.key }),
  );
  return added.length === 1;
}

export async function updateChannel(
  scope: TxScope,
  key: string,
  change: Partial<Omit<ChannelRow, 'key'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(channels)
      .set(change)
      .where(and(eq(channels.workspaceId, scope.workspaceId), eq(channels.key, key))),
  );
}
