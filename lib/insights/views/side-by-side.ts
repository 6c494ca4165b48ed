import { findFilterChoices } from '@/db/queries/filter-choices';
import { listTallySlices } from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { SOURCES } from '../../response/model';
import { isMetricId } from '../../scoring/metrics';
import type { Filter, JourneyMapView, Period } from '../model';
import { OTHERS, type SideBySideView, type SideValue } from '../model/side-by-side';
import { type Answers, buildMap, shownOf, subjectsOwned } from '../rules/build-map';
import { countedBySubject } from '../rules/counted';
import {
  channelsTogether,
  heldAgainst,
  lessThose,
  sharedFilter,
  sideBySide,
  sideFilter,
  sidesOf,
  turnedRound,
} from '../rules/side-by-side';
import { openJourney } from './open-journey';

const SLICES = 1;

/**
 * Two personas, channels, segments, sources or periods of a journey side by side, as an address asks for them. All else of
 * its filter holds for both. The numbers of a side are those that its own filter gives everywhere else; everybody but the
 * other side are all answers less those, in one snapshot, so that an answer of which nothing is known is one of theirs.
 *
 * @throws AppError `bad_request` for a bad filter or side; `not_found`
 */
export async function loadSideBySide(
  scope: Scope,
  journeyId: string,
  params: URLSearchParams,
  now: Date,
): Promise<SideBySideView> {
  const { tree, filter, period, today } = await openJourney(scope, journeyId, params, now);
  const subjects = subjectsOwned(tree, filter.owner);
  const counted = await findFilterChoices(scope, subjects);
  const choices = {
    persona: tree.personas.map(({ id }) => id),
    channel: channelsTogether(shownOf(tree).touchpoints, counted.channels),
    segment: counted.segments.filter((segment) => segment !== ''),
    source: SOURCES,
  };
  const { by, a, b, problem } = sidesOf(params, filter, period, choices);
  const shared = sharedFilter(filter, by);
  const mapOf = (own: Filter, days: Period, answers: Answers['counted']): JourneyMapView =>
    buildMap(tree, own, days, { counted: answers, words: [], comments: [], personas: [] }, today);
  const found = {
    ...{ by, a, b },
    choices: by === 'period' ? [] : [...choices[by]],
    shared: mapOf(shared, period, new Map()),
  };
  if (problem !== null || a === null || b === null) {
    return { ...found, problem: problem ?? 'nothing to choose', compared: null };
  }
  const [own, other] = [sideFilter(shared, by, a), sideFilter(shared, by, b)];
  const [rowsOfA, rowsOfB] = await scope.snapshot(async (still) => {
    const rowsOf = (one: Filter) =>
      listTallySlices(still, subjects, { ...one, previousFrom: null, previousTo: null, slices: SLICES });
    const [ofA, ofB] = [await rowsOf(own), await rowsOf(other)];
    return [a === OTHERS ? lessThose(ofA, ofB) : ofA, b === OTHERS ? lessThose(ofB, ofA) : ofB] as const;
  });
  const together = countedBySubject(
    heldAgainst(rowsOfA, rowsOfB).filter((row) => isMetricId(row.metric)),
    tree.surveys.filter((survey) => subjects.includes(survey.lineageId) && isMetricId(survey.metric)),
    SLICES,
  );
  const sideOf = (value: SideValue, one: Filter, held: Filter, answers: Answers['counted']) => ({
    ...{ value, filter: one },
    map: mapOf(one, againstDays(one, held), answers),
  });
  return {
    ...found,
    problem: null,
    compared: sideBySide(sideOf(a, own, other, turnedRound(together)), sideOf(b, other, own, together)),
  };
}

/** The days of one side, with those of the other as what it is compared with. */
const againstDays = (one: Filter, held: Filter): Period => ({
  ...{ from: one.from, to: one.to, previousFrom: held.from, previousTo: held.to },
  fallback: false,
});
