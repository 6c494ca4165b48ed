import { sampleReply } from '@/app/preview/sample';
import { memberRoute } from '@/lib/gates/member';
import { metricOf } from '@/lib/scoring/metrics';
import { questionView } from '@/lib/survey/rules';
import { loadSurvey } from '@/lib/survey/views';

/** The draft as customers would meet it. A topic that is not written yet is stood in for by the metric's example. */
export const GET = memberRoute<{ id: string }>(async ({ scope, workspace }, request, { id }) => {
  const survey = await loadSurvey(scope, id);
  const { brand, privacyUrl, language } = workspace;
  const metric = metricOf(survey.metric);
  const topic = survey.draft.topic || (metric.wording[language].topic?.example ?? '');
  const content = { ...survey.draft, topic };
  return sampleReply(
    questionView({ key: 'preview', metric, content, brand, privacyUrl, language }),
    new URL(request.url).searchParams.get('scheme'),
  );
});
