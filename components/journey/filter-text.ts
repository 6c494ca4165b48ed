import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { SOURCE_LABELS } from './source-labels';

/** What the numbers are of, in words: period, persona and sources. */
export function filterText(
  { filter, period, personas, language }: Pick<JourneyMapView, 'filter' | 'period' | 'personas' | 'language'>,
  t: Translate,
): string {
  const persona =
    personas.find(({ id }) => id === filter.persona)?.name ??
    (filter.persona ? t('another persona') : t('everybody'));
  const sources = filter.sources.map((source) => t(SOURCE_LABELS[source])).join(', ') || t('all sources');
  return `${formatPeriod(period.from, period.to, language)}, ${persona}, ${sources}`;
}
