import { describe, expect, test } from 'vitest';
import { npsDifference } from './nps-difference';
import { differenceOf } from './score';

describe('difference of two net shares', () => {
  test('follows the published trend example closely: 33.3 to 10.4 is a fall, margin near 19.5', () => {
    const interval = npsDifference({ up: 48, down: 35, n: 125 }, { up: 60, down: 20, n: 120 });
    expect(interval?.low).toBeCloseTo(-0.4157, 4);
    expect(interval?.high).toBeCloseTo(-0.0316, 4);
    // The example uses plain variances; three added answers a side bring the margin from 19.46 to 19.21 points.
    const margin = ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    expect(Math.abs(margin - 0.195)).toBeLessThan(0.004);
    expect(interval && differenceOf(13 / 125 - 40 / 120, interval, 0.04, '').significant).toBe(true);
  });

  test('stays within −2…2 and needs answers on both sides', () => {
    expect(npsDifference({ up: 2, down: 0, n: 2 }, { up: 0, down: 2, n: 2 })?.high).toBeLessThanOrEqual(2);
    expect(npsDifference({ up: 0, down: 0, n: 0 }, { up: 1, down: 0, n: 1 })).toBeNull();
    expect(npsDifference({ up: 1, down: 0, n: 1 }, { up: 0, down: 0, n: 0 })).toBeNull();
  });

  test('an interval on the other side of 0 than the observed delta proves neither direction', () => {
    // One promoter after 999 of 1,000: observed +0.001, interval wholly below 0.
    const interval = npsDifference({ up: 1, down: 0, n: 1 }, { up: 999, down: 0, n: 1000 });
    expect(interval?.high).toBeLessThan(0);
    expect(interval && differenceOf(0.001, interval, 0.04, '').significant).toBe(false);
    const mirrored = interval && { low: -interval.high, high: -interval.low };
    expect(mirrored && differenceOf(-0.001, mirrored, 0.04, '').significant).toBe(false);
  });
});
