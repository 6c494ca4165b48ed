import { addDays, daysBetween, mondayOf } from '../../clock';
import { msg, type Translate } from '../../translate';
import type { Comparison, Filter, Period } from '../model';
import { type AskedFilter, refusedFilter } from './filter';

/** Days of the period that is shown where nobody asks for another. */
export const PERIOD_DAYS = 90;

/**
 * The period that an address asks for, and the one it is compared with. Asked for nothing: the 90 days that end
 * today or, where `lastAnsweredOn` is before them, the 90 days that end there.
 *
 * @param lastAnsweredOn null: no answer at all, or never fall back
 * @throws AppError `bad_request` where `from` is after `to`
 */
export function resolvePeriod(
  asked: AskedFilter,
  today: string,
  lastAnsweredOn: string | null,
): { filter: Filter; period: Period } {
  const usualStart = addDays(today, 1 - PERIOD_DAYS);
  const nothingAsked = asked.from === null && asked.to === null;
  const fallback = nothingAsked && lastAnsweredOn !== null && lastAnsweredOn < usualStart;
  const to = asked.to ?? (fallback ? (lastAnsweredOn as string) : today);
  const from = asked.from ?? addDays(to, 1 - PERIOD_DAYS);
  if (from > to) {
    throw refusedFilter([
      {
        path: asked.from === null ? 'to' : 'from',
        message: msg('Give a first day that is not after the last.'),
      },
    ]);
  }
  return {
    filter: { ...asked, from, to },
    period: { from, to, ...comparedWith(asked.compare, from, to), fallback },
  };
}

/** 52 weeks: the same day of the week, which a calendar year is not. */
const YEAR_DAYS = 364;

/** The days that a period is compared with. */
function comparedWith(
  compare: Comparison,
  from: string,
  to: string,
): { previousFrom: string; previousTo: string } {
  if (typeof compare === 'object') return { previousFrom: compare.from, previousTo: compare.to };
  const back = compare === 'year' ? YEAR_DAYS : daysBetween(from, to) + 1;
  return { previousFrom: addDays(from, -back), previousTo: addDays(to, -back) };
}

/** Ten years. */
const MOST_WEEKS = 520;

/**
 * The weeks that an address asks for with `by=week`, Monday to Sunday, of which the period has at least a day.
 *
 * @returns their Mondays, the oldest first; null: it does not ask for weeks
 * @throws AppError `bad_request` where it asks for anything else, or for more than ten years
 */
export function weeksAsked(
  params: URLSearchParams,
  { from, to }: Pick<Period, 'from' | 'to'>,
): string[] | null {
  const given = params.getAll('by');
  if (given.length === 0) return null;
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  if (given.join() !== 'week') throw refusedFilter([{ path: 'by', message: msg('Give week, once.') }]);
  if (count > MOST_WEEKS) {
    throw refusedFilter([{ path: 'from', message: msg('Ask for at most 520 weeks.') }]);
  }
  return Array.from({ length: count }, (_, week) => addDays(first, week * 7));
}

/** How many slices of nearly equal length a period is drawn in; a slice has at least one day. */
export function sliceCount(period: Pick<Period, 'from' | 'to'>): number {
  return Math.min(12, daysBetween(period.from, period.to) + 1);
}

/** The days of each slice, oldest first: slice i holds the days d with ⌊(d − from) · slices / length⌋ = i. */
export function slicesOf(period: Pick<Period, 'from' | 'to'>): { from: string; to: string }[] {
  const length = daysBetween(period.from, period.to) + 1;
  const count = sliceCount(period);
  const start = (slice: number) => Math.ceil((slice * length) / count);
  return Array.from({ length: count }, (_, slice) => ({
    from: addDays(period.from, start(slice)),
    to: addDays(period.from, start(slice + 1) - 1),
  }));
}

/** Steps of a replay. */
const REPLAY_STEPS = 24;

/**
 * The periods that a replay of the map goes through, the oldest first: as long as this one, each a third of it later than
 * the one before, the last ending today. Periods in which nobody can have answered are left out.
 *
 * @param since the first day with an answer; null: not known
 */
export function replayOf(
  period: Pick<Period, 'from' | 'to'>,
  today: string,
  since: string | null = null,
): { from: string; to: string }[] {
  const length = daysBetween(period.from, period.to) + 1;
  const step = Math.max(1, Math.ceil(length / 3));
  return Array.from({ length: REPLAY_STEPS }, (_, index) => {
    const to = addDays(today, (index + 1 - REPLAY_STEPS) * step);
    return { from: addDays(to, 1 - length), to };
  }).filter(({ to }) => since === null || to >= since || to === today);
}

/** The periods that are offered by name; without days of its own it is the usual one. */
export function presetsOf(
  today: string,
  t: Translate,
): { label: string; from: string | null; to: string | null }[] {
  const label = (days: number) => t('Last {days} days', { days });
  const last = (days: number) => ({ label: label(days), from: addDays(today, 1 - days), to: today });
  return [last(7), last(30), { label: label(PERIOD_DAYS), from: null, to: null }, last(365)];
}
