import { LANGUAGES, type Language } from '@/lib/survey/model';

const NAMES = { en: 'English', de: 'Deutsch' } as const satisfies Record<Language, string>;

/** The languages that customers can be asked in, each in its own. */
export function LanguageOptions() {
  return LANGUAGES.map((language) => (
    <option key={language} value={language} lang={language}>
      {NAMES[language]}
    </option>
  ));
}
