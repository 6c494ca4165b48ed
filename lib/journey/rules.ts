import type { SurveyMetricId } from '../scoring/metrics';
import type { MomentReason } from './model';
import { TEMPLATES } from './templates';

/** Feelings decide where the customer can do nothing; effort decides where they have to act. */
const METRIC_OF_REASON: Readonly<Record<MomentReason, SurveyMetricId>> = {
  decision: 'ces',
  waiting: 'emotion',
  sensitive_data: 'ces',
  handoff: 'emotion',
  first_use: 'ces',
  recovery: 'ces',
  end: 'nps',
  value: 'emotion',
};

/** The metric worth asking first at a touchpoint: what its template says, else what its moment suggests, else effort. */
export function suggestMetric(touchpoint: {
  title: string;
  moment: { reason: string | null } | null;
}): SurveyMetricId {
  for (const template of TEMPLATES) {
    for (const { touchpoints } of template.stages) {
      const known = touchpoints.find(({ title, metric }) => metric !== null && title === touchpoint.title);
      if (known?.metric) return known.metric;
    }
  }
  const reason = touchpoint.moment?.reason as MomentReason | null | undefined;
  return (reason && METRIC_OF_REASON[reason]) || 'ces';
}

/** The list with one item at another place, 0 first; beyond the end means last. */
export function placedAt<T>(list: readonly T[], item: T, index: number): T[] {
  const others = list.filter((other) => other !== item);
  return [...others.slice(0, index), item, ...others.slice(index)];
}

/** What an edit really sets: its keys without those that were left open. */
export function changeOf<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as never;
}

/** The values of `before` under the keys that `change` sets: what undoes the change. */
export function previousOf<Change extends object, Before extends Record<keyof Change, unknown>>(
  change: Change,
  before: Before,
): { [K in keyof Change]?: Before[K] } {
  const keys = Object.keys(change) as (keyof Change)[];
  return Object.fromEntries(keys.map((key) => [key, before[key]])) as never;
}
