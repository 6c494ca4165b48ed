import { METRICS, type MetricId } from '../../scoring/metrics';
import { clampInterval } from '../../statistics/interval';
import { Z95 } from '../../statistics/normal';
import { msg } from '../../translate';
import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '../model';

/** A number made of several touchpoints' scores, in the metric's code units, with its 95 % interval. */
export type RolledUp = { value: number; low: number; high: number };

/** A touchpoint with the measure that it stands for. */
export type Placed = { touchpoint: Pick<TouchpointView, 'id' | 'title'>; measure: MeasureView };

/** What the touchpoints that were asked the same say about the journey: side by side, and never blended into one. */
export type JourneyNumbers = {
  metric: MetricId;
  wording: string;
  title: string;
  /** Touchpoints with enough answers to the same question, of all that the map shows. */
  measured: number;
  touchpoints: number;
  /** Mean of the touchpoints' scores, each counting the same. */
  average: RolledUp;
  worst: Placed;
  /** null with fewer than three touchpoints: then there is no course to remember. */
  peakEnd: (RolledUp & { peak: Placed; end: Placed; endsTheJourney: boolean }) | null;
};

/**
 * Average with coverage, worst moment and peak–end for each question that two touchpoints or more were asked, the one
 * asked most often first. Touchpoints below the minimum n leave gaps and count in nothing.
 *
 * Average: the mean of the scores, its standard error √Σse² / K of independent ones. Peak–end: the mean of the score that
 * lies farthest from the metric's middle and of the last one, after Fredrickson & Kahneman, Journal of Personality and
 * Social Psychology 65 (1993) 45. Standard errors are read off the 95 % intervals; results stay within the metric's range.
 */
export function journeyNumbers(map: Pick<JourneyMapView, 'stages'>): JourneyNumbers[] {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const asked = new Map<string, Placed[]>();
  for (const touchpoint of touchpoints) {
    for (const measure of touchpoint.measures) {
      if (!measure.shown || measure.score.value === null) continue;
      const key = `${measure.metric} ${measure.wording}`;
      asked.set(key, [...(asked.get(key) ?? []), { touchpoint, measure }]);
    }
  }
  return [...asked.values()]
    .filter((placed) => placed.length >= 2)
    .sort((a, b) => b.length - a.length)
    .map((placed) => numbersOf(placed, touchpoints));
}

function numbersOf(
  placed: readonly Placed[],
  touchpoints: readonly Pick<TouchpointView, 'id'>[],
): JourneyNumbers {
  const [first] = placed as [Placed, ...Placed[]];
  const { metric, wording, title } = first.measure;
  const tone = (one: Placed) => METRICS[metric].tone(scoreOf(one));
  const least = (of: (one: Placed) => number) =>
    placed.reduce((best, one) => (of(one) < of(best) ? one : best), first);
  const peak = least((one) => -Math.abs(tone(one)));
  const end = placed.at(-1) as Placed;
  return {
    ...{ metric, wording, title },
    measured: placed.length,
    touchpoints: touchpoints.length,
    average: meanOf(placed),
    worst: least(tone),
    peakEnd:
      placed.length < 3
        ? null
        : {
            ...meanOf(peak === end ? [end] : [peak, end]),
            ...{ peak, end },
            endsTheJourney: end.touchpoint.id === touchpoints.at(-1)?.id,
          },
  };
}

const scoreOf = ({ measure }: Placed): number => measure.score.value as number;

/** Standard error that a 95 % interval stands for. */
const errorOf = ({ measure: { score } }: Placed): number =>
  ((score.high as number) - (score.low as number)) / (2 * Z95);

function meanOf(placed: readonly Placed[]): RolledUp {
  const [first] = placed as [Placed, ...Placed[]];
  const [low, high] = METRICS[first.measure.metric].domain;
  const value = placed.reduce((sum, one) => sum + scoreOf(one), 0) / placed.length;
  const half = (Z95 * Math.hypot(...placed.map(errorOf))) / placed.length;
  return { value, ...clampInterval({ low: value - half, high: value + half }, low, high) };
}

/** The stage with the lowest score of a question, and whether its interval stays below every other stage's score. */
export type LowestStage = {
  stage: Pick<StageView, 'id' | 'title'>;
  measure: MeasureView;
  clear: boolean;
  of: number;
};

/** What the lowest stage of a metric is called. */
export const LOWEST_STAGE: Readonly<Record<MetricId, string>> = {
  nps: msg('Stage least recommended'),
  ces: msg('Hardest stage'),
  csat: msg('Least satisfying stage'),
  emotion: msg('Stage that feels worst'),
  rating5: msg('Lowest rated stage'),
  ease5: msg('Hardest stage'),
};

/** Per question that two stages or more answered enough, the lowest stage; the question of most stages first. */
export function lowestStages(map: Pick<JourneyMapView, 'stages'>): LowestStage[] {
  const asked = new Map<string, { stage: StageView; measure: MeasureView }[]>();
  for (const stage of map.stages) {
    for (const measure of stage.measures) {
      if (!measure.shown || measure.score.value === null) continue;
      const key = `${measure.metric} ${measure.wording}`;
      asked.set(key, [...(asked.get(key) ?? []), { stage, measure }]);
    }
  }
  return [...asked.values()]
    .filter((stages) => stages.length >= 2)
    .sort((a, b) => b.length - a.length)
    .map((stages) => {
      const tone = ({ measure }: { measure: MeasureView }, which: 'value' | 'high' | 'low') =>
        METRICS[measure.metric].tone(measure.score[which] as number);
      const lowest = stages.reduce((best, one) => (tone(one, 'value') < tone(best, 'value') ? one : best));
      const others = stages.filter((one) => one !== lowest);
      const clear = others.every((one) => tone(lowest, 'high') < tone(one, 'low'));
      return { ...lowest, clear, of: stages.length };
    });
}
