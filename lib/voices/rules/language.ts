/** What says which language a text is in: ISO 639-1, '' where it cannot tell. */
export type Detector = (text: string) => string;

/** Letters below which no detector is asked. */
export const LEAST_LETTERS = 12;

/**
 * The language of a text. The survey's own language is believed where the text is too short to tell, and wherever the
 * detector does not find another one for sure; a short text of unknown origin stays undetermined.
 *
 * @param surveyTag BCP 47 tag of what was asked; null: unknown
 */
export function languageOfText(
  text: string,
  surveyTag: string | null,
  detect: Detector,
): { language: string | null; languageBy: 'survey' | 'text' | null } {
  const asked = surveyTag?.split('-')[0]?.toLowerCase() || null;
  const plain = text.replace(/https?:\/\/\S+|\[[\p{L} -]{2,8}\]/gu, ' ');
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const found = letters < LEAST_LETTERS ? null : detect(plain) || null;
  // A few words in another language are as often names and loan words: they have to be more of a text to be believed.
  if (asked !== null && (found === null || found === asked || letters < 3 * LEAST_LETTERS))
    return { language: asked, languageBy: 'survey' };
  return found === null ? { language: null, languageBy: null } : { language: found, languageBy: 'text' };
}

/** Loads the detector, which carries its own tables of letter sequences: no network. */
export async function loadDetector(): Promise<Detector> {
  const { eld } = await import('eld/small');
  return (text) => {
    const found = eld.detect(text);
    return found.isReliable() ? found.language : '';
  };
}
