import type { Interval } from './interval';
import type { Trials } from './logistic';
import { Z95 } from './normal';

/** Chance that one who did has a higher x than one who did not, ties counting half. */
export interface Auc {
  readonly value: number;
  /** 95 %, on the log-odds scale, so that it stays within 0–1; null where every pair is ordered alike. */
  readonly interval: Interval | null;
}

/**
 * The area under the ROC curve: 0.5 tells nothing, 1 tells all, below 0.5 a low x goes with the event. Null unless some
 * did and some did not. Source: DeLong and others, Biometrics 44 (1988) 837.
 */
export function auc(trials: readonly Trials[]): Auc | null {
  const did = trials.reduce((sum, one) => sum + one.count, 0);
  const not = trials.reduce((sum, one) => sum + one.n, 0) - did;
  if (did === 0 || not === 0) return null;
  const ordered = [...together(trials).values()].sort((a, b) => a.x - b.x);
  let notBelow = 0;
  let didBelow = 0;
  const scores = ordered.map(({ count, n }) => {
    const others = n - count;
    const fromDid = (notBelow + others / 2) / not;
    const fromNot = (did - didBelow - count / 2) / did;
    notBelow += others;
    didBelow += count;
    return { count, others, fromDid, fromNot };
  });
  const value = scores.reduce((sum, one) => sum + one.count * one.fromDid, 0) / did;
  if (did < 2 || not < 2) return { value, interval: null };
  const spreadDid = scores.reduce((sum, one) => sum + one.count * (one.fromDid - value) ** 2, 0) / (did - 1);
  const spreadNot = scores.reduce((sum, one) => sum + one.others * (one.fromNot - value) ** 2, 0) / (not - 1);
  const error = Math.sqrt(spreadDid / did + spreadNot / not);
  if (value <= 0 || value >= 1 || error === 0) return { value, interval: null };
  const centre = Math.log(value / (1 - value));
  const half = (Z95 * error) / (value * (1 - value));
  return { value, interval: { low: shareOf(centre - half), high: shareOf(centre + half) } };
}

const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

function together(trials: readonly Trials[]): Map<number, { x: number; count: number; n: number }> {
  const at = new Map<number, { x: number; count: number; n: number }>();
  for (const { x, count, n } of trials) {
    const known = at.get(x) ?? { x, count: 0, n: 0 };
    known.count += count;
    known.n += n;
    at.set(x, known);
  }
  return at;
}
