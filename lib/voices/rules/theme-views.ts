import { isMetricId, METRICS } from '../../scoring/metrics';
import type { Tally } from '../../scoring/tally';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg';
import type { Interval } from '../../statistics/interval';
import { wilson } from '../../statistics/wilson';
import type { Theme, ThemeEffect, ThemeView } from '../model';

/** How many voices of a theme there are, by what is known of them. */
export type ThemeFigures = {
  themeId: string;
  n: number;
  /** Of which it is known how they sound; other languages have no list of words. */
  heard: number;
  negative: number;
  positive: number;
  right: number;
  wrong: number;
};

/** Answers by metric, wording and score; of those that mention a theme, or with `themeId` null of all. */
export type Mentions = { themeId: string | null; metric: string; wording: string; score: number; n: number };

/** The share of comparisons that stand out by chance alone that is accepted. */
export const FALSE_FINDINGS = 0.05;

/**
 * Themes with how often they come up among `total` voices, and with what those who mention one scored against the others
 * who wrote something. One metric is compared per theme, never several blended: the one with the most mentions. What
 * stands out does so after Benjamini and Hochberg's correction over all themes that could be compared. Most voices first.
 */
export function themeViews(
  themes: readonly Theme[],
  figures: readonly ThemeFigures[],
  mentions: readonly Mentions[],
  { total, minimumN }: { total: number; minimumN: number },
): ThemeView[] {
  const views = themes.map((theme): ThemeView => {
    const own = figures.find((one) => one.themeId === theme.id);
    const n = own?.n ?? 0;
    return {
      ...theme,
      n,
      share: total === 0 ? null : n / total,
      interval: wilson(n, total),
      heard: own?.heard ?? 0,
      negative: own?.negative ?? 0,
      positive: own?.positive ?? 0,
      displeased: shareOf(own?.negative ?? 0, own?.heard ?? 0),
      checked: { right: own?.right ?? 0, wrong: own?.wrong ?? 0 },
      effect: effectOf(theme.id, mentions, minimumN),
    };
  });
  const compared = views.flatMap(({ effect }) => (effect ? [effect] : []));
  const adjusted = benjaminiHochberg(compared.map(({ difference }) => difference.p));
  const standing = new Set(
    compared.filter(
      ({ difference }, place) => difference.significant && (adjusted[place] ?? 1) <= FALSE_FINDINGS,
    ),
  );
  return views
    .map((view) =>
      view.effect ? { ...view, effect: { ...view.effect, standsOut: standing.has(view.effect) } } : view,
    )
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name));
}

/** A share with its 95 % interval by Wilson; null of nothing. */
export function shareOf(count: number, n: number): (Interval & { value: number }) | null {
  const interval = wilson(count, n);
  return interval && { value: count / n, ...interval };
}

function effectOf(themeId: string, mentions: readonly Mentions[], minimumN: number): ThemeEffect | null {
  const own = mentions.filter((one) => one.themeId === themeId);
  const series = new Map<string, number>();
  for (const { metric, wording, n } of own) {
    const key = `${metric} ${wording}`;
    series.set(key, (series.get(key) ?? 0) + n);
  }
  const [most] = [...series].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  if (!most) return null;
  const isSeries = ({ metric, wording }: Mentions) => `${metric} ${wording}` === most[0];
  const metricId = own.find(isSeries)?.metric ?? '';
  if (!isMetricId(metricId)) return null;
  const { scale, difference } = METRICS[metricId];
  const tallyOf = (rows: readonly Mentions[]): number[] => {
    const tally = new Array<number>(scale.max - scale.min + 1).fill(0);
    for (const { score, n } of rows) tally[score - scale.min] = (tally[score - scale.min] ?? 0) + n;
    return tally;
  };
  const mention = tallyOf(own.filter(isSeries));
  const all = tallyOf(mentions.filter((one) => one.themeId === null && isSeries(one)));
  const others: Tally = all.map((n, place) => Math.max(0, n - (mention[place] ?? 0)));
  const count = (tally: Tally) => tally.reduce((sum, n) => sum + n, 0);
  if (count(mention) < minimumN || count(others) < minimumN) return null;
  const found = difference.call(METRICS[metricId], mention, others);
  return found
    ? {
        metric: metricId,
        difference: found,
        mention: count(mention),
        others: count(others),
        standsOut: false,
      }
    : null;
}
