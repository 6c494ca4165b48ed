import type { Sentiment, SentimentWord } from '../model';
import { BOOSTERS, FACES, NEGATORS, PHRASES, VALENCES } from './english-feelings';
import { type Phrase, phraseOf, standsAt, wordsOf } from './words';

/** How a text sounds: `valence` −1…1. */
export type Sounding = { sentiment: Sentiment; valence: number };

/** A valence nearer to 0 than this decides nothing. */
export const UNDECIDED_BELOW = 0.1;

/** What a person said of words, ready to be looked for. */
export type TaughtWord = { phrase: Phrase; valence: number };

/** What people said of words and phrases, to be made once for many texts. */
export const taughtWords = (words: readonly SentimentWord[]): TaughtWord[] =>
  words.map(({ phrase, sentiment }) => ({ phrase: phraseOf(phrase), valence: TAUGHT[sentiment] }));

/**
 * How a text sounds, by the words in it: a list for English, turned by "not", weighed down before and up after "but",
 * with emoji; and in any language the words whose sentiment people said. It is no measurement of what was felt: the score
 * that was asked is. Source of the scheme: VADER, Hutto and Gilbert, ICWSM 2014, with our own list for customers.
 *
 * @param language ISO 639-1 of the text; null: unknown
 * @returns null where neither a list for the language nor a taught word has anything to say
 * @example soundingOf('The visit was not bad at all.', 'en')?.sentiment // 'positive'
 */
export function soundingOf(
  text: string,
  language: string | null,
  taught: readonly TaughtWord[] = [],
): Sounding | null {
  const english = language === 'en';
  let sum = 0;
  let known = english;
  for (const sentence of text.split(/[.!?;:\n…]+/)) {
    const said = valencesOf(sentence, english, taught);
    if (said.taught) known = true;
    sum += said.sum;
  }
  if (!known) return null;
  if (english) sum = louder(sum + facesIn(text), text);
  const valence = sum / Math.sqrt(sum * sum + 15);
  return { valence, sentiment: sentimentOf(valence) };
}

/** The class of a valence. */
export function sentimentOf(valence: number): Sentiment {
  if (Math.abs(valence) < UNDECIDED_BELOW) return 'undecided';
  return valence > 0 ? 'positive' : 'negative';
}

const TAUGHT: Record<Sentiment, number> = { positive: 2.5, negative: -2.5, undecided: 0 };
/** "not good" is less bad than "bad": VADER's measured factor. */
const TURNED = -0.74;

function valencesOf(sentence: string, english: boolean, taught: readonly TaughtWord[]) {
  const clauses = sentence.split(',').map(wordsOf);
  const words = clauses.flat();
  const begins = new Set<number>();
  let begin = 0;
  for (const clause of clauses) {
    begins.add(begin);
    begin += clause.length;
  }
  const found: { at: number; valence: number }[] = [];
  let anyTaught = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const own = taught.find(({ phrase }) => standsAt(words, phrase, at));
    const phrase = own ? null : english ? phraseAt(words, at) : null;
    if (own) {
      anyTaught = true;
      found.push({ at, valence: turned(words, begins, at, own.valence) });
      at += own.phrase.words.length - 1;
    } else if (phrase) {
      found.push({ at, valence: phrase.valence });
      at += phrase.words.length - 1;
    } else if (english && !isNegator(word)) {
      const valence = VALENCES.get(word) ?? 0;
      if (valence !== 0) found.push({ at, valence: turned(words, begins, at, boosted(words, at, valence)) });
    }
  }
  if (english) found.push(...lonelyNo(words, found));
  const but = english ? words.findLastIndex((word) => word === 'but' || word === 'however') : -1;
  const sum = found.reduce(
    (total, { at, valence }) => total + valence * (but < 0 || at === but ? 1 : at < but ? 0.5 : 1.5),
    0,
  );
  return { sum: sum + (english ? emojiIn(sentence) : 0), taught: anyTaught };
}

const phraseAt = (words: readonly string[], at: number) =>
  PHRASES.get(words[at] as string)?.find((one) => standsAt(words, { words: one.words, open: false }, at)) ??
  null;

const isNegator = (word: string) => NEGATORS.has(word) || word.endsWith("n't");

/** A "no" or "never" that turns nothing is a complaint by itself: "No Wi-Fi in the room". */
function lonelyNo(words: readonly string[], found: readonly { at: number }[]) {
  return words.flatMap((word, at) => {
    const alone = !found.some((one) => one.at > at - 1 && one.at <= at + 3);
    return alone && LONELY.has(word) ? [{ at, valence: -1 }] : [];
  });
}
const LONELY: ReadonlySet<string> = new Set(['no', 'never', 'none', 'nothing', "can't", "couldn't", "won't"]);

/** "No surprise, good": what stands before a comma turns nothing behind it. */
function turned(words: readonly string[], begins: ReadonlySet<number>, at: number, valence: number): number {
  if (begins.has(at)) return valence;
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const word = words[before] as string;
    if (word === 'but') break;
    // "not only good" and "no doubt good" turn nothing.
    if (isNegator(word) && !['only', 'just', 'doubt'].includes(words[before + 1] ?? '')) {
      return valence * TURNED;
    }
    if (begins.has(before)) break;
  }
  return valence;
}

function boosted(words: readonly string[], at: number, valence: number): number {
  let more = 0;
  for (let back = 1; back <= 3; back += 1) {
    more += (BOOSTERS.get(words[at - back] ?? '') ?? 0) * (1 - (back - 1) * 0.05);
  }
  return valence + Math.sign(valence) * more;
}

function emojiIn(text: string): number {
  let sum = 0;
  for (const sign of text.match(/\p{Extended_Pictographic}/gu) ?? []) sum += VALENCES.get(sign) ?? 0;
  return sum;
}

const facesIn = (text: string) =>
  FACES.reduce((sum, [pattern, valence]) => sum + (text.match(pattern)?.length ?? 0) * valence, 0);

/** Up to four exclamation marks make a text louder, in whichever direction it goes. */
function louder(sum: number, text: string): number {
  const marks = Math.min(4, text.match(/!/g)?.length ?? 0);
  return sum + Math.sign(sum) * marks * 0.292;
}
