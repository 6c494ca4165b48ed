import type { SiteSettings, Trigger, WidgetRules } from '@/lib/survey/model/widget-rules';

/**
 * What one widget placement needs in the loader. Short names: this travels with every page view.
 * g touchpoint, shortened · w days after an answer, absent: 90 · x days after it was left unanswered, absent: 30 ·
 * q does not come by itself: 1 inline, waits for its place, 2 side tab, stands there · d delay in seconds, absent for
 * inline ones · u regular expression that path and query have to match, absent: every page · t trigger, its kind's
 * letter before its value, absent: load · s share of people who may be asked, absent: all.
 */
export type PlacementConfig = {
  g: string;
  w?: number;
  x?: number;
  q?: 1 | 2;
  d?: number;
  u?: string;
  t?: string;
  s?: number;
};

/** The days after an answer, and after it was left unanswered, where the configuration does not say. */
export const DEFAULT_DAYS = { w: 90, x: 30 } as const;

/**
 * o origin of Milepost · s the placements that this script tag brings, by key · r days between any two surveys · g days
 * between two about one touchpoint · n respects “do not track” · c waits for consent.
 */
export type SiteConfig = {
  o: string;
  r: number;
  g: number;
  n?: 1;
  c?: 'pending';
  s: Record<string, PlacementConfig>;
};

/** A placement as the server knows it; `touchpoint` is the lineage of what it asks about. */
export type ConfiguredPlacement = { key: string; touchpoint: string; rules: WidgetRules };

/** Stands for the configuration in the loader's text; occurs there exactly once. */
const CONFIG_PLACEHOLDER = '__MILEPOST_CONFIG__';

const TRIGGER_LETTERS = { event: 'e', dwell: 'd', scroll: 's', exit: 'x', click: 'c', seen: 'v' } as const;

/** A trigger as the loader knows it: the kind's letter, then its value; of scrolling the share, 0–1. */
export function triggerCode(trigger: Exclude<Trigger, { kind: 'load' }>): string {
  const letter = TRIGGER_LETTERS[trigger.kind];
  if (trigger.kind === 'exit') return letter;
  if (trigger.kind === 'event') return letter + trigger.name;
  if (trigger.kind === 'dwell') return letter + trigger.seconds;
  if (trigger.kind === 'scroll') return letter + trigger.percent / 100;
  return letter + trigger.selector;
}

/** The kind of a trigger's code. */
export function triggerKind(code: string): keyof typeof TRIGGER_LETTERS {
  const found = Object.entries(TRIGGER_LETTERS).find(([, letter]) => letter === code[0]);
  return (found?.[0] ?? 'event') as keyof typeof TRIGGER_LETTERS;
}

/**
 * The loader's configuration for one script tag. `origin` is the product's base URL without a trailing slash;
 * `placements` are the open widget placements of the key, the one to prefer first.
 */
export function siteConfig(
  origin: string,
  site: Pick<SiteSettings, 'restDays' | 'touchpointRestDays' | 'respectDnt' | 'askConsent'>,
  placements: readonly ConfiguredPlacement[],
): SiteConfig {
  return {
    o: origin,
    r: site.restDays,
    g: site.touchpointRestDays,
    ...(site.respectDnt && { n: 1 as const }),
    ...(site.askConsent && { c: 'pending' as const }),
    s: Object.fromEntries(placements.map((one) => [one.key, placementConfig(one)])),
  };
}

function placementConfig({ touchpoint, rules }: ConfiguredPlacement): PlacementConfig {
  const { mode, urls, notUrls, trigger, sampleRatio } = rules;
  const always = {
    g: shortened(touchpoint),
    ...(rules.windowDays !== DEFAULT_DAYS.w && { w: rules.windowDays }),
    ...(rules.dismissedDays !== DEFAULT_DAYS.x && { x: rules.dismissedDays }),
  };
  if (mode === 'inline') return { ...always, q: 1 };
  const pages = urls.length || notUrls.length ? { u: pageExpression(urls, notUrls) } : {};
  if (mode === 'tab') return { ...always, q: 2, d: 0, ...pages };
  return {
    ...always,
    d: rules.delaySeconds,
    ...pages,
    ...(trigger.kind !== 'load' && { t: triggerCode(trigger) }),
    ...(sampleRatio < 1 && { s: sampleRatio }),
  };
}

/** What a loader can do besides, each named by a letter: `p` draws for a share, the others are triggers. */
export const LOADER_LETTERS = 'pdsvxc';

/** The smallest of the manifest's loaders that can do what this configuration asks for. */
export function loaderName({ s }: SiteConfig): string {
  const placements = Object.values(s);
  return [...LOADER_LETTERS]
    .filter((letter) => placements.some(({ t, s }) => (letter === 'p' ? s : t?.[0] === letter)))
    .join('');
}

/** A few characters that tell the touchpoints of one workspace apart: 36³ of them for a few dozen touchpoints. */
function shortened(id: string): string {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 46_656;
  return hash.toString(36);
}

/** Body of `GET /v1/milepost.js?k=KEY`: one of the manifest's loaders with its configuration inside. */
export function loaderScript(loader: string, config: SiteConfig): string {
  return loader.split(CONFIG_PLACEHOLDER).join(literal(config));
}

/** A value as JavaScript source, shorter than JSON by the quotes of its names; a line separator would end the line. */
function literal(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value).replace(/[\u2028\u2029<]/g, escaped);
  const fields = Object.entries(value).map(
    ([name, one]) => `${/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name)}:${literal(one)}`,
  );
  return `{${fields.join()}}`;
}

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Regular expression, as text, for the pages on which a survey may show: `patterns` or every page, but never `not`. */
export function pageExpression(patterns: readonly string[], not: readonly string[]): string {
  if (!not.length) return urlExpression(patterns);
  let groups = 0;
  const anchored = (pattern: string) => {
    const expression = urlExpression([pattern], groups);
    groups += expression.split('(?=(').length - 1;
    return pattern.includes('*') ? expression.slice(1) : `.*${expression}`;
  };
  const never = not.map(anchored).join('|');
  return `^(?!${never})${patterns.length ? `(?:${patterns.map(anchored).join('|')})` : ''}`;
}

/**
 * Regular expression, as text, for URL patterns: without `*` a pattern matches anywhere, with `*` it has to cover
 * the whole of path and query. It never backtracks into a `*`, so that no address can make a visitor's page hang. `before` is the number of groups
 * that stand before it where it becomes a part of another expression.
 */
export function urlExpression(patterns: readonly string[], before = 0): string {
  let groups = before;
  return patterns
    .map((pattern) => {
      const [head = '', ...parts] = pattern
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      if (!parts.length) return head;
      const tail = parts.pop();
      const middle = parts.filter(Boolean).map((part) => `(?=(.*?${part}))\\${++groups}`);
      return `^${head}${middle.join('')}${tail ? `.*${tail}$` : ''}`;
    })
    .join('|');
}
