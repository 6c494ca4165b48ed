import { listTallySlices } from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { isMetricId } from '../../scoring/metrics';
import type { Filter, TouchpointView } from '../model';
import { countedAt, lineagesOf } from '../rules/build-map';
import { type Counted, countedBySubject } from '../rules/counted';

/**
 * What was counted at a touchpoint that is reached through several channels, in each of them, under the same filter; empty
 * where it has one channel, or where the filter picks one.
 */
export async function loadChannels(
  scope: Scope,
  touchpoint: Pick<TouchpointView, 'lineageId' | 'absorbed' | 'channels'>,
  filter: Filter,
): Promise<{ channel: string; counted: readonly Counted[] }[]> {
  const channels = touchpoint.channels.filter(
    (channel) => filter.channels.length === 0 || filter.channels.includes(channel),
  );
  if (channels.length < 2) return [];
  const lineages = lineagesOf(touchpoint);
  return Promise.all(
    channels.map(async (channel) => {
      const alone = { ...filter, channels: [channel], previousFrom: null, previousTo: null, slices: 1 };
      const rows = await listTallySlices(scope, lineages, alone);
      const counted = countedBySubject(
        rows.filter((row) => isMetricId(row.metric)),
        [],
        1,
      );
      return { channel, counted: countedAt(touchpoint, counted) };
    }),
  );
}
