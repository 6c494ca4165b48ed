import type { Translate } from '@/lib/translate';
import type { VoicesFrame } from '@/lib/voices/views';
import type { VoiceChoices } from './voices-filter';

/** What the filter of voices offers. */
export function choicesOf(
  { places, themes, asked }: Pick<VoicesFrame, 'places' | 'themes' | 'asked'>,
  languages: readonly string[],
  t: Translate,
): VoiceChoices {
  const offered = new Set([...languages, ...(asked.language ? [asked.language] : [])]);
  return {
    journeys: journeysOf(places),
    themes: themes.map(({ id, name }) => ({ id, name })),
    languages: [...offered]
      .map((language) => ({ language, name: languageName(language, t) }))
      .sort((a, b) => a.name.localeCompare(b.name, t.tongue)),
  };
}

/** Places by the journey they are in. */
export function journeysOf(places: VoicesFrame['places']): VoiceChoices['journeys'] {
  const journeys = new Map<string, VoiceChoices['journeys'][number]>();
  for (const { journeyId, journeyTitle, touchpointId, touchpointTitle } of places) {
    const journey = journeys.get(journeyId) ?? { id: journeyId, title: journeyTitle, touchpoints: [] };
    if (touchpointId !== null) journey.touchpoints.push({ id: touchpointId, title: touchpointTitle ?? '' });
    journeys.set(journeyId, journey);
  }
  return [...journeys.values()];
}

/** What a language is called in the reader's. */
export function languageName(language: string | null, t: Translate): string {
  if (language === null || language === 'und') return t('Undetermined');
  return new Intl.DisplayNames([t.tongue], { type: 'language', fallback: 'code' }).of(language) ?? language;
}
