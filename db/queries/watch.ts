import { and, eq } from 'drizzle-orm';
import { journeys } from '../schema';
import type { Scope, TxScope } from '../scope';

/** How many false alarms a year the watch over a journey may raise; null where this workspace has no such journey. */
export async function findWatchAlarms(scope: Scope, journeyId: string): Promise<number | null> {
  const [found] = await scope.run((tx) =>
    tx
      .select({ alarms: journeys.watchAlarmsPerYear })
      .from(journeys)
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, journeyId))),
  );
  return found?.alarms ?? null;
}

/** False where this workspace has no such journey. */
export async function updateWatchAlarms(
  scope: TxScope,
  journeyId: string,
  alarmsPerYear: number,
): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx
      .update(journeys)
      .set({ watchAlarmsPerYear: alarmsPerYear })
      .where(and(eq(journeys.workspaceId, scope.workspaceId), eq(journeys.id, journeyId)))
      .returning({ id: journeys.id }),
  );
  return changed.length > 0;
}
