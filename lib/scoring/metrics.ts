import { CES } from './ces';
import { CSAT } from './csat';
import { EMOTION } from './emotion';
import { EASE5, RATING5 } from './imported';
import type { Metric, MetricId } from './metric';
import { NPS } from './nps';

export type { Metric, MetricId } from './metric';

/** The one table of metrics. Scores of different metrics are never blended. */
export const METRICS: Readonly<Record<MetricId, Metric>> = {
  nps: NPS,
  ces: CES,
  csat: CSAT,
  emotion: EMOTION,
  rating5: RATING5,
  ease5: EASE5,
};

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** What a survey may ask; the other metrics come by import only. */
export const SURVEY_METRICS = ['nps', 'ces', 'csat', 'emotion'] as const satisfies readonly MetricId[];
export type SurveyMetricId = (typeof SURVEY_METRICS)[number];

export function isMetricId(value: unknown): value is MetricId {
  return typeof value === 'string' && Object.hasOwn(METRICS, value);
}

/** The metric of an id. @throws RangeError for an unknown id; ask {@link isMetricId} about foreign input. */
export function metricOf(id: string): Metric {
  if (!isMetricId(id)) throw new RangeError(`${id} is not a metric`);
  return METRICS[id];
}
