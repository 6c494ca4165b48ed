import type { EvidenceLevel } from '@/lib/scoring/display';
import { groupOf, type MetricId } from '@/lib/scoring/metric';
import { METRICS } from '@/lib/scoring/metrics';
import { stepOf } from '@/lib/scoring/tone';

/** The five steps of the diverging colour, lowest first. */
const FILLS = [
  'bg-score-1 text-on-score-1',
  'bg-score-2 text-on-score-2',
  'bg-score-3 text-on-score-3',
  'bg-score-4 text-on-score-4',
  'bg-score-5 text-on-score-5',
] as const;

const EDGES = [
  'border-score-1',
  'border-score-2',
  'border-score-3',
  'border-score-4',
  'border-score-5',
] as const;

/** Background and text of a score: the full colour only where the evidence is firm, an edge where it is early. */
export function scoreClass(metric: MetricId, value: number, level: EvidenceLevel): string {
  const step = stepOf(METRICS[metric].tone(value));
  if (level === 'firm') return `${FILLS[step]} border-transparent`;
  return `bg-panel text-ink border-2 ${EDGES[step]}`;
}

/** The colour of a scale point: by the follow-up group it belongs to, stronger towards the end of the scale. */
export function pointClass(metricId: MetricId, point: number): string {
  const metric = METRICS[metricId];
  const group = groupOf(metric, point);
  if (group === 'middle') return FILLS[2];
  const limit = metric.groups.find(({ id }) => id === 'low')?.upTo ?? metric.scale.min;
  if (group === 'low')
    return point - metric.scale.min <= (limit - metric.scale.min) / 2 ? FILLS[0] : FILLS[1];
  return point === metric.scale.max ? FILLS[4] : FILLS[3];
}

/** The colour of a point on the emotion curve. */
export function markerClass(metric: MetricId, value: number, level: EvidenceLevel): string {
  const step = stepOf(METRICS[metric].tone(value));
  return level === 'firm' ? `${FILLS[step]} border-panel` : `bg-panel ${EDGES[step]}`;
}
