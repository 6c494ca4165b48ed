import { METRICS, type MetricId } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import { changePoint } from '../../statistics/change-point';
import { EWMA_WEIGHT, ewmaLimit } from '../../statistics/ewma-limit';
import { normalQuantile } from '../../statistics/normal';
import { withoutSkewness } from '../../statistics/skewness';
import type { Watch, WatchPoint, WatchSeries, WatchSignal, Week } from '../model/watch';
import type { Counted } from './counted';

/** Weeks that a watch looks back over. */
export const WATCHED_WEEKS = 104;

/** Weeks with fewer answers are put together until there are so many. */
const LEAST_ANSWERS = 10;
/** What is usual is known from so many weeks, or from so many answers of at least a few weeks. */
const USUAL_WEEKS = 20;
const USUAL_ANSWERS = 200;
const LEAST_WEEKS = 8;
const LEAST_MOVES = 5;
/** Weeks that scatter this much more than their answers explain are judged by their own scatter. */
const OVERDISPERSED = 1.5;
/** What a single week may be out by at the least, in standard deviations, before it is a signal by itself. */
const LEAST_JUMP = 3;
const WEEKS_PER_YEAR = 365.25 / 7;

/** A subject with its counts by week: `slices` of each measure is one tally for each week, oldest first. */
export type WatchSubject = {
  lineageId: string;
  counted: readonly Pick<Counted, 'metric' | 'wording' | 'title' | 'slices'>[];
};

/**
 * Every measure of these subjects held week by week against all its answers since its last change.
 *
 * A week's score is compared with the mean of all weeks before it: z = (x − x̄)/(s·√(1/n + 1/N)), skewness taken out.
 * Such residuals are independent of each other whatever the level is, so their exponentially weighted average has the
 * limits of the textbook. A signal is an average or a single week beyond its limit; half of the false alarms that were
 * chosen go to each. After a signal the level is learned anew from the change point on.
 * Source: EWMA by Roberts, Technometrics 1 (1959) 239; self-starting by Hawkins, The Statistician 36 (1987) 299.
 *
 * @param alarmsPerYear how many false alarms all measures together may give in a year on average, above 0
 */
export function watchOver(
  subjects: readonly WatchSubject[],
  weeks: readonly Week[],
  alarmsPerYear: number,
): Watch {
  const series = subjects.flatMap(({ lineageId, counted }) =>
    counted.map(({ metric, wording, title, slices }) => ({
      ...{ lineageId, metric, wording, title },
      points: judgedTogether(metric, weeks, slices),
    })),
  );
  const watched = series.filter(({ points }) => points.length > 0);
  const limits = limitsFor(pointsPerYear(watched, weeks.length), alarmsPerYear);
  return {
    series: watched.map(({ points, ...one }) => ({ ...one, ...followed(one, points, limits) })),
    limits,
    watched: watched.length,
  };
}

/** The signals alone, the latest first: what alerts are made of. */
export function watchSignals(
  subjects: readonly WatchSubject[],
  weeks: readonly Week[],
  alarmsPerYear: number,
): WatchSignal[] {
  return watchOver(subjects, weeks, alarmsPerYear)
    .series.flatMap(({ signals }) => signals)
    .sort((a, b) => (a.noticedOn < b.noticedOn ? 1 : a.noticedOn > b.noticedOn ? -1 : 0));
}

type Point = Week & { tally: Tally; n: number };

/** Weeks put together until each point has enough answers; the newest weeks wait while they have too few. */
function judgedTogether(metric: MetricId, weeks: readonly Week[], slices: readonly Tally[]): Point[] {
  const points: Point[] = [];
  let open: Point | null = null;
  slices.forEach((slice, index) => {
    const week = weeks[index];
    const n = tallyCount(slice);
    if (week === undefined || (n === 0 && open === null)) return;
    const tally: Tally = addTallies(open?.tally ?? emptyTally(METRICS[metric].scale), slice);
    open = { from: open?.from ?? week.from, to: week.to, tally, n: tallyCount(tally) };
    if (open.n < LEAST_ANSWERS) return;
    points.push(open);
    open = null;
  });
  return points;
}

