import { groupOf } from '../../scoring/metric';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { kaplanMeier, survivalAt } from '../../statistics/kaplan-meier';
import { Z95 } from '../../statistics/normal';
import { wilson } from '../../statistics/wilson';
import { ENOUGH_EVENTS, type FigureOrigin, type ScoredGroup } from '../model';
import type { MeasuredFigures } from './economics';

/** People in a group below which no figure is taken from it. */
const ENOUGH_PEOPLE = 30;

/** A year, in days: the horizon of what the economics count. */
export const YEAR_DAYS = 365;

/** Per score of one metric: who left when, and what people spent and how often they called in the year after. */
export type MeasuredSeries = {
  readonly metric: MetricId;
  readonly groups: readonly ScoredGroup[];
  readonly contacts: readonly Amounts[];
  readonly spent: readonly Amounts[];
};
type Amounts = { readonly score: number; readonly n: number; readonly sum: number; readonly squares: number };
type Measured = NonNullable<MeasuredFigures[keyof MeasuredFigures]>;

/**
 * The figures that our own customers tell: churn after bad and after good within a year, monthly churn, contacts and
 * spending. Bad is the lowest group of a metric's scores and good the highest. The metric in which the most left is
 * taken. Fewer than 50 who left, or fewer than 30 in a group, tell nothing.
 *
 * @param through the last day that is known, in days since 1970
 */
export function measuredFigures(series: readonly MeasuredSeries[], through: number): MeasuredFigures {
  const counted = series
    .map((one) => ({ ...one, ...churnOf(one, through) }))
    .sort((a, b) => b.bad.events + b.good.events - a.bad.events - a.good.events);
  const most = counted[0];
  if (!most) return {};
  const found: { -readonly [Figure in keyof MeasuredFigures]: MeasuredFigures[Figure] } = {};
  const { metric, bad, good, all } = most;
  if (all.events >= ENOUGH_EVENTS && bad.n >= ENOUGH_PEOPLE && good.n >= ENOUGH_PEOPLE) {
    found.churnAfterBad = shareOf(metric, bad);
    found.churnAfterGood = shareOf(metric, good);
    const monthly = monthlyChurn(most, through);
    if (monthly) found.monthlyChurn = monthly;
  }
  const lowest = METRICS[metric].groups[0]?.id;
  const highest = METRICS[metric].groups.at(-1)?.id;
  const ofGroup = (amounts: readonly Amounts[], id: string | undefined) =>
    amounts.filter(({ score }) => groupOf(METRICS[metric], score) === id);
  const contactsAfterBad = meanOf(metric, ofGroup(most.contacts, lowest), 1);
  const contactsAfterGood = meanOf(metric, ofGroup(most.contacts, highest), 1);
  if (contactsAfterBad && contactsAfterGood && most.contacts.some(({ sum }) => sum > 0)) {
    found.contactsAfterBad = contactsAfterBad;
    found.contactsAfterGood = contactsAfterGood;
  }
  const arpu = meanOf(null, most.spent, 12);
  if (arpu) found.arpuPerMonth = arpu;
  return found;
}

type Counted = { n: number; events: number };

function churnOf({ metric, groups }: MeasuredSeries, through: number) {
  const due = groups.filter(({ on }) => on + YEAR_DAYS <= through);
  const of = (id: string | undefined): Counted => {
    const own = due.filter(({ score }) => id === undefined || groupOf(METRICS[metric], score) === id);
    return {
      n: own.reduce((sum, one) => sum + one.n, 0),
      events: own.reduce(
        (sum, one) => sum + (one.cameAfter !== null && one.cameAfter <= YEAR_DAYS ? one.n : 0),
        0,
      ),
    };
  };
  const { groups: scale } = METRICS[metric];
  return { bad: of(scale[0]?.id), good: of(scale.at(-1)?.id), all: of(undefined) };
}

function shareOf(metric: MetricId, { n, events }: Counted): Measured {
  const { low, high } = wilson(events, n) ?? { low: 0, high: 1 };
  return { value: events / n, origin: { kind: 'measured', metric, n, events, low, high } };
}

/** The constant monthly share that makes as many leave in a year as did. */
function monthlyChurn({ groups }: MeasuredSeries, through: number): Measured | null {
  const curve = kaplanMeier(
    groups
      .filter(({ on }) => on < through)
      .map(({ on, cameAfter, n }) => ({ time: cameAfter ?? through - on, ended: cameAfter !== null, n })),
  );
  const kept = curve && survivalAt(curve, YEAR_DAYS);
  const interval = curve?.steps.findLast(({ time }) => time <= YEAR_DAYS)?.interval;
  if (!curve || kept === null || !interval) return null;
  const monthly = (share: number) => 1 - share ** (1 / 12);
  const origin: FigureOrigin & { kind: 'measured' } = {
    kind: 'measured',
    metric: null,
    n: curve.n,
    events: curve.ended,
    low: monthly(interval.high),
    high: monthly(interval.low),
  };
  return { value: monthly(kept as number), origin };
}

/** The mean of an amount per person, divided by `parts`, with the normal interval of a mean. */
function meanOf(metric: MetricId | null, amounts: readonly Amounts[], parts: number): Measured | null {
  const n = amounts.reduce((sum, one) => sum + one.n, 0);
  if (n < ENOUGH_PEOPLE) return null;
  const total = amounts.reduce((sum, one) => sum + one.sum, 0);
  const squares = amounts.reduce((sum, one) => sum + one.squares, 0);
  const mean = total / n;
  const half = Z95 * Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1) / n);
  return {
    value: mean / parts,
    origin: {
      kind: 'measured',
      metric,
      n,
      events: Math.round(total),
      low: Math.max(0, mean - half) / parts,
      high: (mean + half) / parts,
    },
  };
}
