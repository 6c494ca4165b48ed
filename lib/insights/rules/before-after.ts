import { addDays, daysBetween } from '../../clock';
import { isShown } from '../../scoring/display';
import { METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally } from '../../scoring/tally';
import type { BeforeAfterView, ChangeSpan, ChangeView, MarkerView } from '../model';
import type { Counted } from './counted';

/** The most days that are compared on each side of a change. */
const MOST_DAYS = 90;

/**
 * The days that are compared around a change: as many before its day as from its day on, and its own day is the first
 * after it. At most 90 each, and none that is still to come; null where the day itself is.
 */
export function spanAround(changedOn: string, today: string): ChangeSpan | null {
  const days = Math.min(MOST_DAYS, daysBetween(changedOn, today) + 1);
  if (days < 1) return null;
  return {
    previousFrom: addDays(changedOn, -days),
    previousTo: addDays(changedOn, -1),
    from: changedOn,
    to: addDays(changedOn, days - 1),
    days,
  };
}

/** What was counted around a change, compared: `counted` has the days from the change on, and before it as `previous`. */
export function changeView(
  marker: MarkerView,
  {
    span,
    near,
    counted,
    minimumN,
  }: {
    span: ChangeSpan | null;
    /** All changes that may have moved the same measures, this one among them. */
    near: readonly MarkerView[];
    counted: readonly Counted[];
    minimumN: number;
  },
): ChangeView {
  if (span === null) return { marker, span, others: [], measures: [] };
  const within = ({ changedOn }: MarkerView) => span.previousFrom <= changedOn && changedOn <= span.to;
  return {
    marker,
    span,
    others: near.filter((one) => one.id !== marker.id && within(one)),
    measures: counted.map((one) => beforeAfter(one, minimumN)),
  };
}

/** One measure before and after, by the metric's own score and difference; nothing of it where either side is too small. */
export function beforeAfter(counted: Counted, minimumN: number): BeforeAfterView {
  const metric = METRICS[counted.metric];
  const tally = addTallies(emptyTally(metric.scale), ...counted.slices);
  const [before, after] = [metric.score(counted.previous), metric.score(tally)];
  const difference = metric.difference(tally, counted.previous);
  const enough = isShown(before.n, minimumN) && isShown(after.n, minimumN);
  const missing = (n: number) => Math.max(0, Math.max(1, minimumN) - n);
  return {
    ...{ metric: counted.metric, wording: counted.wording, title: counted.title },
    n: { before: before.n, after: after.n },
    missing: { before: missing(before.n), after: missing(after.n) },
    compared:
      enough && difference !== null && before.value !== null && after.value !== null
        ? { before: before.value, after: after.value, difference }
        : null,
  };
}
