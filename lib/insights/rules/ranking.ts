import { METRICS, type MetricId } from '../../scoring/metrics';
import { shrinkShares } from '../../statistics/beta-binomial';
import { seedOf } from '../../statistics/random';
import { type RankRange, rankRanges } from '../../statistics/rank-ranges';
import { type Shrinkage, shrink } from '../../statistics/shrinkage';
import type { JourneyMapView, MeasureView, TouchpointView } from '../model';

/** How many of a ranking are its worst. */
export const WORST = 5;

/** A touchpoint's score among those of equal metric and wording. */
export type Ranked = {
  touchpoint: TouchpointView;
  measure: MeasureView;
  /** What is believed of it beside the others, in code units; the observed value where there are too few to compare. */
  shrunken: number;
  /** Between 0 and 1: how much of that is its own answers. */
  reliability: number;
  /** Where it can stand among `of` with 80 %, rank 1 the best; null where nothing can be said. */
  rank: (Pick<RankRange, 'best' | 'worst'> & { of: number }) | null;
  /** The chance to be among the five worst, 0…1; null without a rank. */
  amongWorst: number | null;
};

/** Every touchpoint that was asked the same: the best first. */
export type Ranking = {
  metric: MetricId;
  wording: string;
  title: string;
  /**
   * `ranked`: by scores drawn together; `alike`: there are enough, and nothing tells them apart; `few`: fewer than five, so
   * they stand as they were answered, in the order of the map.
   */
  kind: 'ranked' | 'alike' | 'few';
  /** The seed that the ranks were drawn with. */
  seed: number;
  list: Ranked[];
};

/**
 * The touchpoints of a map in rankings, one for each metric and wording: what was asked differently is never put into one
 * order. Scores are drawn together first, so that few answers put nobody at an end. Only scores with enough answers to be
 * shown take part.
 */
export function rankingsOf(map: Pick<JourneyMapView, 'id' | 'stages'>): Ranking[] {
  const groups = new Map<string, Pick<Ranked, 'touchpoint' | 'measure'>[]>();
  for (const touchpoint of map.stages.flatMap(({ touchpoints }) => touchpoints)) {
    for (const measure of touchpoint.measures) {
      if (!measure.shown || measure.score.value === null) continue;
      const key = `${measure.metric} ${measure.wording}`;
      groups.set(key, [...(groups.get(key) ?? []), { touchpoint, measure }]);
    }
  }
  return [...groups].map(([key, group]) => rankingOf(group, seedOf(`${map.id} ${key}`)));
}

function rankingOf(group: readonly Pick<Ranked, 'touchpoint' | 'measure'>[], seed: number): Ranking {
  const { metric, wording, title } = (group[0] as Pick<Ranked, 'measure'>).measure;
  const drawn = drawnTogether(metric, group);
  const ranges = drawn && drawn.spread > 0 ? rankRanges(drawn.groups, { seed, lowest: WORST }).ranges : null;
  const list = group.map(({ touchpoint, measure }, place): Ranked => {
    const posterior = drawn?.groups[place];
    const range = ranges?.[place];
    return {
      ...{ touchpoint, measure },
      shrunken: posterior?.value ?? (measure.score.value as number),
      reliability: posterior ? 1 - posterior.weight : 1,
      rank: range ? { best: range.best, worst: range.worst, of: group.length } : null,
      amongWorst: range?.amongLowest ?? null,
    };
  });
  const kind = ranges ? 'ranked' : drawn ? 'alike' : 'few';
  if (kind === 'ranked') list.sort((a, b) => b.shrunken - a.shrunken);
  return { metric, wording, title, kind, seed, list };
}

/** Shares by the beta distribution that fits them all, everything else by its mean and variance. */
function drawnTogether(metric: MetricId, group: readonly Pick<Ranked, 'measure'>[]): Shrinkage | null {
  const moments = group.map(
    ({ measure }) => METRICS[metric].moments(measure.tally) ?? { mean: 0, variance: 0, n: 0 },
  );
  if (METRICS[metric].unit !== 'percent') return shrink(moments);
  return shrinkShares(moments.map(({ mean, n }) => ({ count: Math.round(mean * n), n })));
}
