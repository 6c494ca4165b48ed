import { newId } from '@/lib/id';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { draftSurvey, openPlacement, publishSurvey } from '@/lib/survey/commands';
import type { PlacementKind } from '@/lib/survey/model';
import { newContent } from '@/lib/survey/model/content';
import { lineages } from '../schema';
import type { Scope } from '../scope';

export type TestPlacement = { placementId: string; key: string; surveyId: string; lineageId: string };

/** A published survey about a subject of its own, with one open placement. */
export async function testPlacement(
  scope: Scope,
  metric: SurveyMetricId,
  kind: PlacementKind = 'link',
): Promise<TestPlacement> {
  const lineageId = newId();
  await scope.run((tx) =>
    tx.insert(lineages).values({ workspaceId: scope.workspaceId, id: lineageId, kind: 'touchpoint' }),
  );
  const content = newContent('en', { topic: 'book a visit' });
  const { id: surveyId } = await draftSurvey(scope, { lineageId, metric, content });
  await publishSurvey(scope, { id: surveyId });
  const placement = await openPlacement(scope, { surveyId, kind });
  return { placementId: placement.id, key: placement.key, surveyId, lineageId };
}
