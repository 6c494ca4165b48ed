import { METRICS } from '../../scoring/metrics';
import type { JourneyMapView, MeasureView } from '../model';
import { leadMeasure } from './layers';
import { type Ranked, type Ranking, rankingsOf } from './ranking';

/** A touchpoint that stands out, `rank` null where too few were asked the same to rank them. */
export type Standing = Pick<Ranked, 'touchpoint' | 'measure' | 'rank' | 'amongWorst'>;

/** What stands out; `more` counts what was left off. Metric by metric, the clearest first, never across metrics. */
export type Strengths = {
  strong: Standing[];
  moreStrong: number;
  weak: Standing[];
  moreWeak: number;
  /** Touchpoints with enough answers of which neither can be said. */
  unclear: number;
  /** What the ranks were made of: one for each metric that was asked often enough. */
  ranked: Pick<Ranking, 'metric' | 'title' | 'seed' | 'kind'>[];
};

/**
 * The strongest and the weakest touchpoints. Where five or more were asked the same, they are ranked by their scores drawn
 * together, and named where the ranks that hold with 80 % lie in one half; with fewer, they are named as they were
 * answered, where the whole 95 % interval lies on one side of the metric's middle.
 */
export function strengthsOf(map: Pick<JourneyMapView, 'id' | 'stages'>, most = 3): Strengths {
  const rankings = rankingsOf(map).toSorted((a, b) => b.list.length - a.list.length);
  const judged = new Set(
    rankings
      .filter(({ kind }) => kind !== 'few')
      .flatMap(({ list }) => list.map(({ touchpoint }) => touchpoint)),
  );
  const ranked = rankings.map(({ kind, list }) => {
    if (kind === 'alike') return { strong: [], weak: [] };
    if (kind === 'ranked') {
      return {
        strong: list.filter(({ rank }) => rank && rank.worst <= rank.of / 2),
        weak: list.filter(({ rank }) => rank && rank.best > rank.of / 2).reverse(),
      };
    }
    // A touchpoint that is ranked by another metric is not judged a second time by a metric that hardly anybody was asked.
    const alone = list.filter(
      ({ touchpoint, measure }) => !judged.has(touchpoint) && leadMeasure(touchpoint) === measure,
    );
    return {
      strong: alone
        .filter(({ measure }) => edge(measure, 'low') > 0)
        .toSorted((a, b) => edge(b.measure, 'low') - edge(a.measure, 'low')),
      weak: alone
        .filter(({ measure }) => edge(measure, 'high') < 0)
        .toSorted((a, b) => edge(a.measure, 'high') - edge(b.measure, 'high')),
    };
  });
  const strong = ranked.map((one) => one.strong);
  const weak = ranked.map((one) => one.weak);
  const named = new Set([...strong, ...weak].flat().map(({ touchpoint }) => touchpoint));
  const standing = new Set(rankings.flatMap(({ list }) => list.map(({ touchpoint }) => touchpoint)));
  return {
    strong: inTurns(strong, most),
    moreStrong: Math.max(0, strong.flat().length - most),
    weak: inTurns(weak, most),
    moreWeak: Math.max(0, weak.flat().length - most),
    unclear: standing.size - named.size,
    ranked: rankings
      .filter(({ kind }) => kind !== 'few')
      .map(({ metric, title, seed, kind }) => ({ metric, title, seed, kind })),
  };
}

/** The first of each metric, then the second of each, up to so many; those of one metric stay together. */
function inTurns(lists: readonly (readonly Standing[])[], most: number): Standing[] {
  const turns = lists.flatMap((list, metric) => list.map((one, turn) => ({ one, metric, turn })));
  const kept = new Set(
    turns
      .toSorted((a, b) => a.turn - b.turn || a.metric - b.metric)
      .slice(0, most)
      .map(({ one }) => one),
  );
  return lists.flat().filter((one) => kept.has(one));
}

/** Where an end of the interval lies on the diverging colour, −1…1. */
function edge({ metric, score }: MeasureView, end: 'low' | 'high'): number {
  const bound = score[end];
  return bound === null ? 0 : METRICS[metric].tone(bound);
}
