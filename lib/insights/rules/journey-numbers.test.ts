import { describe, expect, test } from 'vitest';
import { measureView, stageView, touchpointView } from '@/components/journey/fixture';
import type { MetricId } from '../../scoring/metrics';
import { journeyNumbers, lowestStages } from './journey-numbers';

const asked = (id: string, tally: readonly number[], metric: MetricId = 'emotion') =>
  touchpointView(id, { title: id, measures: [measureView(metric, tally)] });

/** Means +0.8, +0.4, −1.3, +0.2 and +1.1 of ten answers each. */
const COURSE = [
  asked('a', [0, 0, 4, 4, 2]),
  asked('b', [0, 0, 6, 4, 0]),
  asked('c', [5, 3, 2, 0, 0]),
  asked('d', [0, 0, 8, 2, 0]),
  asked('e', [0, 0, 3, 3, 4]),
];

describe('the numbers of a journey', () => {
  test('stand side by side: a good average hides neither the worst moment nor what is remembered', () => {
    const [numbers, ...others] = journeyNumbers({ stages: [stageView('s', COURSE)] });
    expect(others).toEqual([]);
    expect(numbers?.average.value).toBeCloseTo(0.24, 10);
    expect(numbers?.worst.touchpoint.id).toBe('c');
    expect(numbers?.peakEnd?.value).toBeCloseTo(-0.1, 10);
    expect(numbers?.peakEnd).toMatchObject({
      peak: { touchpoint: { id: 'c' } },
      end: { touchpoint: { id: 'e' } },
      endsTheJourney: true,
    });
    expect(numbers).toMatchObject({ metric: 'emotion', measured: 5, touchpoints: 5 });
    for (const { value, low, high } of [numbers?.average, numbers?.peakEnd].flatMap((one) => one ?? [])) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  test('leave a gap where too few answered, and say that the course does not reach the end', () => {
    const few = asked('f', [1, 0, 0, 0, 0]);
    const [numbers] = journeyNumbers({ stages: [stageView('s', COURSE), stageView('t', [few])] });
    expect(numbers).toMatchObject({ measured: 5, touchpoints: 6, worst: { touchpoint: { id: 'c' } } });
    expect(numbers?.peakEnd?.endsTheJourney).toBe(false);
  });

  test('never put two metrics into one number', () => {
    const ces = [asked('x', [0, 0, 0, 0, 2, 4, 4], 'ces'), asked('y', [6, 4, 0, 0, 0, 0, 0], 'ces')];
    const numbers = journeyNumbers({ stages: [stageView('s', [...COURSE, ...ces])] });
    expect(numbers.map(({ metric, measured }) => [metric, measured])).toEqual([
      ['emotion', 5],
      ['ces', 2],
    ]);
    expect(numbers[1]?.peakEnd).toBeNull();
    expect(numbers[1]?.average.value).toBeCloseTo((6.2 + 1.4) / 2, 10);
  });

  test('a single touchpoint is no journey', () => {
    expect(journeyNumbers({ stages: [stageView('s', [asked('a', [0, 0, 0, 0, 9])])] })).toEqual([]);
  });

  test('the average of many certain scores is more certain than each of them', () => {
    const one = asked('a', [2, 2, 2, 2, 2]);
    const [numbers] = journeyNumbers({
      stages: [stageView('s', [one, { ...one, id: 'b' }, { ...one, id: 'c' }])],
    });
    const [measure] = one.measures;
    const width = (numbers?.average.high as number) - (numbers?.average.low as number);
    const single = (measure?.score.high as number) - (measure?.score.low as number);
    expect(width).toBeCloseTo(single / Math.sqrt(3), 10);
  });
});

describe('the lowest stage', () => {
  const stage = (id: string, tally: readonly number[]) => ({
    ...stageView(id, []),
    measures: [measureView('ces', tally)],
  });

  test('is clear only where its interval stays below all others', () => {
    const stages = [stage('a', [0, 0, 0, 0, 0, 40, 40]), stage('b', [40, 40, 0, 0, 0, 0, 0])];
    expect(lowestStages({ stages })).toMatchObject([{ stage: { id: 'b' }, clear: true, of: 2 }]);
    const close = [stage('a', [1, 1, 1, 1, 1, 1, 1]), stage('b', [2, 1, 1, 1, 1, 1, 1])];
    expect(lowestStages({ stages: close })).toMatchObject([{ stage: { id: 'b' }, clear: false }]);
  });

  test('needs two stages with enough answers', () => {
    expect(
      lowestStages({ stages: [stage('a', [0, 0, 0, 0, 0, 4, 4]), stage('b', [1, 0, 0, 0, 0, 0, 0])] }),
    ).toEqual([]);
  });
});
