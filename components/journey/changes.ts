import { formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';

/** New answers at one subject of the map between two readings. */
export type Arrival = { id: string; title: string; added: number; text: string };

/** What arrived between two readings of the same map and filter, in the order of the map. */
export function arrivals(before: JourneyMapView, after: JourneyMapView, t: Translate): Arrival[] {
  const counts = new Map(subjects(before).map(({ id, measures }) => [id, total(measures)]));
  return subjects(after).flatMap(({ id, title, measures }) => {
    const known = counts.get(id);
    const added = known === undefined ? 0 : total(measures) - known;
    if (added <= 0) return [];
    const scores = measures
      .filter(({ shown }) => shown)
      .map(({ metric, score }) => `${METRICS[metric].label} ${formatScore(metric, score.value, t.tongue)}`);
    const answers = t('{title}: {n, plural, one {# new answer} other {# new answers}}', { title, n: added });
    return [{ id, title, added, text: [answers, ...scores].join(', ') }];
  });
}

/** One sentence for a polite announcement; empty where nothing arrived. */
export function announcementOf(arrived: readonly Arrival[], t: Translate): string {
  if (arrived.length <= 3) return arrived.map(({ text }) => text).join('. ');
  const added = arrived.reduce((sum, arrival) => sum + arrival.added, 0);
  return t('{added, number} new answers at {places} places of the journey', {
    added,
    places: arrived.length,
  });
}

function subjects(map: JourneyMapView): { id: string; title: string; measures: MeasureView[] }[] {
  return [map, ...map.stages.flatMap((stage) => stage.touchpoints)];
}

const total = (measures: MeasureView[]): number => measures.reduce((sum, { score }) => sum + score.n, 0);
