import { listTallySlices } from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { isMetricId } from '../../scoring/metrics';
import type { ChannelScoresView, Filter, TouchpointView } from '../model';
import { countedAt, lineagesOf } from '../rules/build-map';
import { channelScores } from '../rules/channel-scores';
import { type Counted, countedBySubject } from '../rules/counted';

/**
 * What a touchpoint that is reached through several channels scores in each of them, under the same filter; empty where it
 * has one channel, or where the filter picks one.
 *
 * @param all what was counted at the touchpoint under the filter
 */
export async function loadChannelScores(
  scope: Scope,
  touchpoint: Pick<TouchpointView, 'lineageId' | 'absorbed' | 'channels'>,
  filter: Filter,
  all: readonly Counted[],
  minimumN: number,
): Promise<ChannelScoresView[]> {
  const channels = touchpoint.channels.filter(
    (channel) => filter.channels.length === 0 || filter.channels.includes(channel),
  );
  if (channels.length < 2 || all.length === 0) return [];
  const lineages = lineagesOf(touchpoint);
  const byChannel = await Promise.all(
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
  return channelScores(all, byChannel, minimumN);
}
