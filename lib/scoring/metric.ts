import type { WordQuestion } from './emotion-words';
import type { Measure } from './measure';
import type { Scale } from './tally';
import type { GroupId, Language, Wording } from './wording';

export type MetricId = 'nps' | 'ces' | 'csat' | 'emotion' | 'rating5' | 'ease5';

/** The scores up to `upTo`, above those of the group before. */
export interface Group {
  readonly id: GroupId;
  readonly upTo: number;
}

/** Everything there is to know about a metric, so that no other file has to ask for its name. */
export interface Metric extends Measure {
  readonly id: MetricId;
  /** Short label for a chip on the map. */
  readonly label: string;
  readonly scale: Scale;
  /** A second, separately named number from the same tally. */
  readonly secondary: Measure | null;
  /** Half-width of the interval, in code units, that a firm score must not exceed. */
  readonly targetHalfWidth: number;
  /** −1…1, the position of a value on the diverging colour. */
  tone(value: number): number;
  /** Name and version of the question's text; only answers of equal metric and wording are pooled. */
  readonly wordingId: string;
  readonly wording: Readonly<Record<Language, Wording>>;
  /** Whether the points are drawn as faces with their labels printed, instead of numbers. */
  readonly faces: boolean;
  /** Follow-up groups in ascending order; the last one ends at the scale's maximum. */
  readonly groups: readonly Group[];
  /** The words question that follows the score; null for a metric without one. */
  readonly words: WordQuestion | null;
}

/** The follow-up group of a score. @throws RangeError for a score that is not a point of the metric's scale. */
export function groupOf(metric: Pick<Metric, 'groups' | 'scale'>, score: number): GroupId {
  const group = metric.groups.find(({ upTo }) => score <= upTo);
  if (!group || !Number.isInteger(score) || score < metric.scale.min) {
    throw new RangeError(`${score} is not a point of ${metric.scale.min}…${metric.scale.max}`);
  }
  return group.id;
}

/**
 * The full accessible name of a scale point: "7, Strongly agree"; "3" where the point has no label; "Bad" where
 * the label itself is printed.
 * @throws RangeError for a score that is not a point of the metric's scale.
 */
export function pointName(
  metric: Pick<Metric, 'faces' | 'scale' | 'wording'>,
  language: Language,
  point: number,
): string {
  const label = metric.wording[language].points[point - metric.scale.min];
  if (label === undefined) {
    throw new RangeError(`${point} is not a point of ${metric.scale.min}…${metric.scale.max}`);
  }
  if (metric.faces) return label;
  return label === '' ? String(point) : `${point}, ${label}`;
}
