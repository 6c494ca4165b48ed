import { and, asc, eq } from 'drizzle-orm';
import { savedViews } from '../schema';
import type { Scope, TxScope } from '../scope';

export type SavedViewRow = { id: string; name: string; query: string };

const COLUMNS = { id: savedViews.id, name: savedViews.name, query: savedViews.query };

/** The views that were kept of a journey's map, by name. */
export function listSavedViews(scope: Scope, journeyId: string): Promise<SavedViewRow[]> {
  return scope.run((tx) =>
    tx
      .select(COLUMNS)
      .from(savedViews)
      .where(and(eq(savedViews.workspaceId, scope.workspaceId), eq(savedViews.journeyId, journeyId)))
      .orderBy(asc(savedViews.name), asc(savedViews.id)),
  );
}

export async function findSavedView(
  scope: Scope,
  id: string,
): Promise<(SavedViewRow & { journeyId: string }) | null> {
  const [row] = await scope.run((tx) =>
    tx
      .select({ ...COLUMNS, journeyId: savedViews.journeyId })
      .from(savedViews)
      .where(and(eq(savedViews.workspaceId, scope.workspaceId), eq(savedViews.id, id))),
  );
  return row ?? null;
}

/** Keeps a view, in place of the one of that name if there is one. Returns its id. */
export async function putSavedView(
  scope: TxScope,
  view: { id: string; journeyId: string; name: string; query: string; createdBy: string | null },
): Promise<string> {
  const { workspaceId } = scope;
  const [row] = await scope.run((tx) =>
    tx
      .insert(savedViews)
      .values({ ...view, workspaceId })
      .onConflictDoUpdate({
        target: [savedViews.workspaceId, savedViews.journeyId, savedViews.name],
        set: { query: view.query },
      })
      .returning({ id: savedViews.id }),
  );
  return (row as { id: string }).id;
}

export async function deleteSavedView(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(savedViews).where(and(eq(savedViews.workspaceId, scope.workspaceId), eq(savedViews.id, id))),
  );
}
