import { observedMoments } from '../statistics/moments';
import { adjustedWald, type NetCounts } from './adjusted-wald';
import type { Measure } from './measure';
import { npsDifference, npsDifferenceP } from './nps-difference';
import { differenceOf, scoreOf } from './score';
import { countBetween, requireFit, type Scale, type Tally, tallyCount } from './tally';

/** Share of answers from `upFrom` up minus the share down to `downTo`: −1…1, shown as −100…100. */
export function netMeasure(
  scale: Scale,
  groups: { downTo: number; upFrom: number },
  naming: Pick<Measure, 'name' | 'formula'>,
): Measure {
  const count = (tally: Tally): NetCounts => {
    requireFit(scale, tally);
    return {
      up: countBetween(scale, tally, groups.upFrom, scale.max),
      down: countBetween(scale, tally, scale.min, groups.downTo),
      n: tallyCount(tally),
    };
  };
  return {
    ...naming,
    inWords: `% of ${groups.upFrom}–${scale.max} minus % of ${scale.min}–${groups.downTo}`,
    unit: 'points',
    domain: [-1, 1],
    displayFactor: 100,
    decimals: 0,
    signed: true,
    score(tally) {
      const counts = count(tally);
      const interval = adjustedWald(counts);
      const observed = interval && { value: net(counts), interval };
      return scoreOf(observed, counts.n, 'adjusted-wald', naming.formula);
    },
    difference(current, previous) {
      const a = count(current);
      const b = count(previous);
      const interval = npsDifference(a, b);
      const p = npsDifferenceP(a, b);
      if (interval === null || p === null) return null;
      return differenceOf(net(a) - net(b), interval, p, 'adjusted-wald-difference');
    },
    moments(tally) {
      const { up, down, n } = count(tally);
      return observedMoments([
        { value: 1, count: up },
        { value: -1, count: down },
        { value: 0, count: n - up - down },
      ]);
    },
  };
}

function net({ up, down, n }: NetCounts): number {
  return (up - down) / n;
}
