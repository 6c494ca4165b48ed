import { formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';

/** New answers at one subject of the map between two readings. */
export type Arrival = { id: string; title: string; added: number; text: string };

/** What arrived between two readings of the same map and filter, in the order of the map. */
export function arrivals(before: JourneyMapView, after: JourneyMapView): Arrival[] {
  const counts = new Map(subjects(before).map(({ id, measures }) => [id, total(measures)]));
  return subjects(after).flatMap(({ id, title, measures }) => {
    const known = counts.get(id);
    const added = known === undefined ? 0 : total(measures) - known;
    if (added <= 0) return [];
    const scores = measures
      .filter(({ shown }) => shown)
      .map(({ metric, score }) => `${METRICS[metric].label} ${formatScore(metric, score.value)}`);
    const answers = added === 1 ? '1 new answer' : `${added} new answers`;
    return [{ id, title, added, text: [`${title}: ${answers}`, ...scores].join(', ') }];
  });
}

/** One sentence for a polite announcement; empty where nothing arrived. */
export function announcementOf(arrived: readonly Arrival[]): string {
  if (arrived.length <= 3) return arrived.map(({ text }) => text).join('. ');
  const added = arrived.reduce((sum, arrival) => sum + arrival.added, 0);
  return `${added} new answers at ${arrived.length} places of the journey`;
}

function subjects(map: JourneyMapView): { id: string; title: string; measures: MeasureView[] }[] {
  return [map, ...map.stages.flatMap((stage) => stage.touchpoints)];
}

const total = (measures: MeasureView[]): number => measures.reduce((sum, { score }) => sum + score.n, 0);
