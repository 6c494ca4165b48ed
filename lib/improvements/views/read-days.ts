import { listTallySlices, type TallySlice } from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { EVERYTHING } from '../../insights/rules/filter';
import { isMetricId } from '../../scoring/metrics';

/** The counts of some days, in so many slices; of everybody, or only of whom is asked for. */
export async function readDays(
  scope: Scope,
  lineageIds: readonly string[],
  slices: number,
  { from, to }: { from: string; to: string },
  only: Partial<typeof EVERYTHING> = {},
): Promise<TallySlice[]> {
  const rows = await listTallySlices(scope, lineageIds, {
    ...EVERYTHING,
    ...only,
    ...{ from, to, slices, previousFrom: null, previousTo: null },
  });
  return rows.filter(({ metric }) => isMetricId(metric));
}
