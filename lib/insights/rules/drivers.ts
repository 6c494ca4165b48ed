import { isShown } from '../../scoring/display';
import { endpointMean } from '../../scoring/endpoint-mean';
import { groupOf } from '../../scoring/metric';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { scalePoints, type Tally } from '../../scoring/tally';
import { atOnce } from '../../statistics/at-once';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg';
import { correlation } from '../../statistics/correlation';
import type { Incomplete } from '../../statistics/em-correlation';
import { clampInterval, type Interval, intervalAround } from '../../statistics/interval';
import { observedMoments } from '../../statistics/moments';
import { Z95 } from '../../statistics/normal';
import { type PenaltyReward, penaltyReward } from '../../statistics/penalty-reward';
import { median, quantile } from '../../statistics/quantile';
import { type RelativeWeights, relativeWeights } from '../../statistics/relative-weights';
import { shrink } from '../../statistics/shrinkage';
import type { JourneyMapView } from '../model';
import type {
  Adjusted,
  DriversView,
  DriverTier,
  DriverView,
  ImpactPoint,
  ImpactView,
  PerformanceView,
  QuestionView,
} from '../model/drivers';
import { FALSE_SHARE } from './comparisons';
import { questionKey } from './questions';

/** How long before the outcome an answer may lie to count as part of it. */
export const WINDOW_DAYS = 180;
/** People that are read at most; more would tell no more, and take longer. */
export const MOST_PEOPLE = 5_000;
/** From this many people who answered a touchpoint and the outcome, it is weighed against others. */
const WEIGHED_FROM = 30;
const TIERS_FROM = 30;
const WEIGHTS_FROM = 100;
/** Fewer pairs give no link that is worth reading. */
const LINK_FROM = 10;
/** More columns than a tenth of the people would find patterns in chance. */
const PEOPLE_PER_DRIVER = 10;

/** People that are looked at before whoever asked may do something else. */
const PEOPLE_AT_ONCE = 500;

/** One person: what the outcome was scored, and by question what was answered before it. */
export type Answered = { score: number; answers: readonly (readonly [question: number, score: number])[] };

/** What can be told at once, and the answers that are still to be weighed against one another. */
export type DriverModel = {
  view: DriversView;
  /** Places of what is weighed in `view.drivers`. */
  weighed: number[];
  /** One row per person: what is weighed, then the outcome; null where there is nothing to weigh. */
  table: Incomplete | null;
};

/** One person: the outcome, and a column per touchpoint; null where nothing was answered. */
type TableRow = { score: number; row: (number | null)[] };

type Asked = {
  outcomes: QuestionView[];
  outcome: QuestionView | null;
  questions: readonly QuestionView[];
  answered: { people: number; rows: readonly Answered[] };
  seed: number;
};

/**
 * What the outcome moves together with, as far as it can be said before other samples are drawn: links with their
 * intervals, and how far up it goes. A touchpoint stands for itself by the question that most people answered.
 */
export function driverModel(map: Pick<JourneyMapView, 'stages' | 'minimumN'>, asked: Asked): DriverModel {
  return atOnce(driverModelInParts(map, asked));
}

