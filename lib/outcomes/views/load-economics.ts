import {
  findEconomics,
  listAmountsByScore,
  listKindsOnFile,
  listScoredGroups,
  listSeriesOnFile,
} from '@/db/queries/outcomes';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { addDays, dayOf, daysBetween } from '../../clock';
import { EVERYTHING } from '../../insights/rules/filter';
import { METRIC_IDS } from '../../scoring/metrics';
import type { Economics } from '../model';
import { daysAsked } from '../rules/asked-study';
import { economicsOf } from '../rules/economics';
import { lastDay } from '../rules/last-day';
import { type MeasuredSeries, measuredFigures, YEAR_DAYS } from '../rules/measured';

/** The economics of the workspace: what its own outcomes tell, and what the team assumes where they do not. */
export async function loadEconomics(scope: Scope, now: Date): Promise<Economics> {
  return scope.snapshot(async (still) => {
    const stored = await findEconomics(still);
    const onFile = await listKindsOnFile(still);
    const { timeZone } = await getWorkspace(still);
    const through = lastDay(onFile, dayOf(now, timeZone));
    if (through === null) return economicsOf(stored, {});
    const within = daysAsked({ ...EVERYTHING, from: null, to: null }, through);
    const due = { ...within, to: addDays(through, -YEAR_DAYS) };
    const all = await listSeriesOnFile(still);
    const measured: MeasuredSeries[] = [];
    for (const metric of METRIC_IDS) {
      const series = all.find((one) => one.metric === metric && one.lineageId === null);
      if (!series) continue;
      const question = { series, lineageId: null };
      measured.push({
        metric,
        groups: await listScoredGroups(still, { ...question, kind: 'churned', within }, through),
        contacts: await listAmountsByScore(still, { ...question, within: due }, 'contacts', YEAR_DAYS),
        spent: await listAmountsByScore(still, { ...question, within: due }, 'spent', YEAR_DAYS),
      });
    }
    return economicsOf(stored, measuredFigures(measured, daysBetween('1970-01-01', through)));
  });
}
