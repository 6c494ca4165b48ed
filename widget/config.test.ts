import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import {
  loaderName,
  loaderScript,
  pageExpression,
  siteConfig,
  triggerCode,
  triggerKind,
  urlExpression,
} from './config';

const rules = (part: Partial<WidgetRules> = {}): WidgetRules => ({ ...DEFAULT_WIDGET_RULES, ...part });
const one = (key: string, part: Partial<WidgetRules> = {}, touchpoint = key) => ({
  key,
  touchpoint,
  rules: rules(part),
});

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

describe('pages with exceptions', () => {
  test('are those that match, without those that must not', () => {
    const expression = new RegExp(pageExpression(['/shop*', '/help'], ['/shop/*/pay', 'secret']));
    const pages = ['/shop', '/shop/1/pay', '/shop/1/pay/more', '/de/help', '/de/help?secret', '/other'];
    expect(pages.map((page) => expression.test(page))).toEqual([true, false, true, true, false, false]);
  });

  test('say the same as their two halves, for any patterns and page', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '.'), minLength: 1, maxLength: 6 });
    const patterns = fc.array(text, { maxLength: 3 });
    fc.assert(
      fc.property(patterns, patterns, text, (urls, not, page) => {
        const shows =
          (urls.length === 0 || urls.some((one) => covers(one, page))) &&
          !not.some((one) => covers(one, page));
        expect(new RegExp(pageExpression(urls, not)).test(page)).toBe(shows);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the configuration', () => {
  const config = siteConfig('https://ask.example', DEFAULT_SITE_SETTINGS, [
    one('inline', { mode: 'inline', urls: ['/x'], sampleRatio: 0.5, trigger: { kind: 'exit' } }),
    one('tab', { mode: 'tab', urls: ['/x'], delaySeconds: 9, sampleRatio: 0.5 }),
    one('popover', { urls: ['/x'], windowDays: 7, dismissedDays: 1, sampleRatio: 0.5 }),
    one('modal', { mode: 'modal', trigger: { kind: 'dwell', seconds: 30 } }),
  ]);

  test('carries of each survey what decides about it, and nothing else', () => {
    const { inline, tab, popover, modal } = config.s;
    expect(inline).toEqual({ g: expect.any(String), q: 1 });
    expect(tab).toEqual({ g: expect.any(String), q: 2, d: 0, u: '/x' });
    expect(popover).toEqual({ g: expect.any(String), w: 7, x: 1, d: 3, u: '/x', s: 0.5 });
    expect(modal).toEqual({ g: expect.any(String), d: 3, t: 'd30' });
  });

  test('carries of the site what is not taken for granted', () => {
    expect(config).toMatchObject({ o: 'https://ask.example', r: 7, g: 30, n: 1 });
    expect(config).not.toHaveProperty('c');
    const other = { ...DEFAULT_SITE_SETTINGS, respectDnt: false, askConsent: true };
    expect(siteConfig('', other, [])).toEqual({ o: '', r: 7, g: 30, c: 'pending', s: {} });
  });

  test('names the smallest loader that does', () => {
    expect(loaderName(config)).toBe('pd');
    expect(
      loaderName(
        siteConfig('', DEFAULT_SITE_SETTINGS, [one('a', { trigger: { kind: 'event', name: 'a' } })]),
      ),
    ).toBe('');
  });

  test('tells the touchpoints of a workspace apart, and always by the same letters', () => {
    const letters = Array.from(
      { length: 20 },
      (_, at) => config.s[at] ?? siteConfig('', DEFAULT_SITE_SETTINGS, [one('k', {}, `0197-${at}`)]).s.k?.g,
    );
    expect(new Set(letters).size).toBe(20);
  });

  test.each(['/$&\'`"</script>', 'a\u2028b', '__proto__'])('goes into the loader as it is: %j', (text) => {
    const told = siteConfig('https://ask.example', DEFAULT_SITE_SETTINGS, [
      one('9a', { urls: [text] }),
      one('b', { trigger: { kind: 'seen', selector: text } }),
    ]);
    const script = loaderScript('return __MILEPOST_CONFIG__', told);
    expect(new Function(script)()).toEqual(told);
    expect(script).not.toMatch(/<\/script|\u2028/);
  });
});

test.each<Parameters<typeof triggerCode>[0]>([
  { kind: 'event', name: 'a' },
  { kind: 'dwell', seconds: 3 },
  { kind: 'scroll', percent: 50 },
  { kind: 'exit' },
  { kind: 'click', selector: '#a' },
  { kind: 'seen', selector: '.b' },
])('the code of %j tells its kind', (trigger) => {
  expect(triggerKind(triggerCode(trigger))).toBe(trigger.kind);
});
