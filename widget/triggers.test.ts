import { describe, expect, test } from 'vitest';
import { due, rested } from './triggers';

const DAY = 864e5;
const NOW = 20_000 * DAY;
const PLACEMENT = { k: 'key', w: 90, d: 3 };

describe('a popover is due', () => {
  test.each([
    ['on every page without patterns', PLACEMENT, '/any?x=1', {}, true],
    ['on a page that matches', { ...PLACEMENT, u: '^/orders/' }, '/orders/7', {}, true],
    ['not on another page', { ...PLACEMENT, u: '^/orders/' }, '/help?from=/orders/', {}, false],
    ['not by itself when it is inline', { k: 'key', w: 90 }, '/', {}, false],
    ['not within its window', PLACEMENT, '/', { key: NOW - 89 * DAY }, false],
    ['again when its window is over', PLACEMENT, '/', { key: NOW - 90 * DAY }, true],
    ['whatever was shown of others', PLACEMENT, '/', { other: NOW }, true],
  ] as const)('%s', (_, placement, page, memory, expected) => {
    expect(due(placement, page, memory, NOW)).toBe(expected);
  });
});

describe('a window', () => {
  test.each([
    ['of 0 days never blocks', 0, NOW, true],
    ['blocks just after', 90, NOW, false],
    ['survives a clock that was a little ahead', 90, NOW + DAY, false],
    ['does not block for a time that makes no sense', 90, 1e18, true],
    ['does not block for what is no number', 90, 'soon' as unknown as number, true],
  ])('%s', (_, w, last, expected) => {
    expect(rested({ k: 'key', w }, { key: last }, NOW)).toBe(expected);
  });
});
