import type { StatementState } from '../../journey/model/statement';
import { isCustomers } from '../../journey/rules/statement';
import type { JourneyMapView, TouchpointView } from '../model';

/**
 * How much of a map customers have confirmed: its statements by what they are shown as, and the touchpoints about which
 * no customer was ever heard, by an answer or by evidence from elsewhere. What customers never meet is left out.
 */
export function heardOn(map: Pick<JourneyMapView, 'stages' | 'statements'>): {
  total: number;
  counts: Record<StatementState, number>;
  unheard: TouchpointView[];
} {
  const counts: Record<StatementState, number> = { assumption: 0, partly: 0, validated: 0, refuted: 0 };
  for (const { state } of map.statements) counts[state] += 1;
  const heard = new Set(
    map.statements
      .filter(({ evidence }) => evidence.some(isCustomers))
      .map(({ touchpointId }) => touchpointId),
  );
  return {
    total: map.statements.length,
    counts,
    unheard: map.stages
      .flatMap(({ touchpoints }) => touchpoints)
      .filter(
        ({ id, visibility, answeredOn }) =>
          visibility !== 'backstage' && answeredOn === null && !heard.has(id),
      ),
  };
}
