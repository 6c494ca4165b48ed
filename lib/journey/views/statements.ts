import { listEvidencedStatements, listStatements } from '@/db/queries/statements';
import type { Scope } from '@/db/scope';
import { notFound } from '../../errors';
import { isUuid } from '../../id';
import type { StatementDetail } from '../model/statement';

/**
 * What the team says about one touchpoint, or, for null, about the stages and the journey as a whole, with all of its
 * evidence. Our own answers are quoted live. Empty where nobody said anything.
 *
 * @throws AppError `not_found` for what cannot be an id
 */
export async function loadStatements(
  scope: Scope,
  journeyId: string,
  touchpointId: string | null,
): Promise<StatementDetail[]> {
  if (!isUuid(journeyId) || (touchpointId !== null && !isUuid(touchpointId))) throw notFound();
  return listStatements(scope, journeyId, touchpointId);
}

/**
 * Every statement of a journey's map that has evidence, with all of it; what the register of evidence is made of. Our
 * own answers are quoted live.
 *
 * @throws AppError `not_found` for what cannot be an id
 */
export async function loadEvidencedStatements(scope: Scope, journeyId: string): Promise<StatementDetail[]> {
  if (!isUuid(journeyId)) throw notFound();
  return listEvidencedStatements(scope, journeyId);
}
