import { listOutcomeRows } from '@/db/queries/people';
import type { Scope } from '@/db/scope';
import { inTurns } from '../../pace';
import { seedOf } from '../../statistics/random';
import type { JourneyMapView } from '../model';
import type { DriversView } from '../model/drivers';
import { drawsFor, driverModelInParts, MOST_PEOPLE, WINDOW_DAYS, weighedDrivers } from '../rules/drivers';
import { questionsOf } from '../rules/questions';
import { weigh } from './weighing';

/**
 * What the answers about a journey as a whole move together with, of the same period and filter as the map: one row per
 * person who answered both. Without a choice, the outcome is the question about the whole that is asked as NPS.
 *
 * @param outcomeKey the key of a question about the journey; another or null chooses by itself
 */
export async function loadDrivers(
  scope: Scope,
  map: JourneyMapView,
  outcomeKey: string | null,
): Promise<DriversView> {
  const { touchpoints: questions, journey: outcomes } = questionsOf(map);
  const outcome =
    outcomes.find(({ key }) => key === outcomeKey) ??
    outcomes.find(({ metric }) => metric === 'nps') ??
    outcomes[0] ??
    null;
  const answered =
    outcome === null
      ? { people: 0, rows: [] }
      : await listOutcomeRows(scope, outcome, questions, map.filter, {
          windowDays: WINDOW_DAYS,
          most: MOST_PEOPLE,
        });
  const seed = seedOf(`${map.id} ${map.filter.from} ${map.filter.to}`);
  const model = await inTurns(driverModelInParts(map, { outcomes, outcome, questions, answered, seed }));
  if (model.table === null) return model.view;
  const count = drawsFor(model.view.linked, model.weighed.length);
  const weighed = await weigh(scope.workspaceId, model.table, { seed, count });
  return weighed === null ? model.view : weighedDrivers(model, weighed.found, weighed.drawn);
}
