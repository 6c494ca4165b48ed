import { logChoose } from './log-gamma';
import type { ShareCounts } from './newcombe';
import { normalTwoSided } from './normal';

/** A two-sided p-value and the test that gave it. */
export interface TestResult<Method extends string> {
  readonly p: number;
  readonly method: Method;
}

/**
 * Whether two independent shares differ; null when either side has no answers.
 * The N − 1 test: z = δ·√((N − 1)/N) / √(p̄(1 − p̄)(1/n₁ + 1/n₂)) with the pooled share p̄; Fisher's exact test (the
 * sum of all tables that are at most as likely) where a count of less than one would be expected somewhere.
 * Source: Campbell, Statistics in Medicine 26 (2007) 3661.
 */
export function twoShareTest(a: ShareCounts, b: ShareCounts): TestResult<'n-1-z' | 'fisher'> | null {
  if (a.n === 0 || b.n === 0) return null;
  const n = a.n + b.n;
  const yes = a.count + b.count;
  if (yes === 0 || yes === n) return { p: 1, method: 'n-1-z' };
  if ((Math.min(yes, n - yes) * Math.min(a.n, b.n)) / n < 1)
    return { p: fisherTwoSided(a, b), method: 'fisher' };
  const share = yes / n;
  const variance = share * (1 - share) * (1 / a.n + 1 / b.n) * (n / (n - 1));
  return { p: normalTwoSided((a.count / a.n - b.count / b.n) / Math.sqrt(variance)), method: 'n-1-z' };
}

/** Fisher's exact two-sided p-value of two shares, 0…1: the tables with these margins at most as likely as this one. */
export function fisherTwoSided(a: ShareCounts, b: ShareCounts): number {
  const yes = a.count + b.count;
  const all = logChoose(a.n + b.n, yes);
  const logChance = (count: number) => logChoose(a.n, count) + logChoose(b.n, yes - count) - all;
  // Tables that are exactly as likely differ in the last digits of a double.
  const bound = logChance(a.count) + 1e-7;
  let p = 0;
  for (let count = Math.max(0, yes - b.n); count <= Math.min(a.n, yes); count += 1) {
    const chance = logChance(count);
    if (chance <= bound) p += Math.exp(chance);
  }
  return Math.min(1, p);
}
