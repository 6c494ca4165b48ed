import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WidgetRules } from '@/lib/survey/model/widget-rules';
import { loaderScript, siteConfig, urlExpression } from './config';

const RULES: WidgetRules = { mode: 'popover', urls: [], delaySeconds: 3, windowDays: 90 };

describe('URL patterns', () => {
  test.each([
    ['/help', '/help', true],
    ['/help', '/de/help?x=1', true],
    ['/help', '/hel', false],
    ['/orders/*', '/orders/', true],
    ['/orders/*', '/orders/7?x', true],
    ['/orders/*', '/my/orders/7', false],
    ['*/done', '/orders/7/done', true],
    ['*/done', '/orders/7/done?x', false],
    ['/a*b*c', '/a-b-c', true],
    ['/a*b*c', '/a-c-b', false],
    ['/a*bc', '/abc', true],
    ['/ab*bc', '/abc', false],
    ['*', '/', true],
    ['**', '/x', true],
    ['/a.b', '/axb', false],
    ['/p?id=1+(2)', '/p?id=1+(2)', true],
    ['/ä*', '/ä/b', true],
  ])('%s on %s: %s', (pattern, page, expected) => {
    expect(new RegExp(urlExpression([pattern])).test(page)).toBe(expected);
  });

  test('match when one of them does', () => {
    const expression = new RegExp(urlExpression(['/a*x*y', '/b*x*y', '/c']));
    expect(['/a1x2y', '/b1x2y', '/c', '/d1x2y'].map((page) => expression.test(page))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('say the same as a plain search, for any pattern and page', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '/', '*', '.', '?'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (pattern, page) => {
        expect(new RegExp(urlExpression([pattern])).test(page)).toBe(covers(pattern, page));
      }),
      { numRuns: 3000 },
    );
  });

  test('answer at once for a pattern and an address made to be slow', () => {
    const expression = new RegExp(urlExpression([`/${'*a'.repeat(60)}*b`]));
    const from = performance.now();
    expect(expression.test(`/${'a'.repeat(4000)}`)).toBe(false);
    expect(performance.now() - from).toBeLessThan(200);
  });
});

/** The meaning of a pattern, tried out one character at a time. */
function covers(pattern: string, page: string): boolean {
  if (!pattern.includes('*')) return page.includes(pattern);
  const ends = (at: number, from: number): boolean => {
    if (at === pattern.length) return from === page.length;
    if (pattern[at] !== '*') return pattern[at] === page[from] && ends(at + 1, from + 1);
    return Array.from({ length: page.length - from + 1 }, (_, skip) => from + skip).some((next) =>
      ends(at + 1, next),
    );
  };
  return ends(0, 0);
}

test('an inline placement carries neither delay nor pages, a popover its delay', () => {
  const config = siteConfig('https://ask.example', [
    { key: 'a', rules: { ...RULES, mode: 'inline', urls: ['/x'] } },
    { key: 'b', rules: { ...RULES, urls: ['/x'] } },
    { key: 'c', rules: RULES },
  ]);
  expect(config).toEqual({
    o: 'https://ask.example',
    s: [
      { k: 'a', w: 90 },
      { k: 'b', w: 90, d: 3, u: '/x' },
      { k: 'c', w: 90, d: 3 },
    ],
  });
});

test('the configuration goes into the loader as it is', () => {
  const config = siteConfig('https://ask.example', [
    { key: 'a', rules: { ...RULES, urls: ['/$&\'`"</script>'] } },
  ]);
  const read = new Function(loaderScript('return __MILEPOST_CONFIG__', config));
  expect(read()).toEqual(config);
});
