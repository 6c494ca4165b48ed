import { formatPeriod } from '@/lib/format';
import type { Filter, JourneyMapView } from '@/lib/insights/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import type { Translate } from '@/lib/translate';
import { DEVICE_LABELS, SOURCE_LABELS } from './source-labels';

type Named = readonly { id: string; name: string }[];
type Filtered = Pick<JourneyMapView, 'language'> & {
  filter: Omit<Filter, 'from' | 'to'>;
  period: { from: string; to: string };
  personas: Named;
  teams: Named;
  members: Named;
  /** The workspace's own channels. */
  channels: readonly { key: string; label: string }[];
};

/**
 * What the numbers are of, in words: period, persona, sources, and whatever else they are narrowed to.
 *
 * @param leftOut what is told elsewhere; null: nothing
 */
export function filterText(
  map: Filtered,
  t: Translate,
  leftOut: 'period' | 'persona' | 'source' | null = null,
): string {
  const { filter, period, personas, teams, members, channels, language } = map;
  const persona =
    personas.find(({ id }) => id === filter.persona)?.name ??
    (filter.persona ? t('another persona') : t('everybody'));
  const sources = filter.sources.map((source) => t(SOURCE_LABELS[source])).join(', ') || t('all sources');
  const owner = [...teams, ...members].find(({ id }) => id === filter.owner)?.name;
  const tongue = new Intl.DisplayNames(language, { type: 'language' });
  return [
    ...(leftOut === 'period' ? [] : [formatPeriod(period.from, period.to, language)]),
    ...(leftOut === 'persona' ? [] : [persona]),
    ...(leftOut === 'source' ? [] : [sources]),
    ...filter.segments,
    ...filter.channels.map((key) => channelLabel(key, channels, t)),
    ...filter.languages.map((tag) => tongue.of(tag) ?? tag),
    ...filter.devices.map((device) => t(DEVICE_LABELS[device])),
    ...(filter.versions.length > 0 ? [t('some versions of surveys')] : []),
    ...(filter.campaigns.length > 0 ? [t('some campaigns')] : []),
    ...(filter.owner === null ? [] : [t('answered for by {owner}', { owner: owner ?? t('Somebody else') })]),
  ].join(', ');
}
