import { type AnswerPlace, listAnswerLines } from '@/db/queries/answer-lines';
import type { Scope } from '@/db/scope';
import type { Filter } from '../model';
import { searchOf } from '../rules/address';
import { ANSWER_COLUMNS, type AnswerSubject, answerCells, answerSubjects } from '../rules/answer-table';
import type { Cell, Table } from '../rules/tables/table';
import { openJourney, type PeriodMode } from './open-journey';

/** Lines that are in memory at a time. */
const PAGE = 2_000;

/** A table of a journey, with what a file of it is named after. */
export type JourneyTable = Table & { title: string; today: string };

/**
 * Every counted answer behind the numbers of a journey's map under the filter of an address, a line each: as many as the
 * scores' n together. Subject by subject in the order of the map, within one the first received first.
 *
 * Pages are read when they are asked for, each in a transaction of its own: what is recorded, corrected or erased
 * meanwhile may be in it as it was or as it is now, but nothing is in it twice.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function openAnswers(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
  mode: PeriodMode,
  pageLength = PAGE,
): Promise<JourneyTable> {
  const { tree, filter, today } = await openJourney(scope, journeyId, params, now, mode);
  return {
    ...{ title: tree.title, today, columns: ANSWER_COLUMNS },
    about: aboutOf(tree, filter, now),
    pages: readPages(scope, answerSubjects(tree, filter.owner), filter, pageLength),
  };
}

/** What a table of a journey is of: the filter by the names that an address gives it. */
function aboutOf(
  tree: { id: string; title: string; timeZone: string },
  filter: Filter,
  now: Date,
): [name: string, text: string][] {
  return [
    ['journey', tree.title],
    ['journey_id', tree.id],
    ...[...new URLSearchParams(searchOf({ ...filter, compare: 'previous' }))],
    ['time_zone_of_days', tree.timeZone],
    ['made_at', now.toISOString()],
  ];
}

async function* readPages(
  scope: Scope,
  subjects: readonly AnswerSubject[],
  filter: Filter,
  pageLength: number,
): AsyncGenerator<Cell[][]> {
  for (const subject of subjects) {
    for (const lineageId of subject.lineageIds) {
      let after: AnswerPlace | null = null;
      do {
        const lines = await listAnswerLines(scope, lineageId, filter, after, pageLength);
        if (lines.length > 0) yield lines.map((line) => answerCells(subject, line));
        after = lines.length === pageLength ? (lines.at(-1) ?? null) : null;
      } while (after !== null);
    }
  }
}
