import type { Reading, SentimentWord, Theme } from '../model';
import { type Detector, languageOfText } from './language';
import { maskedIn } from './mask';
import { soundingOf, taughtWords } from './sentiment';
import { themeFinders, themesIn } from './themes';

/** What reads texts by these rules; made once for many texts. `asked` is the tag of the language it was asked in. */
export function readerOf(rules: {
  themes: readonly Theme[];
  sentimentWords: readonly SentimentWord[];
  detect: Detector;
}): (text: string, asked: string | null) => Reading {
  const finders = themeFinders(rules.themes);
  const taught = taughtWords(rules.sentimentWords);
  return (text, asked) => {
    const known = languageOfText(text, asked, rules.detect);
    const sounding = soundingOf(text, known.language, taught);
    return {
      ...known,
      sentiment: sounding?.sentiment ?? null,
      valence: sounding?.valence ?? null,
      themeIds: themesIn(text, finders),
      masked: maskedIn(text),
    };
  };
}
