import type { Tongue } from '@/lib/identity/model';
import type { Metric } from '@/lib/scoring/metrics';

/** The scores of a metric's follow-up group as a customer sees them: '0–6', '4'; for faces their labels. */
export function scoreRange(
  metric: Pick<Metric, 'faces' | 'scale' | 'groups' | 'wording'>,
  place: number,
  language: Tongue,
): string {
  const before = metric.groups[place - 1];
  const from = before ? before.upTo + 1 : metric.scale.min;
  const to = metric.groups[place]?.upTo ?? metric.scale.max;
  if (metric.faces) {
    const { points } = metric.wording[language];
    return points.slice(from - metric.scale.min, to - metric.scale.min + 1).join(', ');
  }
  return from === to ? String(from) : `${from}–${to}`;
}
