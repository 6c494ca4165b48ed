import { mailReply } from '@/app/(dashboard)/outbox/mail-reply';
import { inScheme, schemeOf } from '@/app/preview/frame-reply';
import { type Moment, sampleReply } from '@/app/preview/sample';
import { widgetFrame } from '@/app/preview/widget-frame';
import { invitationMail } from '@/emails/invitation';
import { REST_DAYS } from '@/lib/distribution/model';
import { knownOf, mailModel } from '@/lib/distribution/rules/mail-model';
import { memberRoute } from '@/lib/gates/member';
import type { Metric } from '@/lib/scoring/metric';
import { metricOf, type SurveyMetricId } from '@/lib/scoring/metrics';
import { baseLanguage, NO_TEXTS, type SurveyContent } from '@/lib/survey/model/content';
import type { Language } from '@/lib/survey/model/language';
import { WIDGET_MODES } from '@/lib/survey/model/widget-rules';
import { languageOf, packOf } from '@/lib/survey/rules/languages';
import { questionView } from '@/lib/survey/rules/question-view';
import { loadSurvey } from '@/lib/survey/views';
import { loadFields } from '@/lib/survey/views/load-fields';

/**
 * The draft as customers would meet it. `as`: page, mail, or one of the widget's modes. `l`: the language. `after`: low, middle or
 * high, the group of a chosen score; with `sent` the thanks after it. `known`: the fields of the contact are known.
 */
export const GET = memberRoute<{ id: string }>(async ({ scope, workspace }, request, { id }) => {
  const survey = await loadSurvey(scope, id);
  const asked = new URL(request.url).searchParams;
  const metric = metricOf(survey.metric);
  const scheme = schemeOf(asked.get('scheme'));
  const language = languageOf(asked.get('l') ?? '') ?? baseLanguage(survey.draft);
  const content = withExample(survey.draft, survey.metric, language);
  const { attributes, contactRole } = survey.subject
    ? await loadFields(scope, survey.subject.lineageId)
    : { attributes: [], contactRole: '' };
  const { brand, privacyUrl, postalAddress } = workspace;
  const contact = asked.has('known') ? somebody(attributes) : null;
  const placement = {
    ...{ key: 'preview', metric: survey.metric, brand, privacyUrl, contactRole },
    content: { ...content, languages: [language, ...content.languages.filter((tag) => tag !== language)] },
    subjectTitle: survey.subject?.title ?? null,
  };

  if (asked.get('as') === 'mail') {
    const { html } = invitationMail(
      mailModel({
        placement,
        campaign: { subject: '', greeting: '' },
        recipient: contact ?? { name: '', attributes: {} },
        postalAddress,
        answerUrl: '/preview',
        unsubscribeUrl: '/preview',
        restDays: REST_DAYS,
      }),
    );
    return mailReply(inScheme(html, scheme));
  }
  const known = knownOf(placement, contact);
  const question = questionView({
    ...{ key: 'preview', metric, content, brand, privacyUrl, language },
    known,
  });
  const moment: Moment = { score: scoreIn(metric, asked.get('after')), sent: asked.has('sent') };
  const mode = WIDGET_MODES.find((one) => one === asked.get('as'));
  if (mode) return widgetFrame(question, mode, scheme, moment);
  return sampleReply(question, scheme, moment);
});

/** A topic that is not written in the first language is stood in for by the metric's example, or nothing could be seen. */
function withExample(draft: SurveyContent, metric: SurveyMetricId, language: Language): SurveyContent {
  const own = draft.texts[language] ?? NO_TEXTS;
  if (own.topic !== '' || language !== baseLanguage(draft)) return draft;
  const topic = packOf(language).metrics[metric].topic?.example ?? '';
  return { ...draft, texts: { ...draft.texts, [language]: { ...own, topic } } };
}

/** The score that stands for a group: its highest. */
function scoreIn(metric: Metric, group: string | null): number | null {
  return metric.groups.find(({ id }) => id === group)?.upTo ?? null;
}

/** Somebody who is known, each attribute by its own name. */
const somebody = (attributes: readonly string[]) => ({
  name: 'Ana Lima',
  attributes: Object.fromEntries(attributes.map((name) => [name, `[${name}]`])),
});
