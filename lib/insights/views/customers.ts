import {
  findPersonContact,
  listCohort,
  listPeople,
  listReturns,
  listSilence,
  listSteps,
  listUnanswered,
  listWay,
} from '@/db/queries/people';
import type { Scope } from '@/db/scope';
import { addDays, dayOf, instantAt } from '../../clock';
import { notFound } from '../../errors';
import { METRICS } from '../../scoring/metrics';
import type { JourneyMapView } from '../model';
import type { QuestionView } from '../model/drivers';
import type { CohortView, CustomersView, OrderView, SilenceView, WayView } from '../model/people';
import {
  cohortView,
  labelOf,
  oneInPeople,
  orderView,
  placesOf,
  silenceViews,
  wayEntries,
} from '../rules/customers';
import { EVERYTHING } from '../rules/filter';
import { questionKey, questionsOf } from '../rules/questions';

const MOST_ANSWERS = 500;

/** People who answered at two touchpoints of the map or more, those with most frictions first. */
export async function loadCustomers(
  scope: Scope,
  map: JourneyMapView,
  asked: { search: string; offset: number; limit: number },
): Promise<CustomersView> {
  const { total, people } = await listPeople(scope, placesOf(map), map.filter, asked);
  return {
    total,
    customers: people.map(({ person, name, email, places, answers, low, lastMs }) => ({
      person,
      ...labelOf(person, { name, email }),
      touchpoints: places,
      answers,
      frictions: low,
      lastAt: new Date(lastMs),
    })),
  };
}

/**
 * One person's way through the journey: answers at touchpoints and about the whole, of the map's period and filter. Where
 * none of theirs fits that, `elsewhere` has the days in which they answered.
 *
 * @throws AppError `not_found` where nobody of that name ever answered here
 */
export async function loadWay(scope: Scope, map: JourneyMapView, person: string): Promise<WayView> {
  const lineages = [...placesOf(map).flatMap(({ lineageIds }) => lineageIds), map.lineageId];
  const [answers, contact] = await Promise.all([
    listWay(scope, person, lineages, map.filter, MOST_ANSWERS + 1),
    findPersonContact(scope, person),
  ]);
  const elsewhere = answers.length === 0 ? await everAnswered(scope, map, person, lineages) : null;
  const entries = wayEntries(map, answers.slice(0, MOST_ANSWERS), (instant) => dayOf(instant, map.timeZone));
  return {
    ...labelOf(person, contact),
    entries,
    frictions: entries.filter(({ group }) => group === 'low').length,
    touchpoints: new Set(entries.flatMap(({ touchpointId }) => touchpointId ?? [])).size,
    cut: answers.length > MOST_ANSWERS,
    elsewhere,
  };
}

/** @throws AppError `not_found` for somebody who never answered about any of these subjects */
async function everAnswered(
  scope: Scope,
  { timeZone, today }: JourneyMapView,
  person: string,
  lineages: readonly string[],
): Promise<{ from: string; to: string }> {
  const all = await listWay(
    scope,
    person,
    lineages,
    { ...EVERYTHING, from: '1970-01-01', to: today },
    MOST_ANSWERS,
  );
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw notFound();
  return { from: dayOf(first.receivedAt, timeZone), to: dayOf(last.receivedAt, timeZone) };
}

/** The questions that can be compared, and how the second differs by the first; null without two questions. */
export async function loadCohort(
  scope: Scope,
  map: JourneyMapView,
  asked: { first: string | null; later: string | null },
): Promise<{ questions: QuestionView[]; cohort: CohortView | null }> {
  const { touchpoints, journey } = questionsOf(map);
  const questions = [...touchpoints, ...journey];
  const first = questions.find(({ key }) => key === asked.first) ?? worstOf(map, touchpoints);
  const later =
    questions.find(({ key }) => key === asked.later && key !== first?.key) ??
    questions.findLast(({ key }) => key !== first?.key);
  if (!first || !later) return { questions, cohort: null };
  const rows = await listCohort(scope, first, later, { ...map.filter, oneIn: oneInPeople(map) });
  return { questions, cohort: cohortView(first, later, rows, map.minimumN) };
}

/** The most answered question of the touchpoint that came out worst: there it is most worth knowing what came of it. */
function worstOf(map: JourneyMapView, questions: readonly QuestionView[]): QuestionView | undefined {
  const rated = map.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .map(({ id, measures }) => ({
      id,
      tone: Math.min(
        1,
        ...measures.flatMap(({ metric, score, shown }) =>
          shown && score.value !== null ? METRICS[metric].tone(score.value) : [],
        ),
      ),
      measure: measures.toSorted((a, b) => b.score.n - a.score.n)[0],
    }))
    .sort((a, b) => a.tone - b.tone)[0];
  const key = rated?.measure && questionKey(rated.id, rated.measure);
  return questions.find((one) => one.key === key) ?? questions[0];
}

/** How people went against what the map plans. */
export async function loadOrder(scope: Scope, map: JourneyMapView): Promise<OrderView> {
  const places = placesOf(map);
  const within = { ...map.filter, oneIn: oneInPeople(map) };
  const [steps, returns] = await Promise.all([
    listSteps(scope, places, within),
    listReturns(scope, places, within),
  ]);
  return orderView(map, steps, returns);
}

/** Where people fall silent. The period counts to its last day, but not beyond `now`. */
export async function loadSilence(scope: Scope, map: JourneyMapView, now: Date): Promise<SilenceView[]> {
  const places = placesOf(map);
  const within = { ...map.filter, oneIn: oneInPeople(map) };
  const end = instantAt(addDays(map.filter.to, 1), 0, map.timeZone);
  const [rows, asked] = await Promise.all([
    listSilence(scope, places, [map.lineageId], within, end < now ? end : now),
    listUnanswered(scope, places, map.filter, map.timeZone),
  ]);
  return silenceViews(map, rows, asked);
}