/** As {@link driverModel}, stopping every few milliseconds, so that whoever runs it may do something else. */
export function* driverModelInParts(
  map: Pick<JourneyMapView, 'stages' | 'minimumN'>,
  { outcomes, outcome, questions, answered, seed }: Asked,
): Generator<void, DriverModel> {
  const { people, rows } = answered;
  const nothing: DriversView = {
    ...{ outcomes, outcome, people, linked: 0, cutTo: people > rows.length ? rows.length : null },
    ...{ windowDays: WINDOW_DAYS, level: 'none', pairs: null, missing: null, rSquared: null, draws: 0, seed },
    drivers: [],
  };
  if (outcome === null) return { view: nothing, weighed: [], table: null };
  const chosen = oneEach(questions, rows);
  const columns = new Map(chosen.map((place, column) => [place, column]));
  const together = chosen.map(() => new Map<number, [given: number, score: number, count: number]>());
  const table: TableRow[] = [];
  for (const [at, { score, answers }] of rows.entries()) {
    if (at % PEOPLE_AT_ONCE === 0) yield;
    const row: (number | null)[] = chosen.map(() => null);
    let knows = false;
    for (const [question, given] of answers) {
      const column = columns.get(question);
      if (column === undefined) continue;
      row[column] = given;
      knows = true;
      countPair(together[column] as (typeof together)[number], given, score);
    }
    if (knows) table.push({ score, row });
  }
  const performances = performancesOf(map);
  const alone = chosen.map((place, column) => {
    const question = questions[place] as QuestionView;
    const pairs = [...(together[column] as (typeof together)[number]).values()];
    const n = pairs.reduce((sum, [, , count]) => sum + count, 0);
    return {
      question,
      stage: stageOf(map, question),
      n,
      link: n >= Math.max(LINK_FROM, map.minimumN) ? correlation(pairs) : null,
      weight: null,
      tier: null,
      contrast: contrastOf(pairs, question.metric, outcome.metric, map.minimumN),
      performance: performances.get(question.key) ?? null,
    };
  });
  const links = adjusted(alone.map(({ link }) => link));
  const penalties = adjusted(alone.map(({ contrast }) => contrast.penalty));
  const rewards = adjusted(alone.map(({ contrast }) => contrast.reward));
  const drivers = alone.map(
    (driver, at): DriverView => ({
      ...driver,
      link: links[at] ?? null,
      contrast: { penalty: penalties[at] ?? null, reward: rewards[at] ?? null },
    }),
  );
  const weighed = drivers.flatMap(({ n, link }, place) => (n >= WEIGHED_FROM && link !== null ? place : []));
  const pairs = yield* medianPairs(table, weighed);
  const linked = table.length;
  const reaches = (least: number) =>
    pairs !== null && pairs >= least && linked >= PEOPLE_PER_DRIVER * weighed.length;
  const level = reaches(WEIGHTS_FROM)
    ? 'weights'
    : reaches(TIERS_FROM)
      ? 'tiers'
      : drivers.some(({ link }) => link !== null)
        ? 'links'
        : 'none';
  return {
    view: {
      ...nothing,
      linked,
      level,
      pairs,
      missing: missingPeople(level, pairs, linked, weighed.length, drivers),
      drivers,
    },
    weighed,
    table:
      level === 'tiers' || level === 'weights'
        ? table.map(({ score, row }) => [...weighed.map((place) => row[place] ?? null), score])
        : null,
  };
}

/** The weights of one matrix whose last column is the outcome. */
export function weightsOf(matrix: readonly (readonly number[])[]): RelativeWeights {
  const between = matrix.slice(0, -1).map((row) => row.slice(0, -1));
  return relativeWeights(
    between,
    matrix.slice(0, -1).map((row) => row.at(-1) as number),
  );
}

/**
 * The weights of a model with what other samples gave. In tiers no order is told: a touchpoint is in the top or the lower
 * third if at least half of the samples put it there. With weights, the top group is all that no sample of 95 % tells
 * apart from the largest.
 */
export function weighedDrivers(
  { view, weighed }: Pick<DriverModel, 'view' | 'weighed'>,
  found: RelativeWeights,
  drawn: readonly RelativeWeights[],
): DriversView {
  const shares = drawn.map(({ weights, rSquared }) =>
    weights.map((weight) => (rSquared > 0 ? weight / rSquared : 0)),
  );
  const largest = found.weights.indexOf(Math.max(...found.weights));
  const bounds = (values: number[]) => ({ low: quantile(values, 0.025), high: quantile(values, 0.975) });
  const drivers = view.drivers.map((driver, place): DriverView => {
    const column = weighed.indexOf(place);
    if (column < 0) return driver;
    const own = shares.map((row) => row[column] as number);
    if (view.level === 'tiers') return { ...driver, tier: tierOf(shares, column) };
    const behind = shares.map((row) => (row[largest] as number) - (row[column] as number));
    const share = found.rSquared > 0 ? (found.weights[column] as number) / found.rSquared : 0;
    const top = column === largest || quantile(behind, 0.025) <= 0;
    return { ...driver, weight: { share, ...bounds(own) }, tier: top ? 'top' : 'lower' };
  });
  const ordered =
    view.level === 'weights'
      ? drivers.toSorted((a, b) => (b.weight?.share ?? -1) - (a.weight?.share ?? -1))
      : drivers;
  return {
    ...view,
    drivers: ordered,
    draws: drawn.length,
    rSquared: {
      value: Math.min(1, found.rSquared),
      ...clampInterval(bounds(drawn.map(({ rSquared }) => rSquared)), 0, 1),
    },
  };
}

/** How often another sample is drawn: a thousand times where that is quick, else as often as a second allows. */
export const drawsFor = (people: number, columns: number): number =>
  Math.round(Math.max(200, Math.min(1000, 200_000_000 / (people * (columns + 1) * (columns + 2)))));

