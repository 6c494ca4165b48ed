import { isDay } from '../../clock';
import { AppError, type FieldError, isAppError } from '../../errors';
import { isUuid } from '../../id';
import { DEVICES, SOURCES } from '../../response/model';
import { msg } from '../../translate';
import type { Comparison, Filter, SurveyVersion } from '../model';
import { searchOf } from './address';

const EARLIEST = '1970-01-01';
const LATEST = '2999-12-31';
const DAY_WANTED = msg('Give a calendar day like 2026-03-31, from 1970-01-01 to 2999-12-31.');

/** What an address asks for; null where it says nothing about it. */
export type AskedFilter = Omit<Filter, 'from' | 'to'> & { from: string | null; to: string | null };

/** A filter that asks for nothing in particular. */
export const EVERYTHING: Omit<Filter, 'from' | 'to'> = {
  ...{ sources: [], persona: null, segments: [], channels: [], languages: [], devices: [], versions: [] },
  ...{ campaigns: [], owner: null, compare: 'previous' },
};

/** Most values of one kind that an address may name, and the longest of them. */
const MOST_VALUES = 20;
const LONGEST_VALUE = 80;

/** Reads the filter of an address; pages and API share it. @throws AppError `bad_request` that names each bad field */
export function parseFilter(params: URLSearchParams): AskedFilter {
  const errors: FieldError[] = [];
  const refuse = (path: string, message: string) => errors.push({ path, message });
  const isGoodDay = (text: string) => isDay(text) && text >= EARLIEST && text <= LATEST;
  const day = (name: 'from' | 'to'): string | null => {
    const given = params.getAll(name);
    const [text] = given;
    if (text === undefined) return null;
    if (given.length > 1) refuse(name, msg('Give this day once.'));
    else if (!isGoodDay(text)) refuse(name, DAY_WANTED);
    return text;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[]): T[] =>
    [...new Set(params.getAll(name))].filter((value): value is T => {
      const good = (known as readonly string[]).includes(value);
      if (!good) refuse(name, `Give one of ${known.join(', ')}.`);
      return good;
    });
  const texts = (name: string, isGood: (text: string) => boolean, message: string): string[] => {
    const given = [...new Set(params.getAll(name))].filter((text) => text !== '');
    if (given.length > MOST_VALUES || !given.every(isGood)) refuse(name, message);
    return given;
  };
  const id = (name: string, message: string): string | null => {
    const given = params.getAll(name).filter((text) => text !== '');
    if (given.length > 1 || !given.every(isUuid)) refuse(name, message);
    return given[0] ?? null;
  };
  const isShort = (text: string) => text.length <= LONGEST_VALUE;
  const asked: AskedFilter = {
    from: day('from'),
    to: day('to'),
    sources: oneOf('source', SOURCES),
    persona: id('persona', msg('Give the id of one persona.')),
    segments: texts('segment', isShort, msg('Give at most 20 segments.')),
    channels: texts('channel', isShort, msg('Give at most 20 channels.')),
    languages: texts('language', (text) => LANGUAGE_TAG.test(text), msg('Give languages like de or pt-BR.')),
    devices: oneOf('device', DEVICES),
    versions: texts('version', (text) => versionOf(text) !== null, VERSION_WANTED).flatMap(
      (text) => versionOf(text) ?? [],
    ),
    campaigns: texts('campaign', isUuid, msg('Give the ids of campaigns.')),
    owner: id('owner', msg('Give the id of one team or member.')),
    compare: comparisonOf(
      params.getAll('compare').filter((text) => text !== ''),
      isGoodDay,
      () => refuse('compare', COMPARISON_WANTED),
    ),
  };
  if (errors.length > 0) throw refusedFilter(errors);
  return asked;
}

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;
const VERSION_WANTED = msg('Give a survey and its version like 0b0b0b0b-1111-4222-8333-444444444444.2.');
const COMPARISON_WANTED = msg('Give previous, year, or days like 2026-01-01..2026-03-31.');

function versionOf(text: string): SurveyVersion | null {
  const [surveyId = '', version = '', ...rest] = text.split('.');
  const good = isUuid(surveyId) && /^[1-9]\d{0,5}$/.test(version) && rest.length === 0;
  return good ? { surveyId, version: Number(version) } : null;
}

function comparisonOf(
  given: readonly string[],
  isGoodDay: (text: string) => boolean,
  refuse: () => void,
): Comparison {
  const [text = 'previous'] = given;
  if (given.length <= 1) {
    if (text === 'previous' || text === 'year') return text;
    const [from = '', to = '', ...rest] = text.split('..');
    if (rest.length === 0 && isGoodDay(from) && isGoodDay(to) && from <= to) return { from, to };
  }
  refuse();
  return 'previous';
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
