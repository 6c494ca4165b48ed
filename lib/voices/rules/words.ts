/**
 * The words of a text in their order, lower-case, compatibility forms made one. Where words are not parted by spaces
 * (Chinese, Japanese, Thai and their neighbours) the platform's dictionary parts them.
 *
 * @example wordsOf('It didn’t work, twice.') // ['it', "didn't", 'work', 'twice']
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'");
  const words = plain.match(WORD) ?? [];
  return UNSPACED.test(plain) ? words.flatMap(partedOf) : words;
}

/** Whether the words of a phrase stand in a text, one after the other; a last word that ends in * may go on. */
export function hasPhrase(words: readonly string[], phrase: Phrase): boolean {
  const [first] = phrase.words;
  if (first === undefined) return false;
  for (let at = words.indexOf(first); ; at = words.indexOf(first, at + 1)) {
    if (phrase.open && phrase.words.length === 1) return words.some((word) => word.startsWith(first));
    if (at < 0) return false;
    if (standsAt(words, phrase, at)) return true;
  }
}

/** Whether a phrase begins at this word. */
export function standsAt(words: readonly string[], { words: wanted, open }: Phrase, at: number): boolean {
  const last = wanted.length - 1;
  return wanted.every((word, index) => {
    const said = words[at + index];
    return open && index === last ? (said?.startsWith(word) ?? false) : said === word;
  });
}

/** A word or some words one after the other; `open` where its last one may go on. */
export type Phrase = { words: readonly string[]; open: boolean };

/** A phrase as a person wrote it. */
export function phraseOf(written: string): Phrase {
  const trimmed = written.trim();
  return { words: wordsOf(trimmed), open: trimmed.endsWith('*') };
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function partedOf(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  const parts = [];
  for (const { segment, isWordLike } of segmenter().segment(run)) if (isWordLike) parts.push(segment);
  return parts;
}

let kept: Intl.Segmenter | null = null;
function segmenter(): Intl.Segmenter {
  kept ??= new Intl.Segmenter('und', { granularity: 'word' });
  return kept;
}
