import { schemeOf } from '@/app/preview/frame-reply';
import { sampleReply } from '@/app/preview/sample';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { METRICS, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { newContent } from '@/lib/survey/model/content';
import { questionView } from '@/lib/survey/rules/question-view';

/** A metric's question with its own example, for choosing among them. */
export const GET = memberRoute<{ metric: string }>(async ({ workspace }, request, { metric }) => {
  const id = SURVEY_METRICS.find((one) => one === metric);
  if (!id) throw notFound();
  const { brand, privacyUrl, language } = workspace;
  const topic = METRICS[id].wording[language].topic?.example ?? '';
  const content = newContent(language, { topic });
  return sampleReply(
    questionView({ key: 'preview', metric: METRICS[id], content, brand, privacyUrl, language }),
    schemeOf(new URL(request.url).searchParams.get('scheme')),
  );
});
