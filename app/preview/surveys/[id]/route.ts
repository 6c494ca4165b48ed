import { sampleReply } from '@/app/preview/sample';
import { memberRoute } from '@/lib/gates/member';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { metricOf } from '@/lib/scoring/metrics';
import { baseLanguage, NO_TEXTS } from '@/lib/survey/model/content';
import { languageOf, packOf } from '@/lib/survey/rules/languages';
import { questionView } from '@/lib/survey/rules/question-view';
import { loadSurvey } from '@/lib/survey/views';

/** The draft as customers would meet it. A topic that is not written yet is stood in for by the metric's example. */
export const GET = memberRoute<{ id: string }>(async ({ scope, workspace }, request, { id }) => {
  const survey = await loadSurvey(scope, id);
  const { brand, privacyUrl } = workspace;
  const { searchParams } = new URL(request.url);
  const metric = metricOf(survey.metric);
  const language = languageOf(searchParams.get('l') ?? '') ?? baseLanguage(survey.draft);
  const own = survey.draft.texts[language] ?? NO_TEXTS;
  const example = packOf(language).metrics[survey.metric as SurveyMetricId].topic?.example ?? '';
  const texts = { ...survey.draft.texts, [language]: { ...own, topic: own.topic || example } };
  const content = { ...survey.draft, texts };
  return sampleReply(
    questionView({ key: 'preview', metric, content, brand, privacyUrl, language }),
    searchParams.get('scheme'),
  );
});
