import { beforeAll, describe, expect, test } from 'vitest';
import { type Detector, languageOfText, loadDetector } from './language';

let detect: Detector;
beforeAll(async () => {
  detect = await loadDetector();
});

/** One sentence of a customer, in each language that surveys are asked in most. */
const SENTENCES: Record<string, string> = {
  en: 'The technician came on time and explained everything to us.',
  de: 'Der Techniker kam pünktlich und hat uns alles gut erklärt.',
  fr: 'Le technicien est arrivé à l’heure et nous a tout expliqué.',
  es: 'El técnico llegó puntual y nos explicó todo muy bien.',
  it: 'Il tecnico è arrivato puntuale e ci ha spiegato tutto bene.',
  pt: 'O técnico chegou na hora e explicou tudo muito bem para nós.',
  nl: 'De monteur kwam op tijd en heeft ons alles goed uitgelegd.',
  pl: 'Technik przyszedł na czas i wszystko nam dobrze wyjaśnił.',
  tr: 'Teknisyen zamanında geldi ve bize her şeyi iyi anlattı.',
  ru: 'Мастер пришёл вовремя и всё нам хорошо объяснил.',
  ja: '技術者は時間通りに来て、すべてを丁寧に説明してくれました。',
  ar: 'وصل الفني في الوقت المحدد وشرح لنا كل شيء بشكل جيد.',
};

describe('the language of a text', () => {
  test.each(Object.entries(SENTENCES))('a sentence in %s is found by itself', (language, text) => {
    expect(languageOfText(text, null, detect)).toEqual({ language, languageBy: 'text' });
  });

  test('a text under twelve letters of unknown origin stays undetermined', () => {
    expect(languageOfText('Sehr gut!!! 10/10', null, detect)).toEqual({ language: null, languageBy: null });
  });

  test('a short text is in the language it was asked in', () => {
    expect(languageOfText('Top Service, gerne wieder', 'de-AT', detect)).toEqual({
      language: 'de',
      languageBy: 'survey',
    });
  });

  test('a whole sentence in another language than was asked in is believed', () => {
    expect(languageOfText(SENTENCES.fr as string, 'de', detect)).toEqual({
      language: 'fr',
      languageBy: 'text',
    });
  });

  test('an address or a placeholder is no language', () => {
    expect(languageOfText('https://example.com/very/long/path [e-mail]', null, detect).language).toBeNull();
  });
});
