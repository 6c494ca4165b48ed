import type { Source } from '../../response/model';

/** The address's search part for a filter, `?from=…&source=email`; the empty text where nothing is asked. */
export function searchOf(filter: {
  from?: string | null;
  to?: string | null;
  sources?: readonly Source[];
  persona?: string | null;
}): string {
  const params = new URLSearchParams();
  if (filter.from) params.set('from', filter.from);
  if (filter.to) params.set('to', filter.to);
  for (const source of filter.sources ?? []) params.append('source', source);
  if (filter.persona) params.set('persona', filter.persona);
  const text = params.toString();
  return text && `?${text}`;
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
