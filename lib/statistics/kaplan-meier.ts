import type { Interval } from './interval';
import { Z95 } from './normal';

/** How long something was watched, and whether it ended then or was merely no longer seen. */
export interface Lifetime {
  /** 0 or more, in any unit. */
  readonly time: number;
  readonly ended: boolean;
  /** How many went the same way; 1 unless given. */
  readonly n?: number;
}

/** What is left after an instant at which something ended. */
export interface SurvivalStep {
  readonly time: number;
  /** Watched until just before it, and ended at it. */
  readonly atRisk: number;
  readonly ended: number;
  /** Share that lives on, 0–1. */
  readonly survival: number;
  /** 95 %, log-log; null at 0, where there is none. */
  readonly interval: Interval | null;
}

/** A share that lives on: 1 before the first step. */
export interface SurvivalCurve {
  readonly n: number;
  readonly ended: number;
  readonly steps: readonly SurvivalStep[];
  /** The last instant at which anybody was still watched; beyond it nothing is known. */
  readonly watchedUntil: number;
}

/**
 * The share that lives on after each instant, from lifetimes of which some were not seen to their end. Who is last seen
 * at an instant at which others end counts as still there then. Null for nobody.
 * Source: Kaplan & Meier, JASA 53 (1958) 457; variance by Greenwood; log-log intervals after Kalbfleisch & Prentice,
 * which stay within 0–1 at any n.
 * @throws RangeError for a negative or unknown time.
 */
export function kaplanMeier(lifetimes: readonly Lifetime[]): SurvivalCurve | null {
  const moments = byTime(lifetimes);
  const n = moments.reduce((sum, { leaving }) => sum + leaving, 0);
  if (n === 0) return null;
  const steps: SurvivalStep[] = [];
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  for (const { time, ended, leaving } of moments) {
    if (ended > 0) {
      survival *= (atRisk - ended) / atRisk;
      greenwood += atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended));
      steps.push({ time, atRisk, ended, survival, interval: logLog(survival, greenwood) });
    }
    atRisk -= leaving;
  }
  return {
    n,
    ended: steps.reduce((sum, step) => sum + step.ended, 0),
    steps,
    watchedUntil: moments.at(-1)?.time ?? 0,
  };
}

/** The share that lives on at a time, 0–1; null where nobody was watched for so long and some lived on. */
export function survivalAt(curve: SurvivalCurve, time: number): number | null {
  const last = curve.steps.findLast((step) => step.time <= time);
  if (time > curve.watchedUntil && last?.survival !== 0) return null;
  return last?.survival ?? 1;
}

/**
 * The time by which half have ended: where the curve first falls below one half; where it rests on exactly one half,
 * the middle of that rest. Null where it never comes so low.
 */
export function medianSurvival(curve: SurvivalCurve): number | null {
  const half = curve.steps.findIndex(({ survival }) => survival < 0.5 + 1e-12);
  const step = curve.steps[half];
  if (!step) return null;
  const next = curve.steps[half + 1];
  if (Math.abs(step.survival - 0.5) < 1e-12 && next) return (step.time + next.time) / 2;
  return step.time;
}

/** Lifetimes put together by their instants, in order: how many ended then, and how many left the watch in all. */
export function byTime(
  lifetimes: readonly Lifetime[],
): { readonly time: number; readonly ended: number; readonly leaving: number }[] {
  const moments = new Map<number, { time: number; ended: number; leaving: number }>();
  for (const { time, ended, n = 1 } of lifetimes) {
    if (!(time >= 0 && Number.isFinite(time))) throw new RangeError(`${time} is not a length of time`);
    const moment = moments.get(time) ?? { time, ended: 0, leaving: 0 };
    moment.leaving += n;
    if (ended) moment.ended += n;
    moments.set(time, moment);
  }
  return [...moments.values()].filter(({ leaving }) => leaving > 0).sort((a, b) => a.time - b.time);
}

function logLog(survival: number, greenwood: number): Interval | null {
  if (survival === 0 || survival === 1) return null;
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}
