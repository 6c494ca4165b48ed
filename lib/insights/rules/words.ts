import type { Tongue } from '../../identity/model';
import { EMOTION_WORDS, NO_WORD } from '../../scoring/emotion-words';
import { wordShares } from '../../scoring/words';
import type { TouchpointDetailView, TouchpointView } from '../model';

/** How many people chose exactly these words at a subject. */
export type WordChoice = { lineageId: string; words: readonly string[]; people: number };

type WordView = TouchpointDetailView['words'][number];

const KNOWN = new Map(
  [...EMOTION_WORDS, { ...NO_WORD, valence: 0 as const }].map((word) => [word.id as string, word]),
);

/** The word chosen most often and its share of the people who answered; null below the minimum n, or where none fitted. */
export function topWord(choices: readonly WordChoice[], minimumN: number): TouchpointView['topWord'] {
  const first = wordViews(choices, 'en', minimumN).words.find((word) => word.valence !== 0);
  return first ? { id: first.id, share: first.share } : null;
}

/** Every chosen word with its share of the people who answered the words question, most often first; none below the minimum n. */
export function wordViews(
  choices: readonly WordChoice[],
  language: Tongue,
  minimumN: number,
): { words: WordView[]; n: number } {
  const counts: Record<string, number> = {};
  let n = 0;
  for (const { words, people } of choices) {
    const known = words.filter((word) => KNOWN.has(word));
    if (known.length === 0) continue;
    n += people;
    for (const word of known) counts[word] = (counts[word] ?? 0) + people;
  }
  if (n < minimumN) return { words: [], n };
  const words = wordShares(counts, n).flatMap(({ id, count, share, low, high }): WordView[] => {
    const word = KNOWN.get(id);
    if (!word || count === 0 || share === null || low === null || high === null) return [];
    return [{ id, label: word.label[language], valence: word.valence, share, low, high, count }];
  });
  return { words: words.sort((a, b) => b.count - a.count), n };
}
