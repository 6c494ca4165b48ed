import { METRICS } from '../../scoring/metrics';
import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '../model';
import { expectationGap } from './emotion';
import { leadMeasure } from './layers';

/** By what the touchpoints of a scorecard are ordered; `map` is the order in which customers meet them. */
export const SCORECARD_ORDERS = ['map', 'score', 'importance', 'gap', 'answers', 'change'] as const;
export type ScorecardOrder = (typeof SCORECARD_ORDERS)[number];

export type ScorecardLine = {
  stage: Pick<StageView, 'id' | 'title'>;
  touchpoint: TouchpointView;
  /** The measure it is judged by; null where nobody asked. */
  lead: MeasureView | null;
};

/** The order that an address asks for; the map's for everything it does not know. */
export function parseOrder(text: string | null): ScorecardOrder {
  return SCORECARD_ORDERS.find((order) => order === text) ?? 'map';
}

/**
 * Every touchpoint with the measure it is judged by. Orders put first what most needs a look: the lowest score, the
 * greatest importance to customers, the widest gap below what was expected, the fewest answers, the clearest fall. Scores
 * of different metrics are put in order by where they lie between their metric's ends; what cannot be told comes last.
 */
export function scorecardOf(map: Pick<JourneyMapView, 'stages'>, order: ScorecardOrder): ScorecardLine[] {
  const lines = map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => ({ stage, touchpoint, lead: leadMeasure(touchpoint) })),
  );
  if (order === 'map') return lines;
  const weigh = WEIGHTS[order];
  return lines
    .map((line) => ({ line, weight: weigh(line) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.weight === b.weight ? 0 : a.weight - b.weight))
    .map(({ line }) => line);
}

/** Least comes first; null comes last. */
const WEIGHTS: Record<Exclude<ScorecardOrder, 'map'>, (line: ScorecardLine) => number | null> = {
  score: ({ lead }) =>
    lead?.shown && lead.score.value !== null ? METRICS[lead.metric].tone(lead.score.value) : null,
  importance: ({ touchpoint }) =>
    touchpoint.importanceCustomer === null ? null : -touchpoint.importanceCustomer,
  gap: ({ touchpoint }) => expectationGap(touchpoint)?.delta ?? null,
  answers: ({ touchpoint: { measures } }) =>
    measures.length === 0 ? null : Math.max(...measures.map(({ score }) => score.n)),
  change: ({ lead }) =>
    lead?.change ? (lead.change.significant ? 0 : 10) + lead.change.delta / rangeOf(lead) : null,
};

const rangeOf = ({ metric }: MeasureView) => METRICS[metric].domain[1] - METRICS[metric].domain[0];