/** How many points a year all series together will give, going by the weeks since each began. */
function pointsPerYear(series: readonly { points: readonly Point[] }[], weeks: number): number {
  return series.reduce((sum, { points }) => {
    const first = points[0]?.from ?? '';
    const last = points.at(-1)?.to ?? '';
    const lived = Math.max(1, Math.min(weeks, (Date.parse(last) - Date.parse(first)) / 604_800_000 + 1 / 7));
    return sum + (points.length / lived) * WEEKS_PER_YEAR;
  }, 0);
}

function limitsFor(points: number, alarmsPerYear: number): Watch['limits'] {
  if (!(alarmsPerYear > 0)) throw new RangeError(`${alarmsPerYear} false alarms a year cannot be aimed at`);
  const each = Math.max(1, points / (alarmsPerYear / 2));
  const jump = Math.max(LEAST_JUMP, -normalQuantile(Math.min(0.5, 1 / each / 2)));
  return { drift: ewmaLimit(Math.max(2, each)), jump };
}

/** One series from change to change. */
function followed(
  subject: Pick<WatchSignal, 'lineageId' | 'metric' | 'wording'>,
  points: readonly Point[],
  limits: Watch['limits'],
): Pick<WatchSeries, 'points' | 'signals' | 'state'> {
  const measure = METRICS[subject.metric];
  const seen: WatchPoint[] = [];
  const signals: { at: number; signal: WatchSignal }[] = [];
  let usual = startingAt(0, measure.scale, NO_MOVES);
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at] as Point;
    const score = measure.score(point.tally);
    const { shown, out } = judge(usual, measure, point, limits);
    seen.push({ from: point.from, to: point.to, score, ...shown });
    if (out === null) continue;
    const change = signalOf(subject, points.slice(usual.start, at + 1), out);
    if (out.rule === 'jump') {
      signals.push({ at, signal: change.signal });
      continue;
    }
    const start = usual.start + change.at;
    // A jump that lasted is the same change: it is told once, as noticed first.
    const jump = signals.find((one) => one.at >= start && one.signal.rule === 'jump');
    const kept = signals.filter((one) => one !== jump);
    signals.splice(0, signals.length, ...kept, {
      at: start,
      signal: { ...change.signal, noticedOn: jump?.signal.noticedOn ?? change.signal.noticedOn },
    });
    // What came after the change is the first of what is usual from now on.
    usual = startingAt(start, measure.scale, usual.moves);
    for (const known of points.slice(start, at + 1)) learn(usual, known);
  }
  return { points: seen, signals: signals.map(({ signal }) => signal), state: stateOf(usual) };
}

/** What is known of one level: its answers so far, and the average of the residuals. */
type Usual = {
  start: number;
  tally: Tally;
  points: number;
  average: number;
  judged: number;
  /** Which way the week before was out by itself. */
  jumped: WatchSignal['direction'] | null;
  moves: Moves;
};

/** How residuals follow each other: the sum of |zᵢ − zᵢ₋₁|, how many, and the last z. */
type Moves = { sum: number; count: number; last: number | null };
const NO_MOVES: Moves = { sum: 0, count: 0, last: null };

function startingAt(start: number, scale: { min: number; max: number }, { sum, count }: Moves): Usual {
  const moves = { sum, count, last: null };
  return { start, tally: emptyTally(scale), points: 0, average: 0, judged: 0, jumped: null, moves };
}

function learn(usual: Usual, point: Point): void {
  usual.tally = addTallies(usual.tally, point.tally);
  usual.points += 1;
}

function move(usual: Usual, residual: number): void {
  const { sum, count, last } = usual.moves;
  usual.moves =
    last === null
      ? { sum, count, last: residual }
      : { sum: sum + Math.abs(residual - last), count: count + 1, last: residual };
}

function stateOf(usual: Usual): WatchSeries['state'] {
  const n = tallyCount(usual.tally);
  if (isKnown(usual, n)) return { kind: 'watching' };
  return {
    kind: 'learning',
    answers: Math.max(0, USUAL_ANSWERS - n),
    weeks: Math.max(
      1,
      (n >= USUAL_ANSWERS && scatterOf(usual.moves) === 1 ? LEAST_WEEKS : USUAL_WEEKS) - usual.points,
    ),
  };
}

