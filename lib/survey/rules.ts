import type { Metric } from '../scoring/metric';
import { pointName } from '../scoring/metric';
import type { Language, QuestionTexts, QuestionView, SurveyContent } from './model';

/**
 * The question as a customer meets it: the metric's locked wording with brand and topic filled in, in one language.
 * Page, widget, mail and preview are all drawn from it.
 */
export function questionView(asked: {
  key: string;
  metric: Metric;
  content: SurveyContent;
  brand: string;
  privacyUrl: string | null;
  language: Language;
}): QuestionView {
  const { metric, content, brand, language } = asked;
  const wording = metric.wording[language];
  const texts = TEXTS[language];
  const points = Array.from(
    { length: metric.scale.max - metric.scale.min + 1 },
    (_, i) => metric.scale.min + i,
  );
  return {
    key: asked.key,
    metric: metric.id,
    min: metric.scale.min,
    max: metric.scale.max,
    question: fill(wording.question, { name: brand, topic: content.topic }),
    low: metric.faces ? '' : wording.low,
    high: metric.faces ? '' : wording.high,
    points: points.map((value) => ({
      value,
      short: metric.faces ? (wording.points[value - metric.scale.min] ?? '') : String(value),
      label: pointName(metric, language, value),
    })),
    faces: metric.faces,
    words: metric.words
      ? {
          prompt: metric.words.prompt[language],
          none: { id: metric.words.none.id, label: metric.words.none.label[language] },
          options: metric.words.words.map((word) => ({ id: word.id, label: word.label[language] })),
          most: metric.words.most,
        }
      : null,
    why: metric.groups.map((group) => ({
      upTo: group.upTo,
      prompt: content.why[group.id] || wording.why[group.id],
    })),
    texts: { ...texts, thanksMore: content.thanks || texts.thanksMore },
    brand,
    privacyUrl: asked.privacyUrl,
    notice: wording.notice,
    language,
    dir: 'ltr',
  };
}

/** What has to be corrected before this content can be published; empty: nothing. */
export function faultsOfContent(
  metric: Metric,
  language: Language,
  content: SurveyContent,
): { path: string; message: string }[] {
  const topic = metric.wording[language].topic;
  if (topic && content.topic === '') {
    return [
      { path: 'content.topic', message: `Say what it is about: ${topic.form}, like “${topic.example}”.` },
    ];
  }
  return [];
}

/** Replaces `{name}` and `{topic}`; what was filled in is never read again as a placeholder. */
function fill(template: string, values: Record<'name' | 'topic', string>): string {
  return template.replace(/\{(name|topic)\}/g, (_, which: 'name' | 'topic') => values[which]);
}

/** The texts around a question, per language. */
export const TEXTS: Record<Language, QuestionTexts> = {
  en: {
    send: 'Send',
    optional: 'optional',
    saved: 'Your answer is saved.',
    saving: 'Saving…',
    failed: 'Not saved yet.',
    thanks: 'Thank you!',
    thanksMore: 'Your answer helps us make this better.',
    change: 'Change my answer',
    close: 'Close',
    closed: 'This survey is closed.',
    closedMore: 'Thank you for wanting to answer.',
    notFound: 'This survey does not exist.',
    confirm: 'Is this your answer?',
    confirmMore: 'It counts once you send it, or go on below.',
    privacy: 'Privacy',
    region: 'A short question',
    chooseFirst: 'Choose an answer first.',
    sent: 'Sent',
    unsubscribe: 'Unsubscribe',
  },
  de: {
    send: 'Senden',
    optional: 'freiwillig',
    saved: 'Ihre Antwort ist gespeichert.',
    saving: 'Wird gespeichert …',
    failed: 'Noch nicht gespeichert.',
    thanks: 'Vielen Dank!',
    thanksMore: 'Ihre Antwort hilft uns, besser zu werden.',
    change: 'Meine Antwort ändern',
    close: 'Schließen',
    closed: 'Diese Umfrage ist beendet.',
    closedMore: 'Danke, dass Sie antworten wollten.',
    notFound: 'Diese Umfrage gibt es nicht.',
    confirm: 'Ist das Ihre Antwort?',
    confirmMore: 'Sie zählt, sobald Sie sie senden oder unten weitermachen.',
    privacy: 'Datenschutz',
    region: 'Eine kurze Frage',
    chooseFirst: 'Wählen Sie zuerst eine Antwort.',
    sent: 'Gesendet',
    unsubscribe: 'Abmelden',
  },
};
