import { type Interval, intervalAround } from './interval';
import type { Moments } from './moments';
import { studentTQuantile } from './student-t';

/**
 * 95 % interval of the difference of two independent means, current minus previous, within −range…range.
 * Null where it cannot be made: fewer than two answers on a side, or no variance on both.
 * Variances are those of one answer. Source: Welch, Biometrika 34 (1947) 28, with Satterthwaite's degrees of
 * freedom.
 */
export function welch(current: Moments, previous: Moments, range: number): Interval | null {
  if (current.n < 2 || previous.n < 2) return null;
  const a = current.variance / current.n;
  const b = previous.variance / previous.n;
  if (a + b === 0) return null;
  const df = (a + b) ** 2 / (a ** 2 / (current.n - 1) + b ** 2 / (previous.n - 1));
  const half = studentTQuantile(0.975, df) * Math.sqrt(a + b);
  return intervalAround(current.mean - previous.mean, half, -range, range);
}
