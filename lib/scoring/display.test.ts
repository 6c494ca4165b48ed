import { describe, expect, test } from 'vitest';
import { evidenceLevel, isShown, trendDirection } from './display';
import { METRICS } from './metrics';

const level = (n: number, halfWidth: number, minimumN = 5) =>
  evidenceLevel({ n, low: 0.2 - halfWidth, high: 0.2 + halfWidth }, METRICS.nps, minimumN);

describe('what a score may claim', () => {
  test('no headline number below the minimum n', () => {
    expect(isShown(4, 5)).toBe(false);
    expect(isShown(5, 5)).toBe(true);
    expect(level(4, 0.01)).toBe('few');
  });

  test('nobody is never shown, even where the minimum is 0', () => {
    expect(isShown(0, 0)).toBe(false);
    expect(evidenceLevel({ n: 0, low: null, high: null }, METRICS.nps, 0)).toBe('none');
  });

  test('firm needs thirty answers and an interval within the target, both', () => {
    expect(level(29, 0.1)).toBe('early');
    expect(level(30, 0.16)).toBe('early');
    expect(level(30, 0.149)).toBe('firm');
  });

  test('a workspace may ask for more than thirty', () => {
    expect(level(60, 0.1, 100)).toBe('few');
  });

  test('the target is the metric’s own', () => {
    const score = { n: 50, low: 4.7, high: 5.4 };
    expect(evidenceLevel(score, METRICS.ces, 5)).toBe('firm');
    expect(evidenceLevel(score, METRICS.rating5, 5)).toBe('early');
  });
});

describe('where a trend points', () => {
  const rise = { delta: 0.2, significant: true };

  test('up and down only where the interval excludes 0', () => {
    expect(trendDirection(rise, 40, 40, 5)).toBe('up');
    expect(trendDirection({ delta: -0.2, significant: true }, 40, 40, 5)).toBe('down');
    expect(trendDirection({ delta: 0.2, significant: false }, 40, 40, 5)).toBe('unclear');
  });

  test('nowhere while either side is below the minimum n or empty', () => {
    expect(trendDirection(rise, 4, 40, 5)).toBeNull();
    expect(trendDirection(rise, 40, 4, 5)).toBeNull();
    expect(trendDirection(null, 40, 0, 5)).toBeNull();
  });
});
