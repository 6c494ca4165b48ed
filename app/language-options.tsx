import { TONGUES, type Tongue } from '@/lib/identity/model';

const NAMES = { en: 'English', de: 'Deutsch' } as const satisfies Record<Tongue, string>;

/** The languages of the members' side, each in its own. */
export function LanguageOptions() {
  return TONGUES.map((language) => (
    <option key={language} value={language} lang={language}>
      {NAMES[language]}
    </option>
  ));
}
