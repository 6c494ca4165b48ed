import { and, eq } from 'drizzle-orm';
import { changeMarkers } from '../schema';
import type { Scope, TxScope } from '../scope';

export type MarkerRow = {
  id: string;
  journeyId: string;
  /** null: the whole journey. */
  touchpointId: string | null;
  changedOn: string;
  text: string;
  outcome: string;
};

const { id, journeyId, touchpointId, changedOn, text, outcome } = changeMarkers;

/** One change marker; null where this workspace has none of that id. */
export async function findMarker(scope: Scope, markerId: string): Promise<MarkerRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id, journeyId, touchpointId, changedOn, text, outcome })
      .from(changeMarkers)
      .where(one(scope, markerId)),
  );
  return found[0] ?? null;
}

export async function insertMarker(scope: TxScope, marker: MarkerRow): Promise<void> {
  const { workspaceId, actor } = scope;
  const createdBy = actor.kind === 'member' ? actor.userId : null;
  await scope.run((tx) => tx.insert(changeMarkers).values({ workspaceId, ...marker, createdBy }));
}

export async function updateMarker(
  scope: TxScope,
  markerId: string,
  change: Partial<Pick<MarkerRow, 'changedOn' | 'text' | 'outcome'>>,
): Promise<void> {
  await scope.run((tx) => tx.update(changeMarkers).set(change).where(one(scope, markerId)));
}

export async function deleteMarker(scope: TxScope, markerId: string): Promise<void> {
  await scope.run((tx) => tx.delete(changeMarkers).where(one(scope, markerId)));
}

const one = (scope: Scope, markerId: string) =>
  and(eq(changeMarkers.workspaceId, scope.workspaceId), eq(changeMarkers.id, markerId));
