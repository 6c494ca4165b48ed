import { isDay } from '../../clock';
import { AppError, type FieldError, isAppError } from '../../errors';
import { isUuid } from '../../id';
import { SOURCES, type Source } from '../../response/model';
import { msg } from '../../translate';
import { searchOf } from './address';

const EARLIEST = '1970-01-01';
const LATEST = '2999-12-31';
const DAY_WANTED = msg('Give a calendar day like 2026-03-31, from 1970-01-01 to 2999-12-31.');

/** What an address asks for; null where it says nothing about it. */
export type AskedFilter = {
  from: string | null;
  to: string | null;
  sources: Source[];
  persona: string | null;
};

/** Reads the filter of an address; pages and API share it. @throws AppError `bad_request` that names each bad field */
export function parseFilter(params: URLSearchParams): AskedFilter {
  const errors: FieldError[] = [];
  const day = (name: 'from' | 'to'): string | null => {
    const given = params.getAll(name);
    const [text] = given;
    if (text === undefined) return null;
    if (given.length > 1) errors.push({ path: name, message: msg('Give this day once.') });
    else if (!isDay(text) || text < EARLIEST || text > LATEST)
      errors.push({ path: name, message: DAY_WANTED });
    return text;
  };
  const from = day('from');
  const to = day('to');
  const sources = [...new Set(params.getAll('source'))].filter((source): source is Source => {
    const known = (SOURCES as readonly string[]).includes(source);
    if (!known) errors.push({ path: 'source', message: `Give one of ${SOURCES.join(', ')}.` });
    return known;
  });
  const personas = params.getAll('persona').filter((persona) => persona !== '');
  if (personas.length > 1 || personas.some((persona) => !isUuid(persona))) {
    errors.push({ path: 'persona', message: msg('Give the id of one persona.') });
  }
  if (errors.length > 0) throw refusedFilter(errors);
  return { from, to, sources, persona: personas[0] ?? null };
}

/** The filter of an address to go on with, `?from=…`; the empty text where it has none, or one that cannot be read. */
export function filterSearch(params: URLSearchParams): string {
  try {
    return searchOf(parseFilter(params));
  } catch (error) {
    if (isAppError(error)) return '';
    throw error;
  }
}

/** The refusal of a filter, field by field. */
export function refusedFilter(errors: FieldError[]): AppError {
  return new AppError('bad_request', msg('Some parameters need correcting.'), { errors });
}
