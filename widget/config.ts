import type { WidgetRules } from '@/lib/survey/model/widget-rules';

/**
 * What one widget placement needs in the loader. Short names: this travels with every page view.
 * k placement key · w window in days · d delay in seconds, absent for inline placements, which wait for
 * their `<div>` · u regular expression that path and query have to match, absent for every page.
 */
export type PlacementConfig = { k: string; w: number; d?: number; u?: string };

/** o origin of Milepost · s the placements that this script tag brings. */
export type SiteConfig = { o: string; s: PlacementConfig[] };

/** Stands for the configuration in the loader's text; occurs there exactly once. */
const CONFIG_PLACEHOLDER = '__MILEPOST_CONFIG__';

/**
 * The loader's configuration for one script tag. `origin` is the product's base URL without a trailing slash;
 * `placements` are the open widget placements of the key, the one to prefer first.
 */
export function siteConfig(
  origin: string,
  placements: readonly { key: string; rules: WidgetRules }[],
): SiteConfig {
  return {
    o: origin,
    s: placements.map(({ key, rules }) => ({
      k: key,
      w: rules.windowDays,
      ...(rules.mode === 'popover' && {
        d: rules.delaySeconds,
        ...(rules.urls.length > 0 && { u: urlExpression(rules.urls) }),
      }),
    })),
  };
}

/** Body of `GET /v1/milepost.js?k=KEY`: the manifest's `loader` with its configuration inside. */
export function loaderScript(loader: string, config: SiteConfig): string {
  return loader.split(CONFIG_PLACEHOLDER).join(JSON.stringify(config));
}

/**
 * Regular expression, as text, for URL patterns: without `*` a pattern matches anywhere, with `*` it has to cover
 * the whole of path and query. It never backtracks into a `*`, so that no address can make a visitor's page hang.
 */
export function urlExpression(patterns: readonly string[]): string {
  let groups = 0;
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
