import { IntlMessageFormat } from 'intl-messageformat';
import type { Tongue } from './identity/model';

/** What fills the places of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** German by English. */
export type Catalog = Readonly<Record<string, string>>;

/** Wraps what stands between `<name>` and `</name>` in a message. */
type Parts<T> = Readonly<Record<string, string | number | T | ((inside: (string | T)[]) => T)>>;

/**
 * Says a message in one language. The key is the English text itself, in ICU message format:
 * `t('{n, plural, one {# answer} other {# answers}}', { n })`. Where one English text needs two translations, what it is
 * about follows `##` and is not shown: `t('Open##of a survey')`. A message that the catalog lacks is said in English.
 */
export type Translate = ((message: string, values?: Values) => string) & {
  /** The same with tags: each name between angle brackets is given a function that wraps what it holds. */
  rich<T>(message: string, parts: Parts<T>): (string | T)[];
  /** Whether the catalog has the message. */
  knows(message: string): boolean;
  readonly tongue: Tongue;
};

/** Marks a message that is looked up elsewhere, such as one in a table, so that the catalogs are asked to have it. */
export const msg = (message: string): string => message;

/** A label as a part of a sentence: English writes it small there; German keeps it, for the sake of its nouns. */
export const inSentence = (label: string, { tongue }: Pick<Translate, 'tongue'>): string =>
  tongue === 'de' ? label : label.toLowerCase();

/** Makes the function that says messages. Without a catalog they are said as they are written: in English. */
export function translator(tongue: Tongue, catalog: Catalog = {}): Translate {
  const plain = (message: string) => catalog[message] ?? message.replace(/##.*$/s, '');
  const say = (message: string, values?: Values): string => {
    const text = plain(message);
    if (!values && !/[{<']/.test(text)) return text;
    return String(formatted(tongue, text).format(values as Record<string, string | number> | undefined));
  };
  return Object.assign(say, {
    tongue,
    knows: (message: string) => Object.hasOwn(catalog, message),
    rich: <T>(message: string, parts: Parts<T>): (string | T)[] => {
      const said = formatted(tongue, plain(message)).format<T>(parts as Record<string, T>);
      return Array.isArray(said) ? said : [said];
    },
  });
}

/** English as it is written: what shows a text before anybody has said in which language. */
export const ENGLISH: Translate = translator('en');

const known = new Map<string, IntlMessageFormat>();

/** Parsing costs more than filling in; the messages are as many as the sources hold. */
function formatted(tongue: Tongue, text: string): IntlMessageFormat {
  const key = `${tongue} ${text}`;
  let found = known.get(key);
  if (!found) {
    found = new IntlMessageFormat(text, tongue);
    known.set(key, found);
  }
  return found;
}
