import { describe, expect, test } from 'vitest';
import { networkOf, slidingWindow } from './limits';

describe('slidingWindow', () => {
  test('lets in as many as it says within any window, and says how long to wait', () => {
    let now = 0;
    const limiter = slidingWindow({ most: 3, windowMs: 10_000 }, () => now);
    expect([0, 1, 2].map(() => limiter.take('a'))).toEqual([null, null, null]);
    now = 4_000;
    expect(limiter.take('a')).toBe(6);
    now = 9_999;
    expect(limiter.take('a')).toBe(1);
    now = 10_000;
    expect(limiter.take('a')).toBeNull();
  });

  test('slides: what is refused does not count, and no burst fits across a boundary', () => {
    let now = 0;
    const limiter = slidingWindow({ most: 2, windowMs: 1_000 }, () => now);
    const letIn: number[] = [];
    for (now = 0; now < 5_000; now += 50) if (limiter.take('a') === null) letIn.push(now);
    for (const start of letIn) {
      expect(letIn.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(2);
    }
    expect(letIn.length).toBe(10);
  });

  test('keeps keys apart and takes back what was harmless', () => {
    const limiter = slidingWindow({ most: 1, windowMs: 1_000 }, () => 0);
    expect(limiter.take('a')).toBeNull();
    expect(limiter.take('b')).toBeNull();
    expect(limiter.take('a')).not.toBeNull();
    limiter.giveBack('a');
    expect(limiter.count('a')).toBe(0);
    expect(limiter.take('a')).toBeNull();
  });

  test('forgets the key used longest ago when it has too many', () => {
    const limiter = slidingWindow({ most: 1, windowMs: 1_000 }, () => 0, 2);
    limiter.take('a');
    limiter.take('b');
    limiter.take('a');
    limiter.take('c');
    expect([limiter.count('a'), limiter.count('b'), limiter.count('c')]).toEqual([1, 0, 1]);
  });
});

test('addresses of one IPv6 customer are one network; IPv4 stays whole', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1::7')).toBe('2001:db8:1:0');
  expect(networkOf('2001:db8:1:0:ffff:1:2:3')).toBe('2001:db8:1:0');
  expect(networkOf('2001:db8:1:1::7')).not.toBe(networkOf('2001:db8:1::7'));
  expect(networkOf('::1')).toBe('0:0:0:0');
});
