import { METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally } from '../../scoring/tally';
import { mannWhitney } from '../../statistics/mann-whitney';
import { answersForDifference } from '../../statistics/sample-size';
import type { MeasureDetailView } from '../model';
import type { Counted } from './counted';
import { answersUntilFirm, answersUntilSure } from './until';

/** What an opened measure says beyond the map: what is still missing, and the change by the order of answers alone. */
export function measureDetail({ metric, wording, slices, previous }: Counted): MeasureDetailView {
  const definition = METRICS[metric];
  const tally = addTallies(emptyTally(definition.scale), ...slices);
  const moments = definition.moments(tally);
  const order = mannWhitney(tally, previous);
  return {
    metric,
    wording,
    until: {
      firm: answersUntilFirm(definition, tally),
      certain: answersUntilSure(definition, tally, previous),
    },
    finds:
      moments && moments.variance > 0
        ? {
            change: definition.targetHalfWidth,
            answers: answersForDifference(moments.variance, definition.targetHalfWidth),
          }
        : null,
    order: order && { above: order.superiority, p: order.p },
  };
}
