import type { Scope } from '@/db/scope';
import type { MeasuredImportance } from '@/lib/improvements/model';
import { importancesOf } from '@/lib/improvements/rules/importance';
import { loadJourneyMap } from '@/lib/insights/views';
import { loadDrivers } from '@/lib/insights/views/drivers';

/** The importances of the touchpoints of these journeys as the answers of the usual period tell them, by lineage. */
export async function measuredImportances(
  scope: Scope,
  journeyIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, MeasuredImportance>> {
  const found = await Promise.all(
    journeyIds.map(async (id) => {
      const map = await loadJourneyMap(scope, id, new URLSearchParams(), now);
      return [...importancesOf(await loadDrivers(scope, map, null))];
    }),
  );
  return new Map(found.flat());
}
