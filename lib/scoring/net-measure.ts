import { adjustedWald, type NetCounts } from './adjusted-wald';
import type { Measure } from './measure';
import { npsDifference } from './nps-difference';
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
      return interval && differenceOf(net(a) - net(b), interval, 'adjusted-wald-difference');
    },
  };
}

function net({ up, down, n }: NetCounts): number {
  return (up - down) / n;
}
