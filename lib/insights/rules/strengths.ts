import { METRICS } from '../../scoring/metrics';
import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import { leadMeasure } from './layers';

export type Standing = { touchpoint: TouchpointView; measure: MeasureView };

/** What stands out; `more` counts what was left off. Each list is in the order of the map, because it is no ranking. */
export type Strengths = {
  strong: Standing[];
  moreStrong: number;
  weak: Standing[];
  moreWeak: number;
  /** Touchpoints with enough answers whose interval reaches over the middle: nothing can be said of them. */
  unclear: number;
};

/**
 * Touchpoints whose whole 95 % interval lies on the good or on the bad side of their metric's middle. Numbers of
 * different metrics are never put into an order; where more than `most` stand out, those whose interval keeps the
 * furthest from the middle are named.
 */
export function strengthsOf(map: Pick<JourneyMapView, 'stages'>, most = 3): Strengths {
  const standing = map.stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap((touchpoint) => {
      const measure = leadMeasure(touchpoint);
      return measure ? [{ touchpoint, measure }] : [];
    }),
  );
  const strong = standing.filter(({ measure }) => edge(measure, 'low') > 0);
  const weak = standing.filter(({ measure }) => edge(measure, 'high') < 0);
  const named = (list: Standing[], distance: (one: Standing) => number) => {
    const kept = new Set(list.toSorted((a, b) => distance(b) - distance(a)).slice(0, most));
    return list.filter((one) => kept.has(one));
  };
  return {
    strong: named(strong, ({ measure }) => edge(measure, 'low')),
    moreStrong: Math.max(0, strong.length - most),
    weak: named(weak, ({ measure }) => -edge(measure, 'high')),
    moreWeak: Math.max(0, weak.length - most),
    unclear: standing.length - strong.length - weak.length,
  };
}

/** Where an end of the interval lies on the diverging colour, −1…1. */
function edge({ metric, score }: MeasureView, end: 'low' | 'high'): number {
  const bound = score[end];
  return bound === null ? 0 : METRICS[metric].tone(bound);
}
