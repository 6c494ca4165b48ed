import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { SOURCE_LABELS } from './source-labels';

/** What the numbers are of, in words: period, persona and sources. */
export function filterText({
  filter,
  period,
  personas,
  language,
}: Pick<JourneyMapView, 'filter' | 'period' | 'personas' | 'language'>): string {
  const persona =
    personas.find(({ id }) => id === filter.persona)?.name ??
    (filter.persona ? 'another persona' : 'everybody');
  const sources = filter.sources.map((source) => SOURCE_LABELS[source]).join(', ') || 'all sources';
  return `${formatPeriod(period.from, period.to, language)}, ${persona}, ${sources}`;
}
