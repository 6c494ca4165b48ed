import type { MetricId } from '../../scoring/metrics';
import type { ForwardCheck } from '../../statistics/forward-check';

/** How much one metric told about the outcome of people who came later. */
export interface Predictor {
  readonly metric: MetricId;
  readonly n: number;
  readonly events: number;
  /** Null where too little is known for a check. */
  readonly check: ForwardCheck | null;
}

/** Of people who had the outcome, and of those who had not: fewer of either tell nothing about a metric. */
const ENOUGH_OF_EACH = 10;

/** The metric that told most first; those of which too little is known last. */
export function best(predictors: readonly Predictor[]): Predictor[] {
  const gain = ({ check }: Predictor) => (isEnough(check) ? check.gain.mean : Number.NEGATIVE_INFINITY);
  return [...predictors].sort((a, b) => gain(b) - gain(a) || b.n - a.n);
}

/** Whether it told more than the rate of all alone: 'yes', 'no' where it told less, 'unclear' in between. */
export function tells({ check }: Predictor): 'yes' | 'no' | 'unclear' {
  if (!isEnough(check)) return 'unclear';
  if (check.gain.interval.low > 0) return 'yes';
  return check.gain.interval.high < 0 ? 'no' : 'unclear';
}

function isEnough(check: ForwardCheck | null): check is ForwardCheck {
  return check !== null && Math.min(check.events, check.n - check.events) >= ENOUGH_OF_EACH;
}
