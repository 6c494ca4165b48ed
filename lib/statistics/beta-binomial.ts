import { drawBeta } from './draws';
import { logBeta } from './log-gamma';
import type { ShareCounts } from './newcombe';
import { SHRINK_FROM_GROUPS, type Shrinkage } from './shrinkage';

/** As much as a share of the groups can weigh, in answers; an estimate up there means that nothing tells them apart. */
const HEAVIEST = 1e5;
const LIGHTEST = 0.2;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Shares of groups drawn together: the true shares follow a beta distribution whose α and β have the greatest marginal
 * likelihood, or fit the first two moments where the likelihood has no top; then θ̂ = (x + α)/(n + α + β). Null with
 * fewer than five groups that have answers.
 * Source: Skellam, Journal of the Royal Statistical Society B 10 (1948) 257; Casella, American Statistician 39 (1985) 83.
 */
export function shrinkShares(groups: readonly ShareCounts[]): Shrinkage | null {
  const answered = groups.filter(({ n }) => n > 0);
  if (answered.length < SHRINK_FROM_GROUPS) return null;
  const prior = mostLikely(answered) ?? byMoments(answered);
  if (prior === null) return undivided(groups, answered);
  const { share, weight: total } = prior;
  const alpha = share * total;
  const beta = (1 - share) * total;
  return {
    common: share,
    spread: Math.sqrt((share * (1 - share)) / (total + 1)),
    groups: groups.map(({ count, n }) => {
      const a = count + alpha;
      const b = n - count + beta;
      const value = a / (a + b);
      return {
        value,
        sd: Math.sqrt((value * (1 - value)) / (a + b + 1)),
        weight: total / (n + total),
        draw: (random) => drawBeta(random, a, b),
      };
    }),
  };
}

/** The distribution of the true shares: its mean, and how many answers it weighs (α + β). */
type Prior = { share: number; weight: number };

/** ln of the marginal likelihood of the counts, without what does not depend on the prior. */
function logLikelihood(groups: readonly ShareCounts[], { share, weight }: Prior): number {
  const a = share * weight;
  const b = (1 - share) * weight;
  const base = logBeta(a, b);
  return groups.reduce((sum, { count, n }) => sum + logBeta(count + a, n - count + b) - base, 0);
}

/** By turns the best share for the weight and the best weight for the share; null where the weight runs away. */
function mostLikely(groups: readonly ShareCounts[]): Prior | null {
  let share = overall(groups);
  if (share === 0 || share === 1) return null;
  let logWeight = Math.log(20);
  for (let turn = 0; turn < 12; turn += 1) {
    const before = logWeight;
    logWeight = highest(Math.log(LIGHTEST), Math.log(HEAVIEST), (at) =>
      logLikelihood(groups, { share, weight: Math.exp(at) }),
    );
    const weight = Math.exp(logWeight);
    const logit = highest(-8, 8, (at) => logLikelihood(groups, { share: 1 / (1 + Math.exp(-at)), weight }));
    share = 1 / (1 + Math.exp(-logit));
    if (Math.abs(logWeight - before) < 1e-4) break;
  }
  const weight = Math.exp(logWeight);
  return weight > HEAVIEST * 0.9 ? null : { share, weight };
}

/** Where a function with one top is highest between two ends, by golden section. */
function highest(low: number, high: number, at: (x: number) => number): number {
  let [a, b] = [low, high];
  let c = b - GOLDEN * (b - a);
  let d = a + GOLDEN * (b - a);
  let [fc, fd] = [at(c), at(d)];
  while (b - a > 1e-5) {
    if (fc >= fd) {
      [b, d, fd] = [d, c, fc];
      c = b - GOLDEN * (b - a);
      fc = at(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + GOLDEN * (b - a);
      fd = at(d);
    }
  }
  return (a + b) / 2;
}

/** The prior whose variance between groups is what their shares scatter beyond chance; null where they do not. */
function byMoments(groups: readonly ShareCounts[]): Prior | null {
  const share = overall(groups);
  const within = share * (1 - share);
  if (within === 0) return null;
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const squares = groups.reduce((sum, group) => sum + group.n * group.n, 0);
  const scatter = groups.reduce((sum, group) => sum + group.n * (group.count / group.n - share) ** 2, 0);
  const between = (scatter - within * (groups.length - 1)) / (n - squares / n - (groups.length - 1));
  return between > 0 && between < within ? { share, weight: within / between - 1 } : null;
}

function overall(groups: readonly ShareCounts[]): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return groups.reduce((sum, group) => sum + group.count, 0) / n;
}

/** Nothing tells the groups apart: each has the share of all. */
function undivided(groups: readonly ShareCounts[], answered: readonly ShareCounts[]): Shrinkage {
  const common = overall(answered);
  const posterior = { value: common, sd: 0, weight: 1, draw: () => common };
  return { common, spread: 0, groups: groups.map(() => posterior) };
}
