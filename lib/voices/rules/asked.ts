import { isUuid } from '../../id';
import { SENTIMENTS, VOICE_KINDS, type VoiceAsked } from '../model';

const MOST_ASKED = 100;

/** What an address asks of voices, besides its filter; what it names and nobody knows is left out. */
export function parseVoiceAsked(params: URLSearchParams): VoiceAsked {
  const id = (name: string) => {
    const given = params.get(name) ?? '';
    return isUuid(given) ? given : null;
  };
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === params.get(name)) ?? null;
  const language = params.get('lang') ?? '';
  return {
    q: (params.get('q') ?? '').replaceAll('\0', '').trim().slice(0, MOST_ASKED),
    journeyId: id('journey'),
    touchpointId: id('touchpoint'),
    themeId: id('theme'),
    sentiment: one('sentiment', [...SENTIMENTS, 'none'] as const),
    language: /^[a-z]{2,3}$/.test(language) ? language : null,
    kind: one('kind', VOICE_KINDS),
  };
}

/** The same as pairs of an address. */
export function askedPairs(asked: Partial<VoiceAsked>): [name: string, value: string][] {
  const pairs: [string, string | null | undefined][] = [
    ['q', asked.q],
    ['journey', asked.journeyId],
    ['touchpoint', asked.touchpointId],
    ['theme', asked.themeId],
    ['sentiment', asked.sentiment],
    ['lang', asked.language],
    ['kind', asked.kind],
  ];
  return pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}
