import { listChannels, listChannelsOf } from '@/db/queries/channels';
import type { Scope } from '@/db/scope';
import { channelLabel } from '../../journey/rules/channels';
import type { Translate } from '../../translate';

/** The channels of what a survey asks about, by the names they have for this reader. */
export async function loadChannels(
  scope: Scope,
  lineageId: string,
  t: Translate,
): Promise<{ key: string; label: string }[]> {
  const [keys, own] = await Promise.all([listChannelsOf(scope, lineageId), listChannels(scope)]);
  return keys.map((key) => ({ key, label: channelLabel(key, own, t) }));
}
