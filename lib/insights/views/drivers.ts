import { setImmediate } from 'node:timers/promises';
import { listOutcomeRows } from '@/db/queries/people';
import type { Scope } from '@/db/scope';
import { emCorrelationInParts } from '../../statistics/em-correlation';
import { seededRandom, seedOf } from '../../statistics/random';
import type { JourneyMapView } from '../model';
import type { DriversView } from '../model/drivers';
import { drawsFor, driverModel, MOST_PEOPLE, WINDOW_DAYS, weighedDrivers, weightsOf } from '../rules/drivers';
import { questionsOf } from '../rules/questions';

const AT_ONCE_MS = 15;

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
  const model = driverModel(map, { outcomes, outcome, questions, answered, seed });
  const correlations = model.table && (await withPauses(emCorrelationInParts(model.table)));
  if (!correlations) return model.view;
  const random = seededRandom(seed);
  const count = drawsFor(model.view.linked, model.weighed.length);
  const drawn = await withPauses(drawInParts(count, () => weightsOf(correlations.draw(random))));
  return weighedDrivers(model, weightsOf(correlations.matrix), drawn);
}

function* drawInParts<T>(count: number, draw: () => T): Generator<void, T[]> {
  const drawn: T[] = [];
  while (drawn.length < count) {
    drawn.push(draw());
    yield;
  }
  return drawn;
}

/** Runs something long; every few milliseconds the process may answer somebody else. */
async function withPauses<T>(parts: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    if (performance.now() - since > AT_ONCE_MS) {
      await setImmediate();
      since = performance.now();
    }
  }
}
