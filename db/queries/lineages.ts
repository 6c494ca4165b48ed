import { lineages } from '../schema';
import type { TxScope } from '../scope';

export type LineageKind = 'journey' | 'touchpoint' | 'handoff';

/** Makes the identities that answers bind to; one that is there already stays as it is. */
export async function insertLineages(
  scope: TxScope,
  kind: LineageKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await scope.run((tx) =>
    tx
      .insert(lineages)
      .values(ids.map((id) => ({ workspaceId: scope.workspaceId, id, kind })))
      .onConflictDoNothing(),
  );
}
