import { daysBetween } from '../../clock';
import type { WatchSignal } from '../../insights/model/watch';
import { METRICS, type MetricId } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import type { Tally } from '../../scoring/tally';
import { normalCdf, Z95 } from '../../statistics/normal';
import { wilson } from '../../statistics/wilson';
import { type AlertFinding, BOUNCE_DAYS } from '../model/alert';

/** How long a drop is told after it was noticed. */
const DROP_DAYS = 28;
/** Days before the last answer from which it is known how often people answer. */
export const USUAL_DAYS = 56;
/** Days with an answer among those that make a habit. */
const HABIT_DAYS = 8;
/** Silences a year that chance alone may feign over so many places of the same pace. */
const FEIGNED = { perYear: 4, places: 40 };
const DAYS_PER_YEAR = 365;
/** Mails from which a share of them says something. */
const LEAST_MAILS = 20;

/**
 * How probable it is that a score is below a number, 0–1, by the normal distribution that its 95 % interval stands for;
 * null where nobody answered. Close to the truth from a dozen answers on; an interval that is a point is judged as one.
 */
export function probabilityBelow(
  { low, high }: Pick<Score, 'low' | 'high'>,
  threshold: number,
): number | null {
  if (low === null || high === null) return null;
  const centre = (low + high) / 2;
  const deviation = (high - low) / 2 / Z95;
  if (deviation === 0) return centre < threshold ? 1 : 0;
  return normalCdf((threshold - centre) / deviation);
}

/**
 * A score that is below the rule's number with its probability; null where it is not, or too few have answered for any
 * number to be shown.
 */
export function findLow(
  counted: { metric: MetricId; wording: string; tally: Tally },
  rule: { metric: MetricId; below: number; probability: number },
  about: { minimumN: number; from: string; to: string },
): AlertFinding | null {
  const { metric, wording, tally } = counted;
  if (metric !== rule.metric) return null;
  const { value, n, low, high } = METRICS[metric].score(tally);
  const probability = probabilityBelow({ low, high }, rule.below);
  if (value === null || low === null || high === null || probability === null) return null;
  if (n < about.minimumN || probability < rule.probability) return null;
  const { from, to } = about;
  return { kind: 'score', metric, wording, value, low, high, n, below: rule.below, probability, from, to };
}

/** What a drop tells that the watch has noticed lately; null where it is no drop, or is long known. */
export function findDrop(signal: WatchSignal, today: string): AlertFinding | null {
  if (signal.direction !== 'down' || daysBetween(signal.noticedOn, today) > DROP_DAYS) return null;
  const { metric, wording, from, to, since } = signal;
  return { kind: 'drop', metric, wording, from, to, since };
}

/**
 * How many days without an answer are more than chance: where answers come at random, so long a silence begins in a year
 * as often as is allowed. A day is quiet as often as those that were looked at, one quiet day added.
 */
function silentDays(daysHeard: number): number {
  const quiet = 1 - daysHeard / (USUAL_DAYS + 1);
  const begun = FEIGNED.places * DAYS_PER_YEAR * (1 - quiet);
  return Math.log(FEIGNED.perYear / begun) / Math.log(quiet);
}

/**
 * A place where people used to answer and nobody does now; null where there was no habit, or the silence is no longer
 * than the rule allows and chance explains.
 *
 * @param heard.daysHeard days with an answer among the `USUAL_DAYS` up to the last one
 */
export function findSilence(
  heard: { lastOn: string; daysHeard: number },
  leastDays: number,
  today: string,
): AlertFinding | null {
  const days = daysBetween(heard.lastOn, today);
  const usualDays = USUAL_DAYS / heard.daysHeard;
  if (heard.daysHeard < HABIT_DAYS || days < leastDays || days < silentDays(heard.daysHeard)) return null;
  return { kind: 'silence', lastOn: heard.lastOn, days, usualDays };
}

/** More mails that could not be delivered than the rule allows, beyond chance; null where it is not so. */
export function findBounces(ends: { sent: number; failed: number }, shareRatio: number): AlertFinding | null {
  const all = ends.sent + ends.failed;
  const interval = wilson(ends.failed, all);
  if (all < LEAST_MAILS || interval === null || interval.low <= shareRatio) return null;
  return { kind: 'bounce', ...ends, low: interval.low, high: interval.high, days: BOUNCE_DAYS };
}
