import { notFound } from '@/lib/errors';
import type { Member } from '@/lib/gates/member';
import type { SurveyView } from '@/lib/survey/model';
import { loadSurvey } from '@/lib/survey/views';

/** The public page of one of the survey's links. @throws AppError `not_found` where it has no such link */
export async function linkAddress(
  scope: Member['scope'],
  surveyId: string,
  placementId: string,
): Promise<{ survey: SurveyView; address: string }> {
  const survey = await loadSurvey(scope, surveyId);
  const address = survey.placements.find(({ id }) => id === placementId)?.address;
  if (!address) throw notFound();
  return { survey, address };
}
