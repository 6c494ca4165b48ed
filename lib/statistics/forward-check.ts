import { type Auc, auc } from './auc';
import { chanceAt, logistic, logLoss, type Trials } from './logistic';
import { type MeanLoss, meanOfLosses } from './mean-of-losses';

/** Trials of one day. */
export interface DatedTrials extends Trials {
  readonly on: number;
}

/** How well x told what happened to those who came later. */
export interface ForwardCheck {
  /** How many were predicted, and what happened among them. */
  readonly n: number;
  readonly events: number;
  /** Of the predicted chances; null unless some did and some did not. */
  readonly auc: Auc | null;
  /** Mean squared miss of the predicted chances, and of the earlier rate alone. */
  readonly brier: MeanLoss;
  readonly baseBrier: MeanLoss;
  /** Log-loss of the earlier rate alone minus that of x, per one predicted: above 0, x tells something. */
  readonly gain: MeanLoss;
}

/**
 * Cuts the trials by time into `blocks` of about equal size, fits each block from those before it alone and asks how
 * well that told what happened: never by chance, which would let the later tell about the earlier. Null where no block
 * can be predicted.
 */
export function forwardCheck(trials: readonly DatedTrials[], blocks = 5): ForwardCheck | null {
  const ordered = [...trials].sort((a, b) => a.on - b.on);
  const total = ordered.reduce((sum, one) => sum + one.n, 0);
  const starts = cuts(ordered, total, blocks);
  const judged: (Trials & { chance: number; base: number })[] = [];
  for (const [index, start] of starts.entries()) {
    const earlier = ordered.slice(0, start);
    const fit = logistic(earlier);
    if (!fit) continue;
    const base = fit.events / fit.n;
    for (const one of ordered.slice(start, starts[index + 1] ?? ordered.length)) {
      judged.push({ ...one, chance: chanceAt(fit, one.x), base });
    }
  }
  const brier = meanOfLosses(judged.flatMap((one) => squares(one, one.chance)));
  const baseBrier = meanOfLosses(judged.flatMap((one) => squares(one, one.base)));
  const gain = meanOfLosses(
    judged.flatMap((one) =>
      parts(one).map(({ n, count }) => ({
        n,
        loss: logLoss({ n, count }, one.base) - logLoss({ n, count }, one.chance),
      })),
    ),
  );
  if (!brier || !baseBrier || !gain) return null;
  return {
    n: gain.n,
    events: judged.reduce((sum, one) => sum + one.count, 0),
    auc: auc(judged.map(({ chance, count, n }) => ({ x: chance, count, n }))),
    brier,
    baseBrier,
    gain,
  };
}

/** Where each block but the first begins; a day is never cut. */
function cuts(ordered: readonly DatedTrials[], total: number, blocks: number): number[] {
  const starts: number[] = [];
  let before = 0;
  for (const [index, one] of ordered.entries()) {
    const due = ((starts.length + 1) * total) / blocks;
    const newDay = index > 0 && ordered[index - 1]?.on !== one.on;
    if (newDay && before >= due && starts.length < blocks - 1) starts.push(index);
    before += one.n;
  }
  return starts;
}

const parts = ({ count, n }: Trials) =>
  [
    { n: count, count },
    { n: n - count, count: 0 },
  ].filter((part) => part.n > 0);

const squares = (one: Trials, chance: number) =>
  parts(one).map(({ n, count }) => ({ n, loss: ((count > 0 ? 1 : 0) - chance) ** 2 }));
