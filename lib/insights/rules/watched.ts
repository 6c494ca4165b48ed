import { addDays, mondayOf } from '../../clock';
import { isMetricId } from '../../scoring/metrics';
import type { Week } from '../model/watch';
import { countedAt, shownOf, type Tree } from './build-map';
import { countedBySubject, type SliceCounts } from './counted';
import { WATCHED_WEEKS, type WatchSubject } from './watch';

/** The last whole weeks before a day, Monday to Sunday, the oldest first. */
export function watchedWeeks(today: string): Week[] {
  const thisMonday = mondayOf(today);
  return Array.from({ length: WATCHED_WEEKS }, (_, week) => {
    const from = addDays(thisMonday, (week - WATCHED_WEEKS) * 7);
    return { from, to: addDays(from, 6) };
  });
}

/**
 * What of a journey is watched, from its counts by week: the journey itself, the touchpoints that its map shows with what
 * was merged into them, and its handoffs. Nothing is left out for having no answers.
 *
 * @param rows slice i is week i
 */
export function watchSubjects(tree: Tree, rows: readonly SliceCounts[]): WatchSubject[] {
  const counted = countedBySubject(
    rows.filter((row) => isMetricId(row.metric)),
    tree.surveys.filter((survey) => isMetricId(survey.metric)),
    WATCHED_WEEKS,
  );
  const own = (lineageId: string) => ({ lineageId, counted: counted.get(lineageId) ?? [] });
  const { stages, touchpoints } = shownOf(tree);
  return [
    own(tree.lineageId),
    ...stages.flatMap(({ id }) =>
      touchpoints
        .filter(({ stageId }) => stageId === id)
        .map((one) => ({ lineageId: one.lineageId, counted: countedAt(one, counted) })),
    ),
    ...tree.handoffs.flatMap(({ lineageId }) => (lineageId === null ? [] : [own(lineageId)])),
  ];
}
