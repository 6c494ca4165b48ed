import type { Comparison, Filter } from '../model';

/** The address's search part for a filter, `?from=…&source=email`; the empty text where nothing is asked. */
export function searchOf(
  filter: Partial<Omit<Filter, 'from' | 'to'>> & { from?: string | null; to?: string | null },
): string {
  const params = new URLSearchParams();
  const one = (name: string, value: string | null | undefined) => value && params.set(name, value);
  const all = (name: string, values: readonly string[] = []) => {
    for (const value of values) params.append(name, value);
  };
  one('from', filter.from);
  one('to', filter.to);
  all('source', filter.sources);
  one('persona', filter.persona);
  all('segment', filter.segments);
  all('channel', filter.channels);
  all('language', filter.languages);
  all('device', filter.devices);
  all(
    'version',
    filter.versions?.map(({ surveyId, version }) => `${surveyId}.${version}`),
  );
  all('campaign', filter.campaigns);
  one('owner', filter.owner);
  one('compare', comparisonText(filter.compare));
  const text = params.toString();
  return text && `?${text}`;
}

/** A comparison as an address writes it; null for the usual one. */
export function comparisonText(compare: Comparison | undefined): string | null {
  if (compare === undefined || compare === 'previous') return null;
  return compare === 'year' ? 'year' : `${compare.from}..${compare.to}`;
}

/** Parameters as a page gets them, as parameters of an address. */
export function paramsOf(record: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    for (const one of value === undefined ? [] : [value].flat()) params.append(name, one);
  }
  return params;
}

/** As {@link paramsOf}, without what is empty: a form without script sends its empty fields too; they ask for nothing. */
export function givenOf(record: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  return new URLSearchParams([...paramsOf(record)].filter(([, value]) => value !== ''));
}
