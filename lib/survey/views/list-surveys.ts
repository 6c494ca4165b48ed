import { listSubjects } from '@/db/queries/subjects';
import { countBySurvey, listSurveys as rowsOf } from '@/db/queries/surveys';
import type { Scope } from '@/db/scope';
import { isImportWording } from '../../response/rules/read-answers';
import type { SurveyMetricId } from '../../scoring/metrics';
import type { SurveyLine } from '../model';
import { surveyState } from '../rules/publishing';

/** Every survey of the workspace with what it has brought so far, the newest first. */
export async function listSurveys(scope: Scope, now: Date): Promise<SurveyLine[]> {
  const surveys = await rowsOf(scope);
  const [subjects, counts] = await Promise.all([
    listSubjects(
      scope,
      surveys.map(({ lineageId }) => lineageId),
    ),
    countBySurvey(scope),
  ]);
  const subjectOf = new Map(subjects.map((one) => [one.lineageId, one]));
  const countOf = new Map(counts.map((one) => [one.surveyId, one]));
  return surveys.map(({ id, title, metric, version, draft, lineageId, ...row }) => {
    const { pausedAt, closedAt, opensAt, closesAt, quota } = row;
    const times = { pausedAt, closedAt, opensAt, closesAt, quota };
    const { answers = 0, lastAnswerAt = null, openPlaces = 0 } = countOf.get(id) ?? {};
    return {
      ...{ id, title, version, times, answers, lastAnswerAt, openPlaces },
      metric: metric as SurveyMetricId,
      imported: isImportWording(row.wording),
      languages: draft.languages,
      state: surveyState(times, answers, now),
      subject: subjectOf.get(lineageId) ?? null,
    };
  });
}
