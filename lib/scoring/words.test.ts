import { describe, expect, test } from 'vitest';
import { wilson } from '../statistics/wilson';
import { APPRAISAL_PAIRS, EMOTION_WORD_QUESTION, EMOTION_WORDS } from './emotion-words';
import { appraisalBalances, wordShares } from './words';

describe('the ten words', () => {
  test('are one negative and one positive for each of five pairs, with labels that differ in each language', () => {
    expect(EMOTION_WORDS).toHaveLength(10);
    for (const pair of APPRAISAL_PAIRS) {
      const valences = EMOTION_WORDS.filter((word) => word.pair === pair).map((word) => word.valence);
      expect(valences).toEqual([-1, 1]);
    }
    for (const language of ['en', 'de'] as const) {
      const labels = [...EMOTION_WORDS, EMOTION_WORD_QUESTION.none].map((word) => word.label[language]);
      expect(new Set(labels).size).toBe(11);
    }
    expect(new Set(EMOTION_WORDS.map((word) => word.id)).size).toBe(10);
  });
});

describe('shares of chosen words', () => {
  test('are of the people who answered, "none" included, each with its Wilson interval', () => {
    const shares = wordShares({ frustrated: 8, ignored: 3, none: 2 }, 10);
    expect(shares.map((share) => share.id)).toEqual([...EMOTION_WORDS.map((word) => word.id), 'none']);
    expect(shares[0]).toEqual({ id: 'frustrated', count: 8, n: 10, share: 0.8, ...wilson(8, 10) });
    expect(shares.at(-1)).toMatchObject({ id: 'none', count: 2, share: 0.2 });
    expect(shares.find((share) => share.id === 'empowered')).toMatchObject({ count: 0, share: 0, low: 0 });
  });

  test('are null, not 0, when nobody answered', () => {
    expect(wordShares({}, 0)).toHaveLength(11);
    for (const share of wordShares({}, 0)) {
      expect([share.share, share.low, share.high]).toEqual([null, null, null]);
    }
  });

  test('refuse unknown words and impossible counts', () => {
    expect(() => wordShares({ happy: 1 }, 3)).toThrow(RangeError);
    expect(() => wordShares({ relieved: 4 }, 3)).toThrow(RangeError);
    expect(() => appraisalBalances({ relieved: -1 }, 3)).toThrow(RangeError);
    expect(() => appraisalBalances({ relieved: 0.5 }, 3)).toThrow(RangeError);
  });
});

describe('appraisal balance', () => {
  test('is the positive share minus the negative one of each pair', () => {
    const balances = appraisalBalances({ frustrated: 50, relieved: 20, understood: 10 }, 100);
    expect(balances.map((balance) => balance.pair)).toEqual(APPRAISAL_PAIRS);
    expect(balances[0]).toMatchObject({ pair: 'progress', negative: 50, positive: 20, n: 100 });
    expect(balances[0]?.balance).toBeCloseTo(-0.3, 12);
    expect(balances[0]?.high).toBeLessThan(0);
    expect(balances[3]?.balance).toBeCloseTo(0.1, 12);
    expect(balances[1]).toMatchObject({ pair: 'clarity', balance: 0 });
  });

  test('takes people who chose both words of a pair', () => {
    const [progress] = appraisalBalances({ frustrated: 6, relieved: 6 }, 6);
    expect(progress?.balance).toBe(0);
    expect(progress?.low).toBeLessThan(-0.5);
  });

  test('is null when nobody answered', () => {
    expect(appraisalBalances({}, 0)[0]).toMatchObject({ balance: null, low: null, high: null });
  });
});
