import { newId } from '@/lib/id';
import { draftSurvey, openPlacement, publishSurvey } from '@/lib/survey/commands';
import { insertLineages } from '../queries/lineages';
import { type Scope, transact } from '../scope';

/** A published survey about a touchpoint's lineage, asked by mail. */
export async function mailPlacement(scope: Scope): Promise<{ placementId: string; lineageId: string }> {
  const lineageId = newId();
  await transact(scope, (tx) => insertLineages(tx, 'touchpoint', [lineageId]));
  const content = { topic: 'booking your visit', why: { low: '', middle: '', high: '' }, thanks: '' };
  const { id } = await draftSurvey(scope, { lineageId, metric: 'nps', content });
  await publishSurvey(scope, { id });
  const placement = await openPlacement(scope, { surveyId: id, kind: 'email' });
  return { placementId: placement.id, lineageId };
}
