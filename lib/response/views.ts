import { countHeld, listHeld } from '@/db/queries/responses';
import type { Scope } from '@/db/scope';
import { isUuid } from '../id';
import type { SuspectFilter, SuspectsView } from './model/suspect';

/** How many held responses one page shows. */
const MOST = 100;

/** Responses that are held back as suspect and counted nowhere, the newest first. */
export async function listSuspects(
  scope: Scope,
  filter: SuspectFilter = {},
  most = MOST,
): Promise<SuspectsView> {
  const { surveyId, lineageId } = filter;
  if ([surveyId, lineageId].some((id) => id !== undefined && !isUuid(id))) return { n: 0, suspects: [] };
  const [n, suspects] = await Promise.all([countHeld(scope, filter), listHeld(scope, filter, most)]);
  return { n, suspects };
}
