import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { soundingOf, taughtWords } from './sentiment';

const sounds = (text: string) => soundingOf(text, 'en')?.sentiment;

describe('how a text sounds', () => {
  test.each([
    ['The technician was friendly and on time.', 'positive'],
    ['Not bad at all.', 'positive'],
    ['No problem whatsoever.', 'positive'],
    ['No surprise, good.', 'positive'],
    ['The booking was not easy.', 'negative'],
    ["It didn't work and nobody answered.", 'negative'],
    ['The plans look nice, but the price is hidden and far too high. Terrible.', 'negative'],
    ['The wait was annoying but the advisor was great.', 'positive'],
    ['Still waiting.', 'negative'],
    ['👍👍', 'positive'],
    ['Three hours… 😡', 'negative'],
    [':-(', 'negative'],
    ['The router is white.', 'undecided'],
    ['', 'undecided'],
  ])('%s: %s', (text, sentiment) => {
    expect(sounds(text)).toBe(sentiment);
  });

  test('a language without a list is not guessed at', () => {
    expect(soundingOf('Der Techniker war super nett', 'de')).toBeNull();
    expect(soundingOf('great', null)).toBeNull();
  });

  test('what people taught holds in every language, and before the list', () => {
    const taught = taughtWords([
      { phrase: 'super nett', sentiment: 'positive' },
      { phrase: 'unreal', sentiment: 'positive' },
      { phrase: 'crash course', sentiment: 'undecided' },
    ]);
    expect(soundingOf('Der Techniker war super nett', 'de', taught)?.sentiment).toBe('positive');
    expect(soundingOf('Unreal speed', 'en', taught)?.sentiment).toBe('positive');
    expect(soundingOf('Took the crash course', 'en', taught)?.sentiment).toBe('undecided');
  });
});

/**
 * Sentences from reviews at Amazon, Yelp and IMDb, each labelled as positive or negative by people (Kotzias et al., KDD
 * 2015), as the package `sentiment` 5.0.2 ships them. Half of each set is positive: whoever says the same of every one is
 * right in 50.0 %. Measured: of those that are decided at all (82, 81 and 82 %) 90.1, 87.1 and 85.0 % rightly; with an
 * undecided one as half right 83.0, 80.2 and 78.7 %. The words were chosen before this was measured.
 */
describe('measured on labelled sentences', () => {
  const load = createRequire(import.meta.url);
  test.each([
    ['amazon', { decided: 0.82, right: 0.9, counted: 0.825 }],
    ['yelp', { decided: 0.81, right: 0.865, counted: 0.795 }],
    ['imdb', { decided: 0.815, right: 0.845, counted: 0.78 }],
  ])('%s', (name, least) => {
    const set = load(`sentiment/test/fixtures/${name}.json`) as { text: string; class: 0 | 1 }[];
    expect(set.length).toBe(1001);
    const base = set.filter((one) => one.class === 1).length / set.length;
    expect(Math.abs(base - 0.5)).toBeLessThan(0.001);
    const found = set.map(({ text, class: label }) => ({ label, sounding: sounds(text) }));
    const decided = found.filter(({ sounding }) => sounding !== 'undecided');
    const right = decided.filter(({ label, sounding }) => (sounding === 'positive') === (label === 1)).length;
    expect(decided.length / set.length).toBeGreaterThan(least.decided);
    expect(right / decided.length).toBeGreaterThan(least.right);
    const half = (set.length - decided.length) / 2;
    expect((right + half) / set.length).toBeGreaterThan(least.counted);
  });
});
