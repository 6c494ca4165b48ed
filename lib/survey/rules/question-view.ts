import { type Metric, pointName } from '../../scoring/metric';
import type { SurveyMetricId } from '../../scoring/metrics';
import type { FollowUpView, PointView, QuestionView, ThanksView } from '../model';
import { baseLanguage, type LocalTexts, NO_TEXTS, type SurveyContent } from '../model/content';
import { FOLLOW_UP_SCALES, type FollowUp, type GROUPS, type ReasonId } from '../model/follow-up';
import type { CustomerWording, Language, LanguagePack } from '../model/language';
import { packOf } from './languages';
import { fillPipes, type Known } from './pipes';

/** What a question is made of. `known` says what is known of the customer and the touchpoint. */
export type Asked = {
  key: string;
  metric: Metric;
  content: SurveyContent;
  brand: string;
  privacyUrl: string | null;
  language: Language;
  known?: Partial<Known>;
};

/**
 * The question as a customer meets it: the metric's locked wording with brand and topic filled in, and what follows it,
 * in one language. Page, widget, mail and preview are all drawn from it. What an author has not written in this
 * language is the language's stock text, and the author's own reasons are named as in the survey's first language.
 */
export function questionView(asked: Asked): QuestionView {
  const { metric, content, brand, language } = asked;
  const pack = packOf(language);
  const wording = pack.metrics[metric.id as SurveyMetricId];
  const own = content.texts[language] ?? NO_TEXTS;
  const known: Known = { contact: null, touchpoint: '', touchpointContact: '', ...asked.known, brand };
  const piped = (text: string) => fillPipes(text, known);
  const topic = piped(own.topic);
  const points = pointsOf(metric.scale, (value) => ({
    value,
    short: metric.faces ? (wording.points[value - metric.scale.min] ?? '') : String(value),
    label: pointLabel(metric, wording, value),
  }));
  return {
    key: asked.key,
    metric: metric.id,
    min: metric.scale.min,
    max: metric.scale.max,
    question: fill(topic === '' ? wording.plain : wording.question, { name: brand, topic }),
    low: metric.faces ? '' : wording.low,
    high: metric.faces ? '' : wording.high,
    points,
    faces: metric.faces,
    words: metric.words
      ? {
          prompt: pack.words.prompt,
          none: { id: metric.words.none.id, label: pack.words.none },
          options: metric.words.words.map(({ id }) => ({ id, label: pack.words.labels[id] })),
          most: metric.words.most,
        }
      : null,
    why: metric.groups.map(({ id, upTo }) => ({ upTo, prompt: piped(own.why[id]) || wording.why[id] })),
    followUps: content.followUps.map((one) => followUpView(one, metric, content, pack, own)),
    thanks: metric.groups.map(({ id, upTo }): ThanksView => {
      const url = content.links[id];
      const label = piped(own.link[id]) || content.texts[baseLanguage(content)]?.link[id] || '';
      return {
        upTo,
        text: piped(own.thanks[id]) || pack.texts.thanksMore,
        link: url && label ? { label, url } : null,
      };
    }),
    contact: known.touchpointContact
      ? pack.texts.contact.replace('{contact}', () => known.touchpointContact)
      : null,
    texts: pack.texts,
    brand,
    privacyUrl: asked.privacyUrl,
    notice: wording.notice,
    language,
    dir: pack.dir,
    languages: content.languages.map((tag) => ({ tag, name: packOf(tag).name })),
  };
}

/** The full name of a scale point, as `pointName`, in a customer's language. */
function pointLabel(metric: Metric, wording: CustomerWording, value: number): string {
  return pointName({ ...metric, wording: { en: wording, de: wording } }, 'en', value);
}

function followUpView(
  followUp: FollowUp,
  metric: Metric,
  content: SurveyContent,
  pack: LanguagePack,
  own: LocalTexts,
): FollowUpView {
  const places = (groups: readonly string[]) =>
    metric.groups.flatMap(({ id }, place) => (groups.includes(id) ? [place] : []));
  const after = places(followUp.after);
  if (followUp.kind === 'text') return { kind: 'text', after };
  if (followUp.kind === 'reasons') {
    const base = content.texts[baseLanguage(content)]?.reasons ?? {};
    const options = (ids: readonly string[]) =>
      ids.map((id) => ({
        id,
        label: pack.reasons.labels[id as ReasonId] ?? own.reasons[id] ?? base[id] ?? id,
      }));
    const high = places(['high']);
    return {
      kind: 'reasons',
      lists: [
        {
          after: after.filter((place) => !high.includes(place)),
          prompt: pack.reasons.friction,
          options: options(followUp.frictions),
        },
        {
          after: after.filter((place) => high.includes(place)),
          prompt: pack.reasons.strength,
          options: options(followUp.strengths),
        },
      ].filter((list) => list.after.length > 0 && list.options.length > 0),
    };
  }
  const { kind } = followUp;
  const scale = FOLLOW_UP_SCALES[kind];
  const { prompt, points } = pack[kind];
  return {
    kind,
    after,
    prompt,
    points: pointsOf(scale, (value) => {
      const label = points[value - scale.min] ?? '';
      return { value, short: label, label };
    }),
  };
}

function pointsOf(scale: { min: number; max: number }, point: (value: number) => PointView): PointView[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => point(scale.min + step));
}

/** Replaces `{name}` and `{topic}`; what was filled in is never read again as a placeholder. */
function fill(template: string, values: Record<'name' | 'topic', string>): string {
  return template.replace(/\{(name|topic)\}/g, (_, which: 'name' | 'topic') => values[which]);
}

/** The place of the group that a score falls into, 0 the lowest; null without a legal score. */
export function groupPlace(metric: Pick<Metric, 'groups'>, score: number | null): number | null {
  if (score === null) return null;
  const place = metric.groups.findIndex(({ upTo }) => score <= upTo);
  return place < 0 ? null : place;
}

/** What is asked after a score: the follow-ups of its group. Without a score, none. */
export function followUpsAfter(
  metric: Pick<Metric, 'groups'>,
  content: Pick<SurveyContent, 'followUps'>,
  score: number | null,
): FollowUp[] {
  const place = groupPlace(metric, score);
  const group = place === null ? undefined : metric.groups[place]?.id;
  return content.followUps.filter(
    ({ after }) => group !== undefined && after.includes(group as (typeof GROUPS)[number]),
  );
}
