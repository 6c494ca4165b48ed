import { daysBetween } from '../../clock';
import { isShown } from '../../scoring/display';
import { groupOf } from '../../scoring/metric';
import { isMetricId, METRICS } from '../../scoring/metrics';
import { emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import type { GroupId } from '../../scoring/wording';
import { wilson } from '../../statistics/wilson';
import type { JourneyMapView } from '../model';
import type { QuestionView } from '../model/drivers';
import type {
  CohortView,
  OrderView,
  SilenceView,
  StepKind,
  StepView,
  WayAnswer,
  WayEntry,
} from '../model/people';
import { lineagesAt } from './questions';

type Mapped = Pick<JourneyMapView, 'stages' | 'links'>;

/** The touchpoints of a map in its order; their place in the list is what queries call them by. */
export function placesOf({ stages }: Pick<JourneyMapView, 'stages'>) {
  return stages
    .flatMap((stage) => stage.touchpoints.map((touchpoint) => ({ stage: stage.title, touchpoint })))
    .map(({ stage, touchpoint }, place) => ({
      place,
      id: touchpoint.id,
      title: touchpoint.title,
      stage,
      lineageIds: lineagesAt(touchpoint),
    }));
}

/** Answers that cohorts, order and silence are reckoned of at most, as far as that can be told beforehand. */
const MOST_ANSWERS_READ = 150_000;

/**
 * Every how many-th person is followed: 1, everybody, up to 150,000 answers of the map. With more, so few that about as
 * many answers are read, but each person's whole way: shares stay shares of people, with an interval of those who were read.
 */
export function oneInPeople({ stages }: Pick<JourneyMapView, 'stages'>): number {
  const measures = stages.flatMap(({ touchpoints }) => touchpoints).flatMap((one) => one.measures);
  const answers = measures.reduce((sum, { score }) => sum + score.n, 0);
  return Math.max(1, Math.ceil(answers / MOST_ANSWERS_READ));
}

const UNVERIFIED = 'unverified:';

/** What a person is called: name, address or key. */
export function labelOf(
  person: string,
  contact: { name: string | null; email: string | null } | null,
): { label: string; note: string | null; sure: boolean } {
  const key = person.replace(/^(contact|key):/, '');
  if (contact?.email) {
    const { name, email } = contact;
    return name ? { label: name, note: email, sure: true } : { label: email, note: null, sure: true };
  }
  return key.startsWith(UNVERIFIED)
    ? { label: key.slice(UNVERIFIED.length), note: null, sure: false }
    : { label: key, note: null, sure: true };
}

/** A person's answers, the oldest first, with where each was given and how it fits the order of the map. */
export function wayEntries(
  map: Mapped & Pick<JourneyMapView, 'title' | 'measures'>,
  answers: readonly WayAnswer[],
  dayOf: (instant: Date) => string,
): WayEntry[] {
  const places = placesOf(map);
  const placeOf = new Map(places.flatMap((one) => one.lineageIds.map((lineageId) => [lineageId, one])));
  let before: { place: number | null; at: Date } | null = null;
  return answers.flatMap((answer): WayEntry[] => {
    const { metric, score, receivedAt } = answer;
    if (!isMetricId(metric)) return [];
    const place = placeOf.get(answer.lineageId);
    const since = before;
    before = { place: place?.place ?? since?.place ?? null, at: receivedAt };
    const last = since?.place ?? null;
    const kind =
      place && last !== null && last !== place.place ? kindOf(map, places, last, place.place) : null;
    const measures = place
      ? (map.stages.flatMap(({ touchpoints }) => touchpoints).find(({ id }) => id === place.id)?.measures ??
        [])
      : map.measures;
    const asked = measures.find((one) => one.metric === metric && one.wording === answer.wording);
    return [
      {
        placementId: answer.placementId,
        responseId: answer.responseId,
        touchpointId: place?.id ?? null,
        title: place?.title ?? map.title,
        stage: place?.stage ?? null,
        metric,
        question: asked?.title ?? METRICS[metric].name,
        score,
        group: groupOf(METRICS[metric], score),
        words: answer.words,
        comment: answer.comment,
        source: answer.source,
        receivedAt,
        daysSince: since && daysBetween(dayOf(since.at), dayOf(receivedAt)),
        back: kind === 'back' && since !== null && receivedAt > since.at,
      },
    ];
  });
}

/**
 * How the answers of a second question differ by what the same people answered to a first one. Groups below the minimum n
 * have no score.
 *
 * @param rows how many people gave each pair of scores
 */
export function cohortView(
  first: QuestionView,
  later: QuestionView,
  rows: readonly { first: number; later: number; people: number }[],
  minimumN: number,
): CohortView {
  const [asked, answered] = [METRICS[first.metric], METRICS[later.metric]];
  const tallies = new Map<GroupId, number[]>(
    asked.groups.map(({ id }) => [id, [...emptyTally(answered.scale)]]),
  );
  for (const row of rows) {
    const tally = tallies.get(groupOf(asked, row.first)) as number[];
    const place = row.later - answered.scale.min;
    tally[place] = (tally[place] ?? 0) + row.people;
  }
  const of = (group: GroupId): Tally => tallies.get(group) ?? emptyTally(answered.scale);
  const [low, high] = [of('low'), of('high')];
  const enough = [low, high].every((tally) => isShown(tallyCount(tally), minimumN));
  return {
    first,
    later,
    people: rows.reduce((sum, { people }) => sum + people, 0),
    groups: asked.groups.map(({ id }) => {
      const n = tallyCount(of(id));
      return { group: id, n, score: isShown(n, minimumN) ? answered.score(of(id)) : null };
    }),
    difference: enough ? answered.difference(high, low) : null,
  };
}

/** What people did against what the map plans: its order from left to right and the paths drawn on it. */
export function orderView(
  map: Mapped & Pick<JourneyMapView, 'minimumN'>,
  steps: readonly { from: number; to: number; people: number; medianSeconds: number }[],
  returns: readonly { place: number; people: number }[],
): OrderView {
  const places = placesOf(map);
  const told = steps.flatMap(({ from, to, people, medianSeconds }): StepView[] => {
    const [start, end] = [places[from], places[to]];
    if (!start || !end) return [];
    const kind = kindOf(map, places, from, to);
    const medianDays = medianSeconds / 86_400;
    return [{ fromId: start.id, from: start.title, toId: end.id, to: end.title, kind, people, medianDays }];
  });
  const all = told.reduce((sum, { people }) => sum + people, 0);
  const planned = told.reduce((sum, { kind, people }) => sum + (kind === 'back' ? 0 : people), 0);
  const interval = isShown(all, map.minimumN) ? wilson(planned, all) : null;
  const most = (list: StepView[]) =>
    list
      .filter(({ people }) => isShown(people, map.minimumN))
      .sort((a, b) => b.people - a.people || a.from.localeCompare(b.from));
  return {
    steps: all,
    planned: interval && { share: planned / all, ...interval },
    against: most(told.filter(({ kind }) => kind === 'back')),
    along: most(told.filter(({ kind }) => kind !== 'back')),
    returns: returns
      .filter(({ people }) => isShown(people, map.minimumN))
      .flatMap(({ place, people }) => {
        const found = places[place];
        return found ? [{ touchpointId: found.id, title: found.title, people }] : [];
      })
      .sort((a, b) => b.people - a.people),
  };
}

/** Where people fall silent, in the order of the map; touchpoints that nobody is known to have answered are left out. */
export function silenceViews(
  map: Mapped & Pick<JourneyMapView, 'minimumN'>,
  rows: readonly { place: number; people: number; wentOn: number; medianSeconds: number | null }[],
  asked: readonly { place: number; people: number; silent: number }[],
): SilenceView[] {
  const places = placesOf(map);
  return places.flatMap(({ place, id, title }): SilenceView[] => {
    const row = rows.find((one) => one.place === place);
    const mail = asked.find((one) => one.place === place);
    if (!row && !mail) return [];
    const { people = 0, wentOn = 0, medianSeconds = null } = row ?? {};
    // Answers that came in together tell nothing about who goes on.
    const interval =
      medianSeconds !== null && medianSeconds > 0 && isShown(people, map.minimumN)
        ? wilson(people - wentOn, people)
        : null;
    return [
      {
        touchpointId: id,
        title,
        people,
        silent: interval && { share: (people - wentOn) / people, ...interval },
        medianDays: medianSeconds === null ? null : medianSeconds / 86_400,
        asked: mail ? { people: mail.people, silent: mail.silent } : null,
        last: place === places.length - 1,
      },
    ];
  });
}

function kindOf(map: Mapped, places: ReturnType<typeof placesOf>, from: number, to: number): StepKind {
  if (to === from + 1) return 'next';
  const [start, end] = [places[from]?.id, places[to]?.id];
  if (map.links.some(({ fromId, toId }) => fromId === start && toId === end)) return 'drawn';
  return to > from ? 'ahead' : 'back';
}
