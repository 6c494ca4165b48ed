import { describe, expect, test } from 'vitest';
import { measureView, touchpointView } from '@/components/journey/fixture';
import { ENGLISH } from '../../translate';
import { breaksOf, expectationGap, gapText, withGapsTogether } from './emotion';

/** 64 answers whose mean is −0.8. */
const LOW = measureView('emotion', [24, 20, 8, 7, 5]);
const FEW = measureView('emotion', [1, 1, 1, 0, 0]);

const at = (expectedEmotion: number | null, measure = LOW) =>
  touchpointView('a', { expectedEmotion, measures: [measure] });

describe('the gap between what the team thought and what customers answered', () => {
  test('is told where the expected value lies outside the interval, with both values and n', () => {
    const gap = expectationGap(at(1));
    expect(gap).toMatchObject({ expected: 1, n: 64, clear: true });
    expect(gap && gapText(gap, ENGLISH)).toBe('team thought +1.0, customers −0.8 (n 64)');
    expect(gap?.delta).toBeCloseTo((LOW.score.value as number) - 1, 12);
  });

  test('is no clear gap anywhere inside the interval, its ends included', () => {
    const { low, high } = LOW.score;
    for (const expected of [low, high, LOW.score.value]) {
      expect(expectationGap(at(expected))?.clear).toBe(false);
    }
    expect(expectationGap(at((low as number) - 0.01))?.clear).toBe(true);
    expect(expectationGap(at((high as number) + 0.01))?.clear).toBe(true);
  });

  test('among many that are right, one that is hardly out is no gap; a plain one stays', () => {
    const { low, high } = LOW.score;
    const hardly = touchpointView('hardly', { expectedEmotion: (high as number) + 0.01, measures: [LOW] });
    const plain = touchpointView('plain', { expectedEmotion: 1, measures: [LOW] });
    const right = Array.from({ length: 20 }, (_, place) =>
      touchpointView(`r${place}`, {
        expectedEmotion: ((low as number) + (high as number)) / 2,
        measures: [LOW],
      }),
    );
    const never = touchpointView('never');
    const together = withGapsTogether([hardly, never, plain, ...right]);
    expect(expectationGap(hardly)).toMatchObject({ clear: true });
    expect(together.map((one) => expectationGap(one)?.clear ?? null)).toEqual([
      false,
      null,
      true,
      ...right.map(() => false),
    ]);
    expect(together[1]).toBe(never);
  });

  test('is not there without an expected value, without answers, or with too few of them', () => {
    expect(expectationGap(at(null))).toBeNull();
    expect(expectationGap(touchpointView('a', { expectedEmotion: 1 }))).toBeNull();
    expect(expectationGap(at(1, FEW))).toBeNull();
  });

  test('is of feelings only: another metric is never compared with an expected emotion', () => {
    expect(expectationGap(at(1, measureView('ces', [9, 9, 9, 9, 9, 9, 9])))).toBeNull();
  });
});

describe('where the measured curve stops', () => {
  const asked = touchpointView('b', { measures: [LOW] });
  const otherWords = touchpointView('c', { measures: [{ ...LOW, wording: 'emotion-other' }] });
  const few = touchpointView('d', { measures: [FEW] });
  const never = touchpointView('e');

  test('it says why: nobody asked, too few answers, or other words', () => {
    expect(breaksOf([asked, asked, otherWords, few, never, asked], 5, ENGLISH)).toEqual([
      null,
      null,
      'asked in different words',
      'too few answers (3 of 5)',
      'nobody asked',
      null,
    ]);
  });

  test('it says nothing on a map where no feeling is measured at all, and nothing of what is no touchpoint', () => {
    expect(breaksOf([never, few], 5, ENGLISH)).toEqual([null, null]);
    expect(breaksOf([asked, null], 5, ENGLISH)).toEqual([null, null]);
  });
});
