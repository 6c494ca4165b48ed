import type { Member } from '@/lib/gates/member';
import type { ImprovementView, MeasuredImportance } from '@/lib/improvements/model';
import { importancesOf } from '@/lib/improvements/rules/importance';
import { isOpen } from '@/lib/improvements/rules/state';
import { loadImprovements } from '@/lib/improvements/views';
import { loadJourneyMap } from '@/lib/insights/views';
import { loadDrivers } from '@/lib/insights/views/drivers';
import type { Economics } from '@/lib/outcomes/model';

/** The importances of the touchpoints of these journeys as the answers of the usual period tell them, by lineage. */
export async function measuredImportances(
  scope: Member['scope'],
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

/**
 * Improvements with their priorities: what nobody gave an importance has the measured one, where there is one. Weighing
 * touchpoints takes a moment, so it is done only for journeys where that matters.
 */
export async function loadRankable(
  scope: Member['scope'],
  only: { journeyId?: string },
  economics: Economics,
  now: Date,
): Promise<ImprovementView[]> {
  const all = await loadImprovements(scope, only, economics, now);
  const bare = all.filter((one) => isOpen(one) && one.priority.importance.origin === 'assumed');
  const measured = await measuredImportances(
    scope,
    [...new Set(bare.map(({ journeyId }) => journeyId))],
    now,
  );
  return measured.size === 0 ? all : loadImprovements(scope, only, economics, now, measured);
}
