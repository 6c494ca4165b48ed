import { isUuid } from '../../id';
import { METRIC_IDS, METRICS, type MetricId } from '../../scoring/metrics';
import type { PersonaView } from '../model';
import { refusedFilter } from './filter';

/** How many personas' curves fit on one map and stay apart. */
export const MOST_CURVES = 5;

/** The metrics that a curve is drawn from: answers about feelings, and nothing else. */
export const CURVE_METRICS: readonly MetricId[] = METRIC_IDS.filter((id) => METRICS[id].faces);

/**
 * Which personas' curves an address asks for: `curves=persona` the journey's first five, `curves=ID,ID` those. An empty
 * list asks for none.
 *
 * @throws AppError `bad_request` for more than five, or for what is no id
 */
export function parseCurves(params: URLSearchParams): 'persona' | string[] {
  const given = params.getAll('curves').flatMap((text) => text.split(',').filter((part) => part !== ''));
  const ids = [...new Set(given)];
  if (ids.length === 1 && ids[0] === 'persona') return 'persona';
  if (ids.length <= MOST_CURVES && ids.every(isUuid)) return ids;
  throw refusedFilter([
    { path: 'curves', message: `Give "persona", or the ids of at most ${MOST_CURVES} personas.` },
  ]);
}

/** The journey's personas whose curves are drawn, in the journey's order. What the journey is not drawn for has none. */
export function personasWithCurve(
  asked: ReturnType<typeof parseCurves>,
  personas: readonly PersonaView[],
): PersonaView[] {
  return asked === 'persona'
    ? personas.slice(0, MOST_CURVES)
    : personas.filter(({ id }) => asked.includes(id));
}
