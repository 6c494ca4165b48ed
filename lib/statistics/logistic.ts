import type { Interval } from './interval';
import { Z95 } from './normal';

/** How often something happened among those with the same value. */
export interface Trials {
  readonly x: number;
  readonly count: number;
  readonly n: number;
}

/** log-odds = intercept + slope · x */
export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  readonly slopeError: number;
  /** By how much the odds are multiplied for one more of x, with its 95 % interval (Wald, on the log scale). */
  readonly oddsRatio: number;
  readonly oddsInterval: Interval;
  readonly n: number;
  readonly events: number;
  readonly logLikelihood: number;
}

/**
 * Fits the chance of an event to one number by maximum likelihood: Newton's method, which is iteratively reweighted
 * least squares here, until a step moves nothing by more than 1e-12.
 * Null where there is no such fit: all x alike, all or none happened, or x parts those who did from those who did not.
 * Source: McCullagh & Nelder, Generalized Linear Models (1989), 4.4.
 */
export function logistic(trials: readonly Trials[]): LogisticFit | null {
  const n = trials.reduce((sum, one) => sum + one.n, 0);
  const events = trials.reduce((sum, one) => sum + one.count, 0);
  if (events === 0 || events === n || separated(trials)) return null;
  // About the mean and in units of the spread the two equations are well conditioned whatever x is.
  const centre = trials.reduce((sum, one) => sum + one.n * one.x, 0) / n;
  const spread = Math.sqrt(trials.reduce((sum, one) => sum + one.n * (one.x - centre) ** 2, 0) / n);
  if (!(spread > 0)) return null;
  let a = Math.log(events / (n - events));
  let b = 0;
  for (let round = 0; round < 60; round += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const one of trials) {
      const z = (one.x - centre) / spread;
      const p = chanceOf(a + b * z);
      const weight = one.n * p * (1 - p);
      const miss = one.count - one.n * p;
      ga += miss;
      gb += miss * z;
      haa += weight;
      hab += weight * z;
      hbb += weight * z * z;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 0)) return null;
    const stepA = (hbb * ga - hab * gb) / determinant;
    const stepB = (haa * gb - hab * ga) / determinant;
    a += stepA;
    b += stepB;
    if (Math.abs(stepA) > 1e-12 || Math.abs(stepB) > 1e-12) continue;
    const slope = b / spread;
    const slopeError = Math.sqrt(haa / determinant) / spread;
    const intercept = a - slope * centre;
    return {
      intercept,
      slope,
      slopeError,
      oddsRatio: Math.exp(slope),
      oddsInterval: {
        low: Math.exp(slope - Z95 * slopeError),
        high: Math.exp(slope + Z95 * slopeError),
      },
      n,
      events,
      logLikelihood: trials.reduce(
        (sum, one) => sum - one.n * logLoss(one, chanceAt({ intercept, slope }, one.x)),
        0,
      ),
    };
  }
  return null;
}

/** The chance that a fit gives at x, 0–1. */
export function chanceAt(fit: Pick<LogisticFit, 'intercept' | 'slope'>, x: number): number {
  return chanceOf(fit.intercept + fit.slope * x);
}

/** Mean of −ln(chance given to what happened) over the trials of one x, for a predicted chance p. */
export function logLoss({ count, n }: Pick<Trials, 'count' | 'n'>, p: number): number {
  const happened = count === 0 ? 0 : count * Math.log(p);
  const not = count === n ? 0 : (n - count) * Math.log1p(-p);
  return -(happened + not) / n;
}

const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Whether some x has all who did on its one side and all who did not on the other: then the slope has no end. */
function separated(trials: readonly Trials[]): boolean {
  const did = trials.filter((one) => one.count > 0).map((one) => one.x);
  const not = trials.filter((one) => one.count < one.n).map((one) => one.x);
  return Math.min(...did) >= Math.max(...not) || Math.max(...did) <= Math.min(...not);
}
