import type { Theme, ThemeFields } from '../model';
import { hasPhrase, type Phrase, phraseOf, wordsOf } from './words';

/** A theme ready to be looked for in many texts. */
export type ThemeFinder = { id: string; phrases: Phrase[]; exceptions: Phrase[] };

/** Themes ready to be looked for, to be made once for many texts. */
export const themeFinders = (themes: readonly Theme[]): ThemeFinder[] =>
  themes.map(({ id, phrases, exceptions }) => ({
    id,
    phrases: phrases.map(phraseOf),
    exceptions: exceptions.map(phraseOf),
  }));

/** The themes that a text is about: one of their phrases stands in it, and none of their exceptions. */
export function themesIn(text: string, finders: readonly ThemeFinder[]): string[] {
  const words = wordsOf(text);
  return finders
    .filter(
      ({ phrases, exceptions }) =>
        phrases.some((phrase) => hasPhrase(words, phrase)) &&
        !exceptions.some((phrase) => hasPhrase(words, phrase)),
    )
    .map(({ id }) => id);
}

/** Phrases as they are kept: trimmed, each once, in the order given; two that only differ in case are the same. */
export function settledPhrases(written: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const one of written) {
    const phrase = one.trim().replace(/\s+/g, ' ');
    const key = wordsOf(phrase).join(' ') + (phrase.endsWith('*') ? '*' : '');
    if (wordsOf(phrase).length > 0 && !kept.has(key)) kept.set(key, phrase);
  }
  return [...kept.values()];
}

/** What one theme is once another is merged into it: the words of both; what one looks for, the other does not except. */
export function mergedTheme(into: ThemeFields, from: ThemeFields): ThemeFields {
  const phrases = settledPhrases([...into.phrases, ...from.phrases]);
  const looked = new Set(phrases.map((phrase) => phrase.toLowerCase()));
  const exceptions = settledPhrases([...into.exceptions, ...from.exceptions]).filter(
    (phrase) => !looked.has(phrase.toLowerCase()),
  );
  return { name: into.name, phrases, exceptions };
}

/**
 * Two themes of one: some phrases go to a new one, the rest stay; both keep the exceptions.
 *
 * @returns null where either would be left without a phrase
 */
export function splitTheme(
  theme: ThemeFields,
  leaving: readonly string[],
): { staying: string[]; leaving: string[] } | null {
  const staying = theme.phrases.filter((phrase) => !leaving.includes(phrase));
  const gone = theme.phrases.filter((phrase) => leaving.includes(phrase));
  return staying.length === 0 || gone.length === 0 ? null : { staying, leaving: gone };
}
