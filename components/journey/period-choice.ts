import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { presetsOf } from '@/lib/insights/rules/period';
import type { Translate } from '@/lib/translate';
import type { PeriodChoice } from './filter-bar';

/**
 * The period of a map as its filter bar says it.
 *
 * @param search what the address asks for
 * @param compares whether the page compares it with another
 */
export function periodChoice(
  { period, today, language }: Pick<JourneyMapView, 'period' | 'today' | 'language'>,
  search: Pick<URLSearchParams, 'get'>,
  t: Translate,
  { compares }: { compares: boolean } = { compares: true },
): PeriodChoice {
  const { from, to, previousFrom, previousTo, fallback } = period;
  return {
    asked: { from: search.get('from'), to: search.get('to') },
    presets: presetsOf(today, t),
    ...{ from, to, fallback },
    text: formatPeriod(from, to, language),
    comparedText: compares ? formatPeriod(previousFrom, previousTo, language) : null,
  };
}