/**
 * Where the touchpoints lie between what they go along with and how well they do, with lines at the medians; null below
 * the level `tiers`, or with fewer than four touchpoints to lay out.
 */
export function impactOf({ drivers, level }: Pick<DriversView, 'drivers' | 'level'>): ImpactView | null {
  const placed = drivers.flatMap((driver) => {
    const { performance, weight, tier } = driver;
    if (performance === null || tier === null) return [];
    const step = { lower: 0, middle: 1, top: 2 }[tier];
    const y = weight
      ? { value: weight.share, low: weight.low, high: weight.high }
      : { value: step, low: step, high: step };
    return [{ driver, x: { value: performance.value, low: performance.low, high: performance.high }, y }];
  });
  if ((level !== 'tiers' && level !== 'weights') || placed.length < 4) return null;
  // Tiers are whole steps: a line on one of them would cut it in two.
  const lines = {
    x: median(placed.map(({ x }) => x.value)),
    y: level === 'tiers' ? 0.5 : median(placed.map(({ y }) => y.value)),
  };
  return {
    lines,
    points: placed.map(({ driver, x, y }): ImpactPoint => {
      const crosses = ({ low, high }: { low: number; high: number }, line: number) =>
        low < line && high > line;
      const strong = y.value >= lines.y;
      const good = x.value >= lines.x;
      return {
        ...{ driver, x, y },
        quadrant: strong ? (good ? 'keep' : 'improve') : good ? 'maintain' : 'watch',
        straddles: crosses(x, lines.x) || crosses(y, lines.y),
        missing: crosses(x, lines.x) ? missingAnswers(driver.performance as PerformanceView, lines.x) : null,
      };
    }),
  };
}

/**
 * Whether something stands out among what was judged with it: its interval excludes 0, and so it does after the correction
 * for all touchpoints of the same column.
 */
export const standsOut = ({ low, high, adjustedP }: Adjusted<Interval>): boolean =>
  (low > 0 || high < 0) && adjustedP <= FALSE_SHARE;

/** One question on one screen is one family: what every touchpoint says to it is corrected together. */
function adjusted<T extends { p: number }>(all: readonly (T | null)[]): (Adjusted<T> | null)[] {
  const family = all.flatMap((one) => one ?? []);
  const values = benjaminiHochberg(family.map(({ p }) => p));
  const found = new Map(family.map((one, at) => [one, { ...one, adjustedP: values[at] as number }]));
  return all.map((one) => (one === null ? null : (found.get(one) ?? null)));
}

/** Per touchpoint the question with the most people, in the order of the map. */
function oneEach(questions: readonly QuestionView[], rows: readonly Answered[]): number[] {
  const counts = questions.map(() => 0);
  for (const { answers } of rows) {
    for (const [question] of answers) counts[question] = (counts[question] ?? 0) + 1;
  }
  const best = new Map<string, number>();
  for (const [place, { touchpointId }] of questions.entries()) {
    if (touchpointId === null || counts[place] === 0) continue;
    const known = best.get(touchpointId);
    if (known === undefined || (counts[place] as number) > (counts[known] as number)) {
      best.set(touchpointId, place);
    }
  }
  return [...best.values()].sort((a, b) => a - b);
}

/** Points of no scale lie further apart than this. */
const MOST_POINTS = 100;

function countPair(counts: Map<number, [number, number, number]>, given: number, score: number): void {
  const known = counts.get(given * MOST_POINTS + score);
  if (known) known[2] += 1;
  else counts.set(given * MOST_POINTS + score, [given, score, 1]);
}

function* medianPairs(
  table: readonly TableRow[],
  columns: readonly number[],
): Generator<void, number | null> {
  const size = columns.length;
  if (size < 2) return null;
  const counts = new Float64Array(size * size);
  const known = new Int32Array(size);
  for (const [at, { row }] of table.entries()) {
    if (at % PEOPLE_AT_ONCE === 0) yield;
    let length = 0;
    for (let place = 0; place < size; place += 1) {
      if ((row[columns[place] as number] ?? null) === null) continue;
      known[length] = place;
      length += 1;
    }
    for (let one = 0; one < length; one += 1) {
      const first = (known[one] as number) * size;
      for (let other = one + 1; other < length; other += 1) {
        const place = first + (known[other] as number);
        counts[place] = (counts[place] as number) + 1;
      }
    }
  }
  return Math.floor(
    median(columns.flatMap((_, i) => [...counts.subarray(i * size + i + 1, (i + 1) * size)])),
  );
}

