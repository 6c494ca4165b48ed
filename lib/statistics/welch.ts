import { type Interval, intervalAround } from './interval';
import type { Moments } from './moments';
import { studentTCdf, studentTQuantile } from './student-t';

/**
 * 95 % interval of the difference of two independent means, current minus previous, within −range…range.
 * Null where it cannot be made: fewer than two answers on a side, or no variance on both.
 * Variances are those of one answer. Source: Welch, Biometrika 34 (1947) 28, with Satterthwaite's degrees of
 * freedom.
 */
export function welch(current: Moments, previous: Moments, range: number): Interval | null {
  const error = standardError(current, previous);
  if (error === null) return null;
  const half = studentTQuantile(0.975, error.df) * error.size;
  return intervalAround(current.mean - previous.mean, half, -range, range);
}

/**
 * The two-sided p-value of the same difference, 0…1; null where there is no interval. It is under 0.05 exactly where the
 * uncut interval excludes 0.
 */
export function welchP(current: Moments, previous: Moments): number | null {
  const error = standardError(current, previous);
  if (error === null) return null;
  return 2 * studentTCdf(-Math.abs(current.mean - previous.mean) / error.size, error.df);
}

function standardError(current: Moments, previous: Moments): { size: number; df: number } | null {
  if (current.n < 2 || previous.n < 2) return null;
  const a = current.variance / current.n;
  const b = previous.variance / previous.n;
  if (a + b === 0) return null;
  return {
    size: Math.sqrt(a + b),
    df: (a + b) ** 2 / (a ** 2 / (current.n - 1) + b ** 2 / (previous.n - 1)),
  };
}
