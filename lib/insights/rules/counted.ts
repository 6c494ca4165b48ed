import { evidenceLevel, isShown } from '../../scoring/display';
import { METRIC_IDS, METRICS, type MetricId, SURVEY_METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import type { MeasureView, Period, TrendView } from '../model';
import { slicesOf } from './period';

/** Counts of one subject, metric and wording in one slice; −1 is the period before. Unused points are 0. */
export type SliceCounts = {
  lineageId: string;
  metric: string;
  wording: string;
  slice: number;
  counts: readonly number[];
};

/** A survey that was published about a subject. */
export type AskedSurvey = { lineageId: string; metric: string; wording: string; title: string };

/** All counts of one metric and wording: what a measure is computed from, and the only thing that is ever pooled. */
export type Counted = {
  metric: MetricId;
  wording: string;
  title: string;
  /** Slices of the period, oldest first; the period's tally is their sum. */
  slices: readonly Tally[];
  previous: Tally;
};

/** The counts per subject, one entry for each metric and wording that was asked or answered there. */
export function countedBySubject(
  rows: readonly SliceCounts[],
  surveys: readonly AskedSurvey[],
  slices: number,
): Map<string, Counted[]> {
  const found = new Map<string, Map<string, Counted & { slices: Tally[] }>>();
  const of = ({ lineageId, metric, wording }: Omit<AskedSurvey, 'title'>, title: string | null) => {
    const id = metric as MetricId;
    const subject = found.get(lineageId) ?? new Map();
    found.set(lineageId, subject);
    const key = `${metric} ${wording}`;
    const empty = emptyTally(METRICS[id].scale);
    const counted = subject.get(key) ?? {
      metric: id,
      wording,
      title: titleOf(id, wording, title),
      slices: Array.from({ length: slices }, () => empty),
      previous: empty,
    };
    subject.set(key, counted);
    return counted;
  };
  for (const survey of surveys) of(survey, survey.title);
  let before: { row: SliceCounts; counted: ReturnType<typeof of> } | null = null;
  for (const row of rows) {
    // The slices of one series stand together.
    const counted: ReturnType<typeof of> =
      before && sameSeries(before.row, row) ? before.counted : of(row, null);
    before = { row, counted };
    const tally = row.counts.slice(0, counted.previous.length);
    if (row.slice < 0) counted.previous = added(counted.previous, tally);
    else counted.slices[row.slice] = added(counted.slices[row.slice] as Tally, tally);
  }
  return new Map([...found].map(([lineageId, subject]) => [lineageId, inOrder([...subject.values()])]));
}

/** Mostly nothing was counted before: then there is nothing to add to. */
const added = (sum: Tally, tally: Tally): Tally => (tallyCount(sum) === 0 ? tally : addTallies(sum, tally));

const sameSeries = (a: SliceCounts, b: SliceCounts): boolean =>
  a.lineageId === b.lineageId && a.metric === b.metric && a.wording === b.wording;

/** Subjects put together: counts of equal metric and wording add, nothing else is ever joined. */
export function pooled(subjects: readonly (readonly Counted[])[]): Counted[] {
  const found = new Map<string, Counted>();
  for (const one of subjects.flat()) {
    const key = `${one.metric} ${one.wording}`;
    const other = found.get(key);
    found.set(key, other ? join(other, one) : one);
  }
  return inOrder([...found.values()]);
}

/** A measure with its interval, its change against the period before, and a small trend. */
export function measureView(counted: Counted, minimumN: number): MeasureView {
  const metric = METRICS[counted.metric];
  const tally = addTallies(emptyTally(metric.scale), ...counted.slices);
  const score = metric.score(tally);
  return {
    metric: counted.metric,
    wording: counted.wording,
    title: counted.title,
    tally,
    score,
    previous: metric.score(counted.previous),
    change: metric.difference(tally, counted.previous),
    adjustedP: null,
    level: evidenceLevel(score, metric, minimumN),
    shown: isShown(score.n, minimumN),
    spark: counted.slices.map((slice) => {
      const { value, n } = metric.score(slice);
      return isShown(n, minimumN) ? value : null;
    }),
  };
}

/** The slices of a period with their own scores. */
export function trendView(
  counted: Counted,
  period: Pick<Period, 'from' | 'to'>,
  minimumN: number,
): TrendView {
  const days = slicesOf(period);
  return {
    metric: counted.metric,
    wording: counted.wording,
    slices: counted.slices.map((tally, index) => {
      const score = METRICS[counted.metric].score(tally);
      return {
        from: days[index]?.from ?? period.from,
        to: days[index]?.to ?? period.to,
        score,
        shown: isShown(score.n, minimumN),
      };
    }),
  };
}

function join(a: Counted, b: Counted): Counted {
  return {
    ...a,
    slices: a.slices.map((slice, index) => addTallies(slice, b.slices[index] as Tally)),
    previous: addTallies(a.previous, b.previous),
  };
}

/** Our own wordings go by the metric's name, foreign ones by the title they were imported under. */
function titleOf(metric: MetricId, wording: string, title: string | null): string {
  const own =
    (SURVEY_METRICS as readonly MetricId[]).includes(metric) && wording === METRICS[metric].wordingId;
  return own ? METRICS[metric].name : (title ?? METRICS[metric].name);
}

/** By metric, then title; the wording only keeps the order the same each time. */
function inOrder(list: Counted[]): Counted[] {
  const rank = ({ metric }: Counted) => METRIC_IDS.indexOf(metric);
  return list.sort((a, b) => rank(a) - rank(b) || compare(a.title, b.title) || compare(a.wording, b.wording));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
