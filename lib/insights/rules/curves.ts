import { isUuid } from '../../id';
import { METRIC_IDS, METRICS, type MetricId } from '../../scoring/metrics';
import type { PersonaView } from '../model';

/** How many personas' curves fit on one map and stay apart. */
export const MOST_CURVES = 5;

/** The metrics that a curve is drawn from: answers about feelings, and nothing else. */
export const CURVE_METRICS: readonly MetricId[] = METRIC_IDS.filter((id) => METRICS[id].faces);

/**
 * Which personas' curves an address asks for: `curves=persona` the journey's first five, `curves=ID,ID` those, an empty
 * list none. What is no id is left out, and so is whatever comes after the fifth: an old link shows a map, never an error.
 */
export function parseCurves(params: Pick<URLSearchParams, 'getAll'>): 'persona' | string[] {
  const given = new Set(params.getAll('curves').flatMap((text) => text.split(',')));
  return given.has('persona') ? 'persona' : [...given].filter(isUuid).slice(0, MOST_CURVES);
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
