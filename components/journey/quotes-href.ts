import type { JourneyMapView } from '@/lib/insights/model';
import { searchOf } from '@/lib/insights/rules/address';

/** All that customers say at a touchpoint, with the map's filter. */
export function quotesHref(
  { id, filter }: Pick<JourneyMapView, 'id' | 'filter'>,
  touchpointId: string,
): string {
  const params = new URLSearchParams(searchOf(filter));
  params.set('journey', id);
  params.set('touchpoint', touchpointId);
  return `/voices?${params}`;
}
