import type { Economics } from '../../outcomes/model';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import type { Improvement, ImprovementView, MeasuredImportance, Verdict } from '../model';
import { type Backing, confidenceOf, priorityOf } from './priority';
import { type Places, subjectsIn } from './subjects';
import { improvementValue, realisedValue } from './value';

type Measured = { metric: MetricId; wording: string; tally: Tally };

/** As much of a map as an improvement shows. */
export type MapAround = Omit<Places, 'touchpoints'> & {
  members: readonly { id: string; name: string }[];
  touchpoints: readonly (Places['touchpoints'][number] & { importanceCustomer: number | null })[];
};

/**
 * One improvement with all that is computed of it: its priority and value from what customers answer now, or, once it was
 * started, answered before; its verdict; and what it really brings.
 *
 * @param recent what was answered at its places in the last 90 days, by metric and wording
 * @param measured the measured importance of its touchpoints, by lineage
 * @param backing its statements as they are today
 */
export function improvementView(
  improvement: Improvement,
  map: MapAround,
  known: {
    recent: readonly Measured[];
    measured: ReadonlyMap<string, MeasuredImportance>;
    backing: readonly Backing[];
    verdict: Verdict | null;
    economics: Economics | null;
    minimumN: number;
  },
): ImprovementView {
  const { recent, backing, verdict, economics, minimumN } = known;
  const { subjects, lineageIds } = subjectsIn(map, improvement.lineageIds);
  const found = measureOf(improvement, recent);
  // Of fewer people nothing is told, their share of bad answers neither.
  const measure = found && tallyCount(found.tally) >= minimumN ? found : null;
  const importance = map.touchpoints
    .filter(({ lineageId }) => improvement.lineageIds.includes(lineageId))
    .map(({ importanceCustomer }) => importanceCustomer)
    .filter((one) => one !== null);
  const measured = lineageIds
    .flatMap((lineageId) => known.measured.get(lineageId) ?? [])
    .sort((a, b) => b.value - a.value);
  // Improvements at the same place rest on the same answers; a frozen baseline is one by itself.
  const about = improvement.baseline ? improvement.id : lineageIds.join(' ');
  const priority = priorityOf(improvement, {
    importance: importance.length > 0 ? Math.max(...importance) : null,
    measured: measured[0] ?? null,
    measure: measure && { ...measure, key: `${measure.metric} ${measure.wording} ${about}` },
    confidence: confidenceOf(backing, improvement.answers.length),
  });
  const reach = priority.reach.value;
  return {
    ...improvement,
    journeyTitle: map.title,
    ownerName: map.members.find(({ id }) => id === improvement.ownerUserId)?.name ?? null,
    subjects,
    priority,
    value: improvementValue(measure, { reach, targetBadShare: improvement.targetBadShare }, economics),
    verdict,
    realised:
      improvement.state === 'done' && verdict?.fall ? realisedValue(verdict.fall, reach, economics) : null,
  };
}

/** What an improvement is about in numbers: frozen once it was started, else the wanted metric, else the most answered. */
export function measureOf(
  improvement: Pick<Improvement, 'baseline' | 'metric'>,
  recent: readonly Measured[],
): Measured | null {
  const { baseline, metric } = improvement;
  if (baseline) {
    const { judged, measures } = baseline;
    return measures.find((one) => one.metric === judged?.metric && one.wording === judged.wording) ?? null;
  }
  const usual = recent
    .filter((one) => metric === null || one.metric === metric)
    .sort((a, b) => tallyCount(b.tally) - tallyCount(a.tally) || (a.wording < b.wording ? -1 : 1));
  const [first] = usual;
  return first && tallyCount(first.tally) > 0 ? first : null;
}

/** All days of one metric together. */
export const pooledDays = (metric: MetricId, days: readonly Tally[]): Tally =>
  addTallies(emptyTally(METRICS[metric].scale), ...days);