function missingPeople(
  level: DriversView['level'],
  pairs: number | null,
  linked: number,
  columns: number,
  drivers: readonly DriverView[],
): number | null {
  if (level === 'weights') return null;
  if (pairs === null) {
    // Two touchpoints have to be weighed before pairs of them can be counted.
    const second = drivers.map(({ n }) => n).sort((a, b) => b - a)[1];
    return second === undefined ? null : Math.max(1, WEIGHED_FROM - second);
  }
  if (pairs === 0) return null;
  const target = level === 'tiers' ? WEIGHTS_FROM : TIERS_FROM;
  const wanted = Math.max(Math.ceil((linked * target) / pairs), PEOPLE_PER_DRIVER * columns);
  return Math.max(1, wanted - linked);
}

function contrastOf(
  pairs: readonly (readonly [given: number, score: number, count: number])[],
  metric: MetricId,
  outcome: MetricId,
  minimumN: number,
): PenaltyReward {
  const { scale } = METRICS[outcome];
  const momentsOf = (group: 'low' | 'middle' | 'high') => {
    const own = pairs.filter(([given]) => groupOf(METRICS[metric], given) === group);
    const scores = own.map(([, value, count]) => ({ value, count }));
    return observedMoments(scores) ?? { mean: 0, variance: 0, n: 0 };
  };
  const groups = { low: momentsOf('low'), middle: momentsOf('middle'), high: momentsOf('high') };
  return penaltyReward(groups, scale.max - scale.min, Math.max(minimumN, 2));
}

function tierOf(shares: readonly (readonly number[])[], column: number): DriverTier {
  const third = Math.max(1, Math.round((shares[0] as number[]).length / 3));
  const width = (shares[0] as number[]).length;
  let [top, lower] = [0, 0];
  for (const row of shares) {
    const above = row.filter((share) => share > (row[column] as number)).length;
    if (above < third) top += 1;
    else if (above >= width - third) lower += 1;
  }
  return 2 * top >= shares.length ? 'top' : 2 * lower >= shares.length ? 'lower' : 'middle';
}

/** How well each question does, by its key; questions of one metric are shrunken together where there are enough. */
function performancesOf(map: Pick<JourneyMapView, 'stages' | 'minimumN'>): Map<string, PerformanceView> {
  const all = map.stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap(({ id, measures }) =>
      measures
        .filter(({ score }) => score.n > 0)
        .map(({ metric, wording, tally }) => ({ key: questionKey(id, { metric, wording }), metric, tally })),
    ),
  );
  const found = new Map<string, PerformanceView>();
  for (const metric of new Set(all.map((one) => one.metric))) {
    const own = all.filter((one) => one.metric === metric);
    const shrunken = shrink(own.map(({ tally }) => momentsOf(metric, tally)));
    for (const [place, { key, tally }] of own.entries()) {
      const { mean, n } = momentsOf(metric, tally);
      if (!isShown(n, map.minimumN)) continue;
      const posterior = shrunken?.groups[place];
      const { min, max } = METRICS[metric].scale;
      const share = (value: number) => (value - min) / (max - min);
      const interval = posterior
        ? intervalAround(posterior.value, Z95 * posterior.sd, min, max)
        : (endpointMean(METRICS[metric].scale, tally) ?? { low: min, high: max });
      found.set(key, {
        value: share(posterior?.value ?? mean),
        low: share(interval.low),
        high: share(interval.high),
        n,
        reliability: posterior ? 1 - posterior.weight : null,
      });
    }
  }
  return found;
}

function momentsOf(metric: MetricId, tally: Tally) {
  const points = scalePoints(METRICS[metric].scale);
  const counted = points.map((value, place) => ({ value, count: tally[place] ?? 0 }));
  return observedMoments(counted) ?? { mean: 0, variance: 0, n: 0 };
}

/** How many more answers would take the interval off the line, if the value stays; null beyond what can be told. */
function missingAnswers({ value, low, high, n }: PerformanceView, line: number): number | null {
  const distance = Math.abs(value - line);
  if (distance === 0) return null;
  const needed = n * ((high - low) / 2 / distance) ** 2 - n;
  return needed > 100_000 ? null : Math.max(1, Math.ceil(needed));
}

const stageOf = (map: Pick<JourneyMapView, 'stages'>, { touchpointId }: QuestionView): string =>
  map.stages.find(({ touchpoints }) => touchpoints.some(({ id }) => id === touchpointId))?.title ?? '';
