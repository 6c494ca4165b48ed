import { METRICS } from '../../scoring/metrics';
import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '../model';
import { expectationGap } from './emotion';
import { leadMeasure } from './layers';
import { type Ranked, rankingsOf } from './ranking';

/** By what the touchpoints of a scorecard are ordered; `map` is the order in which customers meet them. */
export const SCORECARD_ORDERS = ['map', 'score', 'importance', 'gap', 'answers', 'change'] as const;
export type ScorecardOrder = (typeof SCORECARD_ORDERS)[number];

export type ScorecardLine = {
  stage: Pick<StageView, 'id' | 'title'>;
  touchpoint: TouchpointView;
  /** The measure it is judged by; null where nobody asked. */
  lead: MeasureView | null;
  /** Where the lead stands among all that was asked the same; null unless they are ordered by it, or nothing can be said. */
  rank: Ranked['rank'];
};

/** The order that an address asks for; the map's for everything it does not know. */
export function parseOrder(text: string | null): ScorecardOrder {
  return SCORECARD_ORDERS.find((order) => order === text) ?? 'map';
}

/**
 * Every touchpoint with the measure it is judged by. Orders put first what most needs a look: the lowest score, the
 * greatest importance to customers, the widest gap below what was expected, the fewest answers, the clearest fall. By score
 * they go as in a ranking, drawn together with all that was asked the same, so that few answers put nobody first; by fall,
 * by what the change is at least. Scores of different metrics are put in order by where they lie between their metric's
 * ends; what cannot be told comes last.
 */
export function scorecardOf(
  map: Pick<JourneyMapView, 'id' | 'stages'>,
  order: ScorecardOrder,
): ScorecardLine[] {
  const ranked = new Map<MeasureView, Ranked>(
    order === 'score'
      ? rankingsOf(map).flatMap(({ list }) => list.map((one) => [one.measure, one] as const))
      : [],
  );
  const lines = map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => {
      const lead = leadMeasure(touchpoint);
      const place = lead === null ? undefined : ranked.get(lead);
      return { ...{ stage, touchpoint, lead }, rank: place?.rank ?? null, drawn: place?.shrunken ?? null };
    }),
  );
  if (order === 'map') return lines;
  const weigh = WEIGHTS[order];
  return lines
    .map((line) => ({ line, weight: weigh(line) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.weight === b.weight ? 0 : a.weight - b.weight))
    .map(({ line }) => line);
}

/** Answers to all questions of a touchpoint; each score beside them says its own n. */
export const answersAt = ({ measures }: Pick<TouchpointView, 'measures'>): number =>
  measures.reduce((sum, { score }) => sum + score.n, 0);

/** Least comes first; null comes last. */
const WEIGHTS: Record<
  Exclude<ScorecardOrder, 'map'>,
  (line: ScorecardLine & { drawn: number | null }) => number | null
> = {
  score: ({ lead, drawn }) => (lead === null || drawn === null ? null : METRICS[lead.metric].tone(drawn)),
  importance: ({ touchpoint }) =>
    touchpoint.importanceCustomer === null ? null : -touchpoint.importanceCustomer,
  gap: ({ touchpoint }) => expectationGap(touchpoint)?.delta ?? null,
  answers: ({ touchpoint }) => (touchpoint.measures.length === 0 ? null : answersAt(touchpoint)),
  change: ({ lead }) =>
    lead?.change
      ? (lead.change.significant && lead.change.delta < 0 ? 0 : 10) + lead.change.high / rangeOf(lead)
      : null,
};

const rangeOf = ({ metric }: MeasureView) => METRICS[metric].domain[1] - METRICS[metric].domain[0];
