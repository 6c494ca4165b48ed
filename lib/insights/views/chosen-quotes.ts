import { listChosenQuotes } from '@/db/queries/chosen-quotes';
import type { Scope } from '@/db/scope';
import { isMetricId } from '../../scoring/metrics';
import type { JourneyMapView, QuoteView, TouchpointView } from '../model';
import { quoteView } from '../rules/build-map';

/** Chosen quotes that are read for one map. */
const MOST_OF_A_MAP = 500;

/**
 * The comments that members chose for presentations, in the filter of the map, the last chosen first, by touchpoint.
 * Touchpoints where fewer answered than the workspace's minimum have none, because their words could give them away.
 */
export async function loadChosenQuotes(
  scope: Scope,
  { filter, minimumN }: Pick<JourneyMapView, 'filter' | 'minimumN'>,
  touchpoints: readonly Pick<TouchpointView, 'id' | 'lineageId' | 'absorbed' | 'measures'>[],
): Promise<Map<string, QuoteView[]>> {
  const told = touchpoints.filter(({ measures }) => measures.some(({ score }) => score.n >= minimumN));
  const lineagesOf = ({ lineageId, absorbed }: (typeof told)[number]) => [
    lineageId,
    ...absorbed.map((one) => one.lineageId),
  ];
  const chosen = await listChosenQuotes(scope, told.flatMap(lineagesOf), filter, MOST_OF_A_MAP);
  return new Map(
    told.map((one) => {
      const own = lineagesOf(one);
      return [
        one.id,
        chosen
          .filter(({ lineageId, metric }) => own.includes(lineageId) && isMetricId(metric))
          .map(quoteView),
      ];
    }),
  );
}
