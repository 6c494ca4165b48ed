import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { clustersOf, partingTerms, type Told, termsOf } from './suggest';

const load = createRequire(import.meta.url);
const labelled = (name: string) =>
  load(`sentiment/test/fixtures/${name}.json`) as { text: string; class: 0 | 1 }[];

test('terms are words and neighbouring pairs that say something, each once', () => {
  expect([...termsOf('The waiting room: waiting room was cold, and I waited 20 minutes')]).toEqual([
    'waiting',
    'waiting room',
    'room',
    'room waiting',
    'cold',
    'waited',
    'minutes',
  ]);
});

describe('words that part low from high scorers', () => {
  const told = (texts: string[], group: Told['group']) => texts.map((text) => ({ text, group }));

  test('planted words are found on their side, common ones are not', () => {
    const low = Array.from(
      { length: 40 },
      (_, place) => `The router ${place % 2 ? 'manual' : 'light'} confused`,
    );
    const high = Array.from({ length: 40 }, () => 'The router box was easy');
    const found = partingTerms([...told(low, 'low'), ...told(high, 'high')]);
    expect(found.filter(({ z }) => z > 0).map(({ term }) => term)).toContain('confused');
    expect(found.filter(({ z }) => z < 0).map(({ term }) => term)).toContain('easy');
    expect(found.map(({ term }) => term)).not.toContain('router');
  });

  test('what came without a score says nothing', () => {
    expect(
      partingTerms(
        told(
          Array.from({ length: 50 }, () => 'slow line'),
          null,
        ),
      ),
    ).toEqual([]);
  });

  /**
   * Held against people's labels of the same sentences: of the words told from the first half of the Yelp sentences, the
   * share whose side the other half confirms. Chance alone would be 50 %; measured: 86.9 %.
   */
  test('words found in half of the labelled sentences part the other half too', () => {
    const sentences = labelled('yelp');
    const group = ({ class: label }: { class: 0 | 1 }) =>
      label === 1 ? ('high' as const) : ('low' as const);
    const first = sentences.filter((_, place) => place % 2 === 0);
    const other = sentences.filter((_, place) => place % 2 === 1);
    const found = partingTerms(first.map((one) => ({ text: one.text, group: group(one) })));
    expect(found.length).toBeGreaterThanOrEqual(10);
    const sides = found.map(({ term, z }) => {
      const hits = other.filter(({ text }) => termsOf(text).has(term));
      return { n: hits.length, right: hits.filter((one) => (group(one) === 'low') === z > 0).length };
    });
    const n = sides.reduce((sum, one) => sum + one.n, 0);
    const right = sides.reduce((sum, one) => sum + one.right, 0);
    expect(right / n).toBeGreaterThan(0.8);
  });
});

describe('groups of like texts', () => {
  const texts = [
    ...Array.from({ length: 20 }, (_, place) => `The technician was late, ${place} hours late`),
    ...Array.from({ length: 15 }, (_, place) => `My bill shows a wrong price ${place}`),
    ...Array.from({ length: 10 }, () => 'Router light blinks red'),
  ];

  test('planted groups are told by their own words, the largest first, with examples', () => {
    const found = clustersOf(texts);
    const groupOf = (word: string) => found.find(({ terms }) => terms.some((term) => term.includes(word)));
    expect(groupOf('technician')?.n).toBe(20);
    expect(groupOf('bill')?.n).toBe(15);
    expect(groupOf('router')?.n).toBe(10);
    expect(found[0]?.n).toBeGreaterThanOrEqual(found[1]?.n ?? 0);
    expect(groupOf('bill')?.examples[0]).toContain('bill');
    expect(clustersOf(texts)).toEqual(found);
  });

  test('a handful of unlike texts makes no group', () => {
    expect(clustersOf(['One thing', 'Another matter', 'Something else'])).toEqual([]);
    expect(clustersOf([])).toEqual([]);
  });

  test('three thousand comments are grouped within moments', () => {
    const many = Array.from({ length: 3 }, () => labelled('yelp').map(({ text }) => text)).flat();
    const started = performance.now();
    const found = clustersOf(many);
    expect(performance.now() - started).toBeLessThan(4000);
    expect(found.length).toBeGreaterThan(3);
  });
});
