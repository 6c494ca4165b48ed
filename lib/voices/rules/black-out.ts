/** What stands where a passage was blacked out: of one length, so that it says nothing of what it was. */
export const BLACKED_OUT = '█████';

/** A text without the passage, and how often it stood there. */
export type BlackedOut = { text: string; n: number };

/**
 * Blacks a passage out wherever it stands as whole words, in capitals or not and with any white space between its words.
 * A passage without a letter or digit at an end is found there within a word too.
 *
 * @example blackOut('Ms Kim was rude. Kimono?', 'kim') // { text: 'Ms █████ was rude. Kimono?', n: 1 }
 */
export function blackOut(text: string, passage: string): BlackedOut {
  return takeOut(text, patternOf(passage));
}

/** Markup of a letter that was made of a text without the passage; its lines may have become paragraphs there. */
export function blackOutMarkup(html: string, passage: string): string {
  const escaped = passage.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return takeOut(html, patternOf(escaped, '(?:\\s|<[^<>]*>)+')).text;
}

function takeOut(text: string, pattern: RegExp | null): BlackedOut {
  if (pattern === null) return { text, n: 0 };
  let n = 0;
  const left = text.replace(pattern, () => {
    n += 1;
    return BLACKED_OUT;
  });
  return { text: left, n };
}

/** What a blacked out passage is looked for by in copies of the text it was taken from. */
export type Copied = {
  passage: string;
  /** The whole text as it was. */
  original: string;
  /** Objects that rest on the text: whatever they say goes by the passage. */
  ids: ReadonlySet<string>;
};

/**
 * The same value without the passage, in every string of an object of one of the ids, and in every quote that is part of
 * the original or holds it. Other strings stay: the same words may be somebody else's.
 */
export function withoutPassage<T>(value: T, copied: Copied, own = false): T {
  if (typeof value === 'string') return (own ? blackOut(value, copied.passage).text : value) as T;
  if (Array.isArray(value)) return value.map((one) => withoutPassage(one, copied, own)) as T;
  if (value === null || typeof value !== 'object') return value;
  const { id } = value as { id?: unknown };
  const within = own || (typeof id === 'string' && copied.ids.has(id));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      withoutPassage(inner, copied, within || (name === 'quote' && isCopy(inner, copied.original))),
    ]),
  ) as T;
}

/** Whether a quote was taken from the text, whole or in part. */
export function isCopy(quote: unknown, original: string): boolean {
  if (typeof quote !== 'string' || quote.trim() === '') return false;
  const [part, whole] = [spaced(quote), spaced(original)];
  return whole.includes(part) || part.includes(whole);
}

/** The longest word of a passage, in small letters, to look for texts by that may hold it; null where it has none. */
export function longestWord(passage: string): string | null {
  const words = passage.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce<string | null>((most, one) => (one.length > (most?.length ?? 0) ? one : most), null);
}

function patternOf(passage: string, gap = '\\s+'): RegExp | null {
  const words = passage.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const inside = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(gap);
  const before = /^[\p{L}\p{N}]/u.test(first) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(last) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${before}${inside}${after}`, 'giu');
}

const spaced = (text: string) => text.trim().replace(/\s+/g, ' ');
