import { observedMoments } from '../statistics/moments';
import { welch, welchP } from '../statistics/welch';
import { augmentedMoments, endpointMean } from './endpoint-mean';
import type { Measure } from './measure';
import { differenceOf, scoreOf } from './score';
import { requireFit, type Scale, type Tally, tallyCount } from './tally';

/** Mean of the answers, on the scale itself. Differences use Welch's interval on endpoint-adjusted moments. */
export function meanMeasure(scale: Scale, naming: Pick<Measure, 'name' | 'formula' | 'signed'>): Measure {
  return {
    ...naming,
    inWords: `mean of all answers from ${point(scale.min)} to ${point(scale.max)}`,
    unit: 'mean',
    domain: [scale.min, scale.max],
    displayFactor: 1,
    decimals: 1,
    score(tally) {
      const interval = endpointMean(scale, tally);
      const observed = interval && { value: mean(scale, tally), interval };
      return scoreOf(observed, tallyCount(tally), 'endpoint-adjusted', naming.formula);
    },
    difference(current, previous) {
      requireFit(scale, current);
      requireFit(scale, previous);
      if (tallyCount(current) === 0 || tallyCount(previous) === 0) return null;
      const moments = [augmentedMoments(scale, current), augmentedMoments(scale, previous)] as const;
      const interval = welch(...moments, scale.max - scale.min);
      const p = welchP(...moments);
      if (interval === null || p === null) return null;
      return differenceOf(mean(scale, current) - mean(scale, previous), interval, p, 'welch');
    },
    moments(tally) {
      requireFit(scale, tally);
      return observedMoments(tally.map((count, index) => ({ value: scale.min + index, count })));
    },
  };
}

const point = (at: number) => String(at).replace('-', '−');

function mean(scale: Scale, tally: Tally): number {
  const sum = tally.reduce((total, count, index) => total + count * (scale.min + index), 0);
  return sum / tallyCount(tally);
}
