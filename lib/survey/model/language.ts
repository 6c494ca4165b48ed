import type { EmotionWordId } from '../../scoring/emotion-words';
import type { SurveyMetricId } from '../../scoring/metrics';
import type { Wording } from '../../scoring/wording';
import type { ReasonId } from './follow-up';

/** Languages a customer can be asked in, as BCP 47 tags. A region or script stands only where two of them exist. */
export const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt-BR',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'el',
  'ru',
  'uk',
  'tr',
  'id',
  'ja',
  'ko',
  'zh-Hans',
  'zh-Hant',
  'ar',
  'he',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts around a question: every button, state and sentence that a customer can meet. */
export type QuestionTexts = {
  send: string;
  optional: string;
  saved: string;
  saving: string;
  failed: string;
  thanks: string;
  thanksMore: string;
  change: string;
  close: string;
  closed: string;
  closedMore: string;
  notFound: string;
  confirm: string;
  confirmMore: string;
  privacy: string;
  region: string;
  chooseFirst: string;
  sent: string;
  unsubscribe: string;
  /** Label of the side tab. */
  feedback: string;
  /** Says who looks after the customer here: `{contact}` is a role or name. */
  contact: string;
  /** Title of the list of languages, and the name of the link to it. */
  languages: string;
  /** Stands on whatever is shown without being recorded. */
  preview: string;
  /** On a shared screen: the button that makes room for the next person. */
  next: string;
  /** Title of a page that says what went wrong, and what to do. */
  problem: string;
  retry: string;
  tooLong: string;
  busy: string;
};

/** One text per plural category of the language; `other` is the only one that each language has. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What a mail with a question says besides it. `{brand}` and `{days}` are filled in. */
export type MailTexts = {
  short: string;
  /** Why the person gets it: one sentence with `{brand}`. */
  why: string;
  /** How often at most, by the number of days: `{days}` is the number. */
  rest: Plural;
  unsubscribe: string;
  privacy: string;
  choose: string;
  pick: string;
};

/** The page behind the link that ends mail. */
export type UnsubscribeTexts = {
  title: string;
  more: string;
  button: string;
  done: string;
  doneMore: string;
};

/**
 * A metric's locked text in one language. `plain` is the question for authors who have not said what it is about in
 * this language: the same question without `{topic}`; equal to `question` where that has none.
 */
export type CustomerWording = Wording & { plain: string };

/** Everything a customer can read in one language, apart from what authors write themselves. */
export type LanguagePack = {
  /** The language's name in itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  metrics: Record<SurveyMetricId, CustomerWording>;
  words: { prompt: string; none: string; labels: Record<EmotionWordId, string> };
  reasons: { friction: string; strength: string; labels: Record<ReasonId, string> };
  expectation: { prompt: string; points: [string, string, string, string, string] };
  information: { prompt: string; points: [string, string, string] };
  handoff: { prompt: string; points: [string, string, string] };
  texts: QuestionTexts;
  mail: MailTexts;
  unsubscribe: UnsubscribeTexts;
};
