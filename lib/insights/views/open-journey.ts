import { findScoredTree, findTree, type JourneyTree, type ScoredTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { dayOf } from '../../clock';
import { notFound } from '../../errors';
import { isUuid } from '../../id';
import type { Filter, Period } from '../model';
import { parseFilter } from '../rules/filter';
import { resolvePeriod } from '../rules/period';

export type Opened<T extends ScoredTree = JourneyTree> = {
  tree: T;
  filter: Filter;
  period: Period;
  today: string;
};

/** Whether an address that names no period may mean an older one, where nobody answered in the last 90 days. */
export type PeriodMode = 'as asked' | 'may fall back';

/**
 * A journey with the filter of an address.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function openJourney(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
  mode: PeriodMode = 'may fall back',
): Promise<Opened> {
  const tree = isUuid(journeyId) ? await findTree(scope, journeyId) : null;
  if (!tree) throw notFound();
  const asked = parseFilter(params);
  const today = dayOf(now, tree.timeZone);
  return { tree, today, ...resolvePeriod(asked, today, mode === 'as asked' ? null : tree.lastAnsweredOn) };
}

/**
 * As much of a journey as its scores need, with the filter of an address, of the period that it asks for.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function openScores(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<Opened<ScoredTree>> {
  const tree = isUuid(journeyId) ? await findScoredTree(scope, journeyId) : null;
  if (!tree) throw notFound();
  const today = dayOf(now, tree.timeZone);
  return { tree, today, ...resolvePeriod(parseFilter(params), today, null) };
}
