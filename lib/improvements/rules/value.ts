import type { EconomicFigure, Economics } from '../../outcomes/model';
import { fixAssumptions } from '../../outcomes/rules/economics';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { badCounts } from '../../scoring/point-values';
import type { Tally } from '../../scoring/tally';
import { type FixAssumptions, valueOfFix, valueRange } from '../../statistics/value-of-fix';
import { wilson } from '../../statistics/wilson';
import type { ImprovementValue } from '../model';

/** Without a target of its own, an improvement is taken to halve the share of bad answers. */
const ASSUMED_CUT = 0.5;

type Counted = { metric: MetricId; tally: Tally };

/**
 * What bringing the share of bad answers to its target is worth in a year: at the ends of the share's 95 % interval and
 * at the share itself. Null where nobody answered or the economics do not suffice. Costs of contacts count where they are known.
 *
 * @param reach share of customers who pass here, 0–1
 */
export function improvementValue(
  measure: Counted | null,
  given: { reach: number; targetBadShare: number | null },
  economics: Economics | null,
): ImprovementValue | null {
  if (measure === null || economics === null) return null;
  const counts = badCounts(METRICS[measure.metric], measure.tally);
  const interval = wilson(counts.count, counts.n);
  const now = counts.n === 0 ? 0 : counts.count / counts.n;
  const target = given.targetBadShare ?? now * ASSUMED_CUT;
  const money = fixAssumptions(economics, { reach: given.reach, badShareTarget: target, effect: 1 });
  const range = money && valueRange(counts, money);
  if (!interval || !range) return null;
  return {
    badShare: { value: now, ...interval, ...counts },
    target: { value: target, assumed: given.targetBadShare === null },
    ...range,
    currency: economics.currency,
    assumed: assumedFigures(economics),
  };
}

/**
 * What the measured fall of the bad share is worth in a year, at the ends of its interval and as observed; a share that
 * rose costs, so all three may be below 0. Null where the economics do not suffice.
 */
export function realisedValue(
  fall: { value: number; low: number; high: number },
  reach: number,
  economics: Economics | null,
): { low: number; base: number; high: number } | null {
  const money = economics && fixAssumptions(economics, { reach, badShareTarget: 0, effect: 1 });
  if (!money) return null;
  const worth = (share: number) => signedValue(share, money);
  return { low: worth(fall.low), base: worth(fall.value), high: worth(fall.high) };
}

/**
 * The running total of what finished improvements bring in a year. Their errors are independent, so the distances to the
 * ends add as squares; the sum of the low ends would be too low.
 */
export function cumulativeValue<T extends { low: number; base: number; high: number }>(
  values: readonly T[],
): (T & { total: { low: number; base: number; high: number } })[] {
  let [base, below, above] = [0, 0, 0];
  return values.map((one) => {
    base += one.base;
    below += (one.base - one.low) ** 2;
    above += (one.high - one.base) ** 2;
    return { ...one, total: { low: base - Math.sqrt(below), base, high: base + Math.sqrt(above) } };
  });
}

function signedValue(fall: number, money: FixAssumptions): number {
  return Math.sign(fall) * valueOfFix(Math.abs(fall), money).yearValue;
}

function assumedFigures(economics: Economics): EconomicFigure[] {
  return (Object.keys(economics.figures) as EconomicFigure[]).filter(
    (name) => economics.figures[name].origin?.kind === 'assumed',
  );
}
