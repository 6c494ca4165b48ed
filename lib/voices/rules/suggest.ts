import { kMeans, type SparseVector } from '../../statistics/k-means';
import { logOdds } from '../../statistics/log-odds';
import type { ClusterView, TermView } from '../model';
import { isStopWord } from './stop-words';
import { wordsOf } from './words';

/** A text and, where it came with a score, whether that was low or high. */
export type Told = { text: string; group: 'low' | 'high' | null };

/** Texts in which a word has to stand before it is told. */
const LEAST_TEXTS = 3;
/** Standard errors from which a word parts low from high scorers: what chance would do with one word in twenty. */
const LEAST_Z = 1.96;
const MOST_TERMS = 12;
const LEAST_IN_CLUSTER = 3;

/**
 * Words and pairs of words that part those who gave a low score from those who gave a high one, the strongest first, low
 * scorers' before high scorers'. Each text counts a word once.
 */
export function partingTerms(told: readonly Told[]): TermView[] {
  const scored = told.flatMap(({ text, group }) => (group === null ? [] : [{ terms: termsOf(text), group }]));
  const counts = new Map<string, { low: number; high: number }>();
  const n = { low: 0, high: 0 };
  for (const { terms, group } of scored) {
    n[group] += 1;
    for (const term of terms) {
      const count = counts.get(term) ?? { low: 0, high: 0 };
      count[group] += 1;
      counts.set(term, count);
    }
  }
  const common = [...counts].filter(([, { low, high }]) => low + high >= LEAST_TEXTS);
  const alpha = 1;
  const total = Math.max(2, common.length) * alpha;
  const terms = common
    .map(([term, { low, high }]): TermView => {
      const { z } = logOdds({ count: low, n: n.low }, { count: high, n: n.high }, alpha, total);
      return { term, z, low, high };
    })
    .filter(({ z }) => Math.abs(z) >= LEAST_Z)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || a.term.localeCompare(b.term));
  const side = (sign: 1 | -1) =>
    withoutParts(terms.filter(({ z }) => Math.sign(z) === sign)).slice(0, MOST_TERMS);
  return [...side(1), ...side(-1)];
}

/**
 * Texts that use like words, in groups: TF-IDF and k-means, the largest group first. Groups of fewer than three, and
 * groups that share no word, are left out. The same texts give the same groups.
 */
export function clustersOf(texts: readonly string[]): ClusterView[] {
  const documents = texts.map(termsOf);
  const frequency = new Map<string, number>();
  for (const terms of documents)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const vocabulary = new Map(
    [...frequency]
      .filter(([, n]) => n >= LEAST_TEXTS && n <= Math.max(LEAST_TEXTS, texts.length / 2))
      .map(([term], place) => [term, place] as const),
  );
  const weight = (term: string) => Math.log(texts.length / (frequency.get(term) as number));
  const vectors = documents.map(
    (terms): SparseVector =>
      new Map(
        [...terms].flatMap((term) => {
          const place = vocabulary.get(term);
          return place === undefined ? [] : [[place, weight(term)] as const];
        }),
      ),
  );
  const k = Math.max(1, Math.min(10, Math.round(Math.sqrt(texts.length / 6))));
  const groups = kMeans(vectors, k, { seed: 20_080_131 });
  return Array.from({ length: k }, (_, group) => {
    const own = groups.flatMap((one, place) => (one === group ? [place] : []));
    return clusterView(own, documents, texts, frequency);
  })
    .filter(({ n, terms }) => n >= LEAST_IN_CLUSTER && terms.length > 0)
    .sort((a, b) => b.n - a.n || (a.terms[0] ?? '').localeCompare(b.terms[0] ?? ''));
}

/** What is particular to a group: words of a large share of its texts that other texts lack. */
function clusterView(
  own: readonly number[],
  documents: readonly ReadonlySet<string>[],
  texts: readonly string[],
  frequency: ReadonlyMap<string, number>,
): ClusterView {
  const inside = new Map<string, number>();
  for (const place of own)
    for (const term of documents[place] as ReadonlySet<string>) inside.set(term, (inside.get(term) ?? 0) + 1);
  const particular = [...inside]
    .filter(([, n]) => n >= LEAST_TEXTS)
    .map(([term, n]) => ({ term, n, weight: (n / own.length) * (n / (frequency.get(term) as number)) }))
    .sort((a, b) => b.weight - a.weight || a.term.localeCompare(b.term));
  const terms = withoutParts(particular)
    .slice(0, 5)
    .map(({ term }) => term);
  const held = own.filter((place) =>
    terms.some((term) => (documents[place] as ReadonlySet<string>).has(term)),
  );
  // What shares no words is what was left over, and no group.
  if (held.length < own.length / 2) return { terms: [], n: own.length, examples: [] };
  const examples = own
    .map((place) => ({
      text: texts[place] as string,
      hits: terms.filter((term) => (documents[place] as ReadonlySet<string>).has(term)).length,
    }))
    .sort((a, b) => b.hits - a.hits || a.text.length - b.text.length)
    .map(({ text }) => text);
  return { terms, n: own.length, examples: [...new Set(examples)].slice(0, 3) };
}

/** Leaves out a word that a pair before it holds already, and a pair that holds a word before it. */
function withoutParts<T extends { term: string }>(terms: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of terms) {
    const words = one.term.split(' ');
    const told = kept.some(({ term }) => {
      const other = term.split(' ');
      return words.some((word) => other.includes(word)) && words.length !== other.length;
    });
    if (!told) kept.push(one);
  }
  return kept;
}

/** Words and pairs of neighbours that say something, each once. */
export function termsOf(text: string): Set<string> {
  const words = wordsOf(text);
  const terms = new Set<string>();
  words.forEach((word, place) => {
    if (isStopWord(word)) return;
    terms.add(word);
    const next = words[place + 1];
    if (next !== undefined && !isStopWord(next)) terms.add(`${word} ${next}`);
  });
  return terms;
}
