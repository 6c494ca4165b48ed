import { createHmac } from 'node:crypto';
import type { Remembered, RememberedPlace } from '../model/blacked-out';
import { BLACKED_OUT } from './black-out';

/** Hash of some words and signs with a key that nobody but this installation and workspace has. */
export type Digest = (kind: 'place' | 'passage', said: readonly string[]) => Uint8Array;

/** @param secret the installation's */
export const digestOf =
  (secret: string, workspaceId: string): Digest =>
  (kind, said) =>
    createHmac('sha256', secret)
      .update(`blacked-out:${workspaceId}:${kind}:${said.join(' ')}`)
      .digest();

/** Other words that have to stand around a passage for its sentence to tell it from the same words elsewhere. */
const ENOUGH_AROUND = 4;

/** What is remembered of a passage that is blacked out of a text. */
export function remember(text: string, passage: string, digest: Digest): Remembered {
  const wanted = partsOf(passage);
  const parts = partsOf(text);
  const sentences = sentencesOf(parts);
  const passageHash = digest('passage', saidIn(wanted));
  const places = runsOf(parts, { passageHash, parts: wanted.length }, digest).map((run): RememberedPlace => {
    const around = surroundings(parts, sentences, run);
    return {
      placeHash: digest('place', saidIn(around ? parts.slice(around.from, around.to) : parts)),
      sentences: around?.sentences ?? 0,
    };
  });
  return { passageHash, parts: wanted.length, places };
}

/**
 * Blacks out of a text what was blacked out of the same sentences before, and tells which passages those were. The same
 * words in another sentence stay: they may be somebody else's.
 *
 * @param known in the order in which they were blacked out
 */
export function blackOutAgain(
  text: string,
  known: readonly Remembered[],
  digest: Digest,
): { text: string; found: Remembered[] } {
  const found: Remembered[] = [];
  let left = text;
  let places = placesIn(left, digest);
  // Each by what the ones before it left, as it was then: a second passage stood in a sentence that had lost the first.
  for (const one of known) {
    const stretches = one.places.flatMap((place) => places.at(place));
    if (stretches.length === 0) continue;
    const runs = runsOf(places.parts, one, digest).filter(({ from, to }) =>
      stretches.some((stretch) => from >= stretch.from && to <= stretch.to),
    );
    if (runs.length === 0) continue;
    left = without(left, places.parts, runs);
    places = placesIn(left, digest);
    found.push(one);
  }
  return { text: left, found };
}

/** A text without these passages wherever they stand: who said it, or where it comes from. */
export function takeOut(text: string, passages: readonly Remembered[], digest: Digest): string {
  return passages.reduce((left, one) => {
    const parts = partsOf(left);
    return without(left, parts, runsOf(parts, one, digest));
  }, text);
}

/** A word or a single sign, where it stands in the text, and whether a sentence begins with it. */
type Part = { said: string; from: number; to: number; begins: boolean };
/** Parts from one up to, and without, another. */
type Run = { from: number; to: number };

/** The words and single signs of a text, capitals or not; what is blacked out counts as signs. */
function partsOf(text: string): Part[] {
  let done = 0;
  return [...text.matchAll(PART)].map((match) => {
    const [written] = match;
    const between = text.slice(done, match.index);
    const begins =
      done === 0 || between.includes('\n') || (between !== '' && ENDS.test(text[done - 1] ?? ''));
    done = match.index + written.length;
    // By way of capitals: small letters have forms that depend on where they stand.
    const said = written.normalize('NFKC').toUpperCase().toLowerCase();
    return { said, from: match.index, to: done, begins };
  });
}

const saidIn = (parts: readonly Part[]) => parts.map(({ said }) => said);

function sentencesOf(parts: readonly Part[]): Run[] {
  const starts = parts.flatMap(({ begins }, at) => (begins ? [at] : []));
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? parts.length }));
}

/** Where a passage stands. */
function runsOf(
  parts: readonly Part[],
  passage: Pick<Remembered, 'passageHash' | 'parts'>,
  digest: Digest,
): Run[] {
  const found: Run[] = [];
  for (let from = 0; from + passage.parts <= parts.length; from += 1) {
    const to = from + passage.parts;
    if (textOf(digest('passage', saidIn(parts.slice(from, to)))) !== textOf(passage.passageHash)) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

function without(text: string, parts: readonly Part[], runs: readonly Run[]): string {
  let left = '';
  let done = 0;
  for (const { from, to } of runs) {
    left += text.slice(done, parts[from]?.from) + BLACKED_OUT;
    done = parts[to - 1]?.to ?? done;
  }
  return left + text.slice(done);
}

/** The sentences around a run of parts that hold enough other words; null where the whole text has too few. */
function surroundings(
  parts: readonly Part[],
  sentences: readonly Run[],
  run: Run,
): (Run & { sentences: number }) | null {
  let first = sentences.findLastIndex(({ from }) => from <= run.from);
  let last = sentences.findIndex(({ to }) => to >= run.to);
  for (;;) {
    const from = sentences[first]?.from ?? 0;
    const to = sentences[last]?.to ?? parts.length;
    const around = [...parts.slice(from, run.from), ...parts.slice(run.to, to)];
    if (around.filter(({ said }) => WORD.test(said)).length >= ENOUGH_AROUND) {
      return { from, to, sentences: last - first + 1 };
    }
    if (last + 1 < sentences.length) last += 1;
    else if (first > 0) first -= 1;
    else return null;
  }
}

/** Where in a text the sentences of a place stand; each length of place is hashed once. */
function placesIn(text: string, digest: Digest) {
  const parts = partsOf(text);
  const sentences = sentencesOf(parts);
  const byLength = new Map<number, Map<string, Run[]>>();
  const hashed = (count: number) => {
    const known = byLength.get(count);
    if (known) return known;
    const made = new Map<string, Run[]>();
    for (const run of count === 0 ? [{ from: 0, to: parts.length }] : inRows(sentences, count)) {
      const key = textOf(digest('place', saidIn(parts.slice(run.from, run.to))));
      made.set(key, [...(made.get(key) ?? []), run]);
    }
    byLength.set(count, made);
    return made;
  };
  return {
    parts,
    at: ({ placeHash, sentences: count }: RememberedPlace) => hashed(count).get(textOf(placeHash)) ?? [],
  };
}

/** Every row of so many sentences, one after the other. */
const inRows = (sentences: readonly Run[], count: number): Run[] =>
  sentences.flatMap(({ from }, index) => {
    const last = sentences[index + count - 1];
    return last ? [{ from, to: last.to }] : [];
  });

const textOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

const PART = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const WORD = /^[\p{L}\p{N}]/u;
const ENDS = /[.!?…。！？]/;
