import type { ImprovementView } from '../../improvements/model';
import { msg } from '../../translate';
import type { JourneyMapView, QuoteView, TouchpointView } from '../model';
import { type ExpectationGap, expectationGap } from './emotion';
import { type JourneyNumbers, journeyNumbers, type LowestStage, lowestStages } from './journey-numbers';
import { type Standing, strengthsOf } from './strengths';

const MOST_GAPS = 3;
const MOST_ACTIONS = 3;
const MOST_DONE = 4;
const MOST_QUOTES = 3;

/** What of the page does not follow the filter; said wherever it is shown. */
export const NOT_FILTERED = msg(
  'Improvements do not follow the filter: they are those of the whole journey, judged by everybody’s answers, and their order and worth by those of the last 90 days.',
);

/** What one page says of a journey to whoever decides. */
export type Summary = {
  numbers: JourneyNumbers[];
  lowest: LowestStage[];
  weak: Standing[];
  strong: Standing[];
  /** Where customers clearly feel worse than the team thought, the widest first. */
  gaps: { touchpoint: TouchpointView; gap: ExpectationGap }[];
  /** Improvements that are not done, the first to do first. */
  open: ImprovementView[];
  /** Done ones of which it is told whether they worked, the latest first. */
  done: ImprovementView[];
  /** The newest words at the touchpoints that stand out. */
  quotes: { touchpoint: TouchpointView; quote: QuoteView }[];
};

/** The same for the screen and for a document. */
export function summaryOf(map: JourneyMapView, improvements: readonly ImprovementView[]): Summary {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const { strong, weak } = strengthsOf(map);
  const told = new Set([...weak, ...strong].map(({ touchpoint }) => touchpoint));
  return {
    numbers: journeyNumbers(map),
    lowest: lowestStages(map),
    weak,
    strong,
    gaps: touchpoints
      .flatMap((touchpoint) => {
        const gap = expectationGap(touchpoint);
        return gap?.clear && gap.delta < 0 ? [{ touchpoint, gap }] : [];
      })
      .toSorted((a, b) => a.gap.delta - b.gap.delta)
      .slice(0, MOST_GAPS),
    open: improvements
      .filter(({ state }) => state === 'idea' || state === 'planned' || state === 'doing')
      .toSorted((a, b) => b.priority.value - a.priority.value)
      .slice(0, MOST_ACTIONS),
    done: improvements
      .filter(({ state, verdict }) => state === 'done' && verdict !== null)
      .toSorted((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? 1 : -1))
      .slice(0, MOST_DONE),
    quotes: [...told]
      .flatMap((touchpoint) => (touchpoint.quote ? [{ touchpoint, quote: touchpoint.quote }] : []))
      .slice(0, MOST_QUOTES),
  };
}
