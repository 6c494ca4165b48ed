import { observedMoments } from '../statistics/moments';
import { newcombe, type ShareCounts } from '../statistics/newcombe';
import { twoShareTest } from '../statistics/two-share-test';
import { wilson } from '../statistics/wilson';
import type { Measure } from './measure';
import { differenceOf, scoreOf } from './score';
import { countBetween, requireFit, type Scale, type Tally, tallyCount } from './tally';

/** Share of answers from the point `from` up: 0…1, shown as percent. */
export function shareMeasure(scale: Scale, from: number, naming: Pick<Measure, 'name' | 'formula'>): Measure {
  const count = (tally: Tally): ShareCounts => {
    requireFit(scale, tally);
    return {
      count: countBetween(scale, tally, from, scale.max),
      n: tallyCount(tally),
    };
  };
  return {
    ...naming,
    inWords: `% of ${from}–${scale.max} among all answers`,
    unit: 'percent',
    domain: [0, 1],
    displayFactor: 100,
    decimals: 0,
    signed: false,
    score(tally) {
      const counts = count(tally);
      const interval = wilson(counts.count, counts.n);
      const observed = interval && { value: counts.count / counts.n, interval };
      return scoreOf(observed, counts.n, 'wilson', naming.formula);
    },
    difference(current, previous) {
      const a = count(current);
      const b = count(previous);
      const interval = newcombe(a, b);
      const test = twoShareTest(a, b);
      if (interval === null || test === null) return null;
      return differenceOf(a.count / a.n - b.count / b.n, interval, test.p, 'newcombe');
    },
    moments(tally) {
      const { count: yes, n } = count(tally);
      return observedMoments([
        { value: 1, count: yes },
        { value: 0, count: n - yes },
      ]);
    },
  };
}
