import { ar } from '../languages/ar';
import { cs } from '../languages/cs';
import { da } from '../languages/da';
import { de } from '../languages/de';
import { el } from '../languages/el';
import { en } from '../languages/en';
import { es } from '../languages/es';
import { fi } from '../languages/fi';
import { fr } from '../languages/fr';
import { he } from '../languages/he';
import { hu } from '../languages/hu';
import { id } from '../languages/id';
import { it } from '../languages/it';
import { ja } from '../languages/ja';
import { ko } from '../languages/ko';
import { nb } from '../languages/nb';
import { nl } from '../languages/nl';
import { pl } from '../languages/pl';
import { ptBR } from '../languages/pt-BR';
import { ro } from '../languages/ro';
import { ru } from '../languages/ru';
import { sv } from '../languages/sv';
import { tr } from '../languages/tr';
import { uk } from '../languages/uk';
import { zhHans } from '../languages/zh-Hans';
import { zhHant } from '../languages/zh-Hant';
import { LANGUAGES, type Language, type LanguagePack } from '../model/language';

/**
 * The texts of every language. Only the server reads them: a browser is sent the one language that it shows.
 */
const PACKS: Record<Language, LanguagePack> = {
  en,
  de,
  fr,
  es,
  it,
  'pt-BR': ptBR,
  nl,
  sv,
  da,
  nb,
  fi,
  pl,
  cs,
  hu,
  ro,
  el,
  ru,
  uk,
  tr,
  id,
  ja,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ar,
  he,
};

/** All texts of one language. */
export function packOf(language: Language): LanguagePack {
  return PACKS[language];
}

/**
 * The offered language that suits somebody best. `wanted` are BCP 47 tags, the preferred first; the next one is looked
 * at only if nothing offered fits the one before. A tag fits a language of the same name, whatever its region, but
 * Chinese only in the same script. Where nothing fits, the first offered language.
 *
 * @example chooseLanguage(['en', 'pt-BR', 'zh-Hant'], ['pt-PT']) // 'pt-BR'
 * @example chooseLanguage(['en', 'zh-Hans', 'zh-Hant'], ['zh-HK']) // 'zh-Hant'
 */
export function chooseLanguage(offered: readonly Language[], wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = languageOf(tag);
    if (known && offered.includes(known)) return known;
  }
  return offered[0] ?? 'en';
}

const TRADITIONAL = /^zh-(?!hans\b).*\b(hant|tw|hk|mo)\b/i;

/** The language of a BCP 47 tag, whatever its region; null where there is none. Norwegian is Bokmål, `iw` Hebrew, `in` Indonesian. */
export function languageOf(tag: string): Language | null {
  const clean = tag.trim().replaceAll('_', '-').slice(0, 35);
  const name = clean.split('-')[0]?.toLowerCase() ?? '';
  if (name === 'zh') return TRADITIONAL.test(clean) ? 'zh-Hant' : 'zh-Hans';
  const modern = { no: 'nb', nn: 'nb', iw: 'he', in: 'id', pt: 'pt-BR' }[name] ?? name;
  return LANGUAGES.find((one) => one === modern) ?? null;
}

/** The tags of an Accept-Language header, the preferred first; what cannot be read is left out. */
export function wantedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...more] = part.trim().split(';');
      const quality = more.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** A sentence that depends on a number, in the plural form of the language; `{days}` or another name is the number. */
export function pluralText(
  language: Language,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
  count: number,
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  const number = new Intl.NumberFormat(language).format(count);
  return form.replace(/\{\w+\}/g, () => number);
}