/** How weeks scatter by themselves is known from weeks alone, however many answers they have. */
const isKnown = ({ points, moves }: Usual, n: number): boolean =>
  points >= USUAL_WEEKS || (points >= LEAST_WEEKS && n >= USUAL_ANSWERS && scatterOf(moves) === 1);

function judge(
  usual: Usual,
  measure: (typeof METRICS)[MetricId],
  point: Point,
  limits: Watch['limits'],
): {
  shown: Pick<WatchPoint, 'z' | 'average' | 'limit'>;
  out: Pick<WatchSignal, 'direction' | 'rule'> | null;
} {
  const known = measure.moments(usual.tally);
  const week = measure.moments(point.tally);
  const nothing = { shown: { z: null, average: null, limit: null }, out: null };
  if (known === null || week === null || known.variance === 0) {
    learn(usual, point);
    return nothing;
  }
  const share = 1 / point.n + 1 / known.n;
  const plain = (week.mean - known.mean) / Math.sqrt(known.variance * share);
  const tail = (known.skewness * (1 / point.n ** 2 - 1 / known.n ** 2)) / share ** 1.5;
  const residual = withoutSkewness(plain, tail);
  if (!isKnown(usual, known.n)) {
    move(usual, residual);
    learn(usual, point);
    return nothing;
  }
  const z = residual / scatterOf(usual.moves);
  usual.judged += 1;
  const spread = (EWMA_WEIGHT / (2 - EWMA_WEIGHT)) * (1 - (1 - EWMA_WEIGHT) ** (2 * usual.judged));
  const limit = limits.drift * Math.sqrt(spread);
  const average = EWMA_WEIGHT * z + (1 - EWMA_WEIGHT) * usual.average;
  const direction = z > 0 ? 'up' : 'down';
  const again = usual.jumped === direction;
  usual.jumped = null;
  if (Math.abs(z) > limits.jump && !again) {
    // It is a signal by itself. Whether it lasts is for the next weeks to say: it alone takes the average no further.
    usual.jumped = direction;
    usual.average = Math.max(-limit, Math.min(limit, average));
    return { shown: { z, average: usual.average, limit }, out: { direction, rule: 'jump' } };
  }
  usual.average = average;
  const shown = { z, average, limit };
  if (Math.abs(z) > limits.jump) return { shown, out: { direction, rule: 'drift' } };
  if (Math.abs(average) > limit) {
    return { shown, out: { direction: average > 0 ? 'up' : 'down', rule: 'drift' } };
  }
  move(usual, residual);
  learn(usual, point);
  return { shown, out: null };
}

/**
 * How much more residuals scatter than the answers explain: 1 unless that is plain. After Laney, Quality Engineering 14
 * (2002) 531: the mean moving range of the residuals divided by 1.128.
 */
function scatterOf({ sum, count }: Moves): number {
  if (count < LEAST_MOVES) return 1;
  const scatter = sum / count / 1.128;
  return scatter > OVERDISPERSED ? scatter : 1;
}

function signalOf(
  subject: Pick<WatchSignal, 'lineageId' | 'metric' | 'wording'>,
  points: readonly Point[],
  out: Pick<WatchSignal, 'direction' | 'rule'>,
): { at: number; signal: WatchSignal } {
  const measure = METRICS[subject.metric];
  const scores = points.map(({ tally, n }) => ({ value: measure.score(tally).value as number, weight: n }));
  const last = points.length - 1;
  const shift = out.rule === 'drift' ? changePoint(scores, { permutations: 0 }) : null;
  // A shift that points the other way is another story: then all that is known is when it was noticed.
  const fits = shift !== null && shift.after > shift.before === (out.direction === 'up');
  const [at, from, to] = fits ? [shift.at, shift.from, shift.to] : [last, last, last];
  const scored = (part: readonly Point[]) =>
    measure.score(addTallies(emptyTally(measure.scale), ...part.map(({ tally }) => tally)));
  const day = (place: number) => (points[place] as Point).from;
  return {
    at,
    signal: {
      ...{ lineageId: subject.lineageId, metric: subject.metric, wording: subject.wording },
      ...out,
      from: day(from),
      to: (points[to] as Point).to,
      since: day(at),
      noticedOn: (points[last] as Point).to,
      before: scored(points.slice(0, at)),
      after: scored(points.slice(at)),
    },
  };
}
