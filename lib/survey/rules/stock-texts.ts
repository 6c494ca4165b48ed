import type { SurveyMetricId } from '../../scoring/metrics';
import type { GroupId } from '../../scoring/wording';
import { LANGUAGES, type Language, type LanguagePack } from '../model/language';
import { packOf } from './languages';

/** A language by its own name and by its name in the reader's language. */
export type LanguageName = { tag: Language; own: string; name: string; dir: 'ltr' | 'rtl' };

/** What stands in one language wherever an author has written nothing, for one metric. */
export type StockTexts = LanguageName &
  Pick<LanguagePack, 'expectation' | 'information' | 'handoff' | 'reasons'> & {
    /** With `{name}` and `{topic}`, as the metric states it. */
    question: string;
    /** What is asked where no topic is written. */
    plain: string;
    topic: { form: string; example: string } | null;
    low: string;
    high: string;
    points: readonly string[];
    why: Readonly<Record<GroupId, string>>;
    thanks: string;
    /** The sentence that names who looks after the customer, with `{contact}`. */
    contact: string;
  };

/** The stock texts of a language for a metric; only the server makes them, a browser is sent those that it shows. */
export function stockTexts(metric: SurveyMetricId, language: Language, reader: 'en' | 'de'): StockTexts {
  const { metrics, reasons, expectation, information, handoff, texts } = packOf(language);
  const { question, plain, topic, low, high, points, why } = metrics[metric];
  return {
    ...languageName(language, reader),
    ...{ question, plain, topic, low, high, points, why },
    ...{ reasons, expectation, information, handoff },
    thanks: texts.thanksMore,
    contact: texts.contact,
  };
}

/** Every language that customers can be asked in, by its name in the reader's language. */
export function languageNames(reader: 'en' | 'de'): LanguageName[] {
  return LANGUAGES.map((tag) => languageName(tag, reader)).sort((one, other) =>
    one.name.localeCompare(other.name, reader),
  );
}

function languageName(tag: Language, reader: 'en' | 'de'): LanguageName {
  const { name, dir } = packOf(tag);
  return { tag, own: name, name: new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag, dir };
}
