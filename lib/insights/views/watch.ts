import { findTree, type JourneyTree } from '@/db/queries/journeys';
import { listTallySlices } from '@/db/queries/tallies';
import { findWatchAlarms } from '@/db/queries/watch';
import type { Scope } from '@/db/scope';
import { dayOf } from '../../clock';
import { notFound } from '../../errors';
import { isUuid } from '../../id';
import type { WatchedSubject, WatchView } from '../model/watch';
import { shownOf, subjectsOwned } from '../rules/build-map';
import { parseFilter } from '../rules/filter';
import { WATCHED_WEEKS, watchOver } from '../rules/watch';
import { watchedWeeks, watchSubjects } from '../rules/watched';

/**
 * Every score of a journey week by week over two years, with the changes that are more than chance. Of the address's filter
 * it follows everything but the period: a watch always looks at the last whole weeks.
 *
 * @throws AppError `bad_request` for a bad filter; `not_found`
 */
export async function loadWatch(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<WatchView> {
  const tree = isUuid(journeyId) ? await findTree(scope, journeyId) : null;
  const alarmsPerYear = tree && (await findWatchAlarms(scope, tree.id));
  if (tree === null || alarmsPerYear === null) throw notFound();
  const asked = parseFilter(params);
  const weeks = watchedWeeks(dayOf(now, tree.timeZone));
  const from = weeks[0]?.from ?? '';
  const to = weeks.at(-1)?.to ?? '';
  const rows = await listTallySlices(scope, subjectsOwned(tree, asked.owner), {
    ...asked,
    ...{ from, to, previousFrom: null, previousTo: null, slices: WATCHED_WEEKS },
  });
  const { series, limits, watched } = watchOver(watchSubjects(tree, rows), weeks, alarmsPerYear);
  const subjects = subjectsByLineage(tree);
  const told = series.flatMap((one) => {
    const subject = subjects.get(one.lineageId);
    return subject ? [{ ...one, subject }] : [];
  });
  return {
    ...{ id: tree.id, title: tree.title, alarmsPerYear, minimumN: tree.minimumN, from, to, limits, watched },
    narrowed: { ...pickNarrowed(tree), filter: asked },
    lineageIds: subjectsOwned(tree, null),
    series: told,
    signals: told
      .flatMap(({ signals, subject, title }) => signals.map((signal) => ({ ...signal, subject, title })))
      .sort((a, b) => (a.noticedOn < b.noticedOn ? 1 : -1)),
    markers: tree.markers.filter(({ changedOn }) => changedOn >= from && changedOn <= to),
  };
}

const pickNarrowed = ({ personas, teams, members, channels }: JourneyTree) => ({
  ...{ personas, teams, members, channels },
});

function subjectsByLineage(tree: JourneyTree): Map<string, WatchedSubject> {
  const { stages, touchpoints } = shownOf(tree);
  const stageTitles = new Map(stages.map(({ id, title }) => [id, title]));
  const titles = new Map(touchpoints.map(({ id, title }) => [id, title]));
  return new Map([
    [tree.lineageId, { title: tree.title, stage: null, touchpointId: null }],
    ...touchpoints.map(({ id, title, stageId, lineageId }): [string, WatchedSubject] => [
      lineageId,
      { title, stage: stageTitles.get(stageId) ?? null, touchpointId: id },
    ]),
    ...tree.handoffs.flatMap(({ lineageId, fromId, toId }): [string, WatchedSubject][] => {
      const [from, to] = [titles.get(fromId), titles.get(toId)];
      if (lineageId === null || from === undefined || to === undefined) return [];
      return [[lineageId, { title: `${from} → ${to}`, stage: null, touchpointId: null }]];
    }),
  ]);
}
